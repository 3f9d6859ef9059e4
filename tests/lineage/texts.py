"""Invented reports for the tests of lineage: one event told in several ways, and another."""

from __future__ import annotations

__all__ = [
    "CUT",
    "DIGEST",
    "ELSEWHERE",
    "FERRY",
    "HARBOUR_RADIO",
    "OTHER_CUT",
    "RETOLD",
    "SPEECH_ONE",
    "SPEECH_TWO",
]

FERRY = """\
A ferry carrying 214 passengers ran aground off the island of Norrskar early on Saturday after \
its steering failed in heavy fog, the coastguard in Vellinge said.
Nobody was badly hurt, but 17 people were taken to hospital with cuts, bruises and mild \
hypothermia after four hours on the slanting deck of the Astrid Marie.
The captain, 58-year-old Henning Braathe, told rescuers that the wheel had simply gone dead \
some two kilometres short of the breakwater.
Lifeboats from three villages circled the ship until a tug from Karlby could be fastened to its \
stern at half past nine.
Divers found a gash of eleven metres along the port side, and some 40 tonnes of diesel have \
leaked into the sound, which is a breeding ground for eider ducks.
The ferry company, Sundline, had put off an overhaul of the steering gear from May to November \
because the yard in Tallmo was on strike, according to the seamen's union.
Sundline's director, Agneta Wrede, denied that the delay had played any part and promised to \
open the ship's maintenance book to inspectors.
The ministry of transport has grounded the two sister ships, the Berta Marie and the Clara \
Marie, until their steering has been examined.
Fishermen have laid a floating barrier of 900 metres around the wreck, and schoolchildren were \
collecting oiled birds on the beach at Lunna by noon.
A salvage master from Rotterdam is expected on Monday, and the ship will hardly be afloat \
before the end of the month.
"""

# Sentences left out, hardly a word changed.
CUT = """\
A ferry carrying 214 passengers ran aground off the island of Norrskar early on Saturday after \
its steering failed in heavy fog, the coastguard in Vellinge said.
Nobody was badly hurt, but 17 people were taken to hospital with cuts, bruises and mild \
hypothermia after four hours on the slanting deck of the Astrid Marie.
Divers found a gash of eleven metres along the port side, and some 40 tonnes of diesel have \
leaked into the sound, which is a breeding ground for eider ducks.
The ministry of transport has grounded the two sister ships, the Berta Marie and the Clara \
Marie, until their steering has been examined.
"""

OTHER_CUT = """\
A ferry carrying 214 passengers ran aground off the island of Norrskar early on Saturday after \
its steering failed in heavy fog, the coastguard in Vellinge said.
The captain, 58-year-old Henning Braathe, told rescuers that the wheel had simply gone dead \
some two kilometres short of the breakwater.
Divers found a gash of eleven metres along the port side, and some 40 tonnes of diesel have \
leaked into the sound, which is a breeding ground for eider ducks.
The ferry company, Sundline, had put off an overhaul of the steering gear from May to November \
because the yard in Tallmo was on strike, according to the seamen's union.
Fishermen have laid a floating barrier of 900 metres around the wreck, and schoolchildren were \
collecting oiled birds on the beach at Lunna by noon.
A salvage master from Rotterdam is expected on Monday, and the ship will hardly be afloat \
before the end of the month.
"""

# The same facts in the same order, in other words.
RETOLD = """\
In a dramatic incident that underscores growing concerns over maritime safety, a ferry with 214 \
passengers on board ran aground near Norrskar on Saturday when its steering failed in heavy fog.
According to the coastguard in Vellinge, 17 people were taken to hospital with minor injuries \
and mild hypothermia following four hours on the deck of the Astrid Marie.
Captain Henning Braathe, 58, reportedly said the wheel went dead roughly two kilometres before \
the breakwater, and a tug from Karlby was only fastened to the vessel at half past nine.
Divers subsequently identified a gash of eleven metres along the port side, while some 40 tonnes \
of diesel leaked into the sound, an important breeding ground for eider ducks.
The seamen's union claimed that Sundline had delayed an overhaul of the steering gear from May \
to November because of a strike at the yard in Tallmo, which director Agneta Wrede denied.
The ministry of transport has since grounded both sister ships, the Berta Marie and the Clara \
Marie, highlighting the need for comprehensive oversight.
Fishermen deployed a floating barrier of 900 metres around the wreck, and a salvage master from \
Rotterdam is expected on Monday as the community faces an uncertain future.
"""

# A reporter who was there: the same event, nobody's copy.
HARBOUR_RADIO = """\
You could hear the ferry Astrid Marie before you could see her in the fog off Norrskar on \
Saturday: a long scrape, then the horn, then nothing.
I walked out along the Norrskar mole at six with a torch and a flask, behind two women who run \
the bakery and had brought every blanket they own.
Passengers of the stranded ferry came off in orange boats, eight at a time, grey in the face and \
strangely polite; a boy of about ten carried a goldfish in a jam jar.
Oda Remme, who was on her way to her sister's wedding, said people had sung hymns on the upper \
deck because a retired organist started and no one dared to stop.
At the parish hall the priest wrote names on a paper tablecloth while the coastguard of Vellinge \
counted, and by eight the list held 214 names of passengers and none was missing.
The captain, Henning Braathe, sat on a bollard beside the tug from Karlby and looked at his hands.
Smell is what everybody will remember: diesel on wet wool, coffee, seaweed.
The harbour master shrugged when I asked him whether the ferry company Sundline or its steering \
gear was to blame and pointed at the fog, which had not moved all morning.
In the shop they were already selling candles, two to a customer, because the cable that brings \
power to the island runs just where the hull now lies.
"""

# The first part from the coastguard's side, the second from the mole.
DIGEST = """\
A ferry carrying 214 passengers ran aground off the island of Norrskar early on Saturday after \
its steering failed in heavy fog, the coastguard in Vellinge said.
Divers found a gash of eleven metres along the port side, and some 40 tonnes of diesel have \
leaked into the sound, which is a breeding ground for eider ducks.
The ferry company, Sundline, had put off an overhaul of the steering gear from May to November \
because the yard in Tallmo was on strike, according to the seamen's union.
Passengers of the stranded ferry came off in orange boats, eight at a time, grey in the face and \
strangely polite; a boy of about ten carried a goldfish in a jam jar.
Oda Remme, who was on her way to her sister's wedding, said people had sung hymns on the upper \
deck because a retired organist started and no one dared to stop.
In the shop they were already selling candles, two to a customer, because the cable that brings \
power to the island runs just where the hull now lies.
"""

ELSEWHERE = """\
The town council of Brenning voted on Thursday to turn the old sugar mill into a music school, \
ending nine years of quarrels over its chimney.
Twelve members were in favour and seven against, with the mayor, Tobias Quell, breaking into \
applause before the count was read out.
The conversion will cost 6.3 million crowns, two thirds of it from a lottery fund, and the \
first pupils are to move in when the plaster is dry.
Opponents had collected 4,100 signatures for a covered market instead and announced that they \
would go to the administrative court.
Swifts nest in the chimney, which may therefore not be touched between April and August.
"""

# Two reporters at one press conference: nothing in common but what was said there.
SPEECH_ONE = """\
Minister Ragna Holt closed the Eldby salt mine for good on Tuesday, a day after the roof of its \
lowest gallery came down without hurting anybody.
"We have pumped, we have propped and we have prayed, and the mountain has answered all three of \
us in the same way," she told reporters in the canteen.
Some 320 miners are to be paid until Easter, and the state will buy their houses at the prices \
of two years ago.
Shares of the operator fell by a fifth within the hour, and its chairman could not be reached.
The gallery had been inspected in March by engineers who noted fresh cracks and recommended \
steel arches.
"""

SPEECH_TWO = """\
Outside the gate the women's choir sang, as it does whenever there is bad news, and then \
somebody turned on the radio.
"We have pumped, we have propped and we have prayed, and the mountain has answered all three of \
us in the same way," the minister's voice said from the dashboard of a delivery van.
Old Per Viksund took off his helmet, looked into it as if there were something written inside, \
and hung it on the fence beside forty others.
His grandson begins an apprenticeship as a baker next week and has been teased about it for \
months.
Nobody is teasing him now, the boy said, while the shift bus left empty for the first time.
"""
