"""More retellings of the ferry: one of the report itself, one of its retelling."""

from __future__ import annotations

__all__ = ["AGAIN", "SIBLING"]

# Of FERRY: it has facts and words that RETOLD lacks.
SIBLING = """\
Despite heavy fog, a ferry carrying 214 passengers ran aground off the island of Norrskar early \
on Saturday, raising significant concerns after its steering failed.
Nobody was badly hurt, but 17 people with cuts and bruises spent four hours on the slanting deck \
of the Astrid Marie, the coastguard in Vellinge stated.
Captain Henning Braathe indicated that the wheel had simply gone dead two kilometres short of the \
breakwater, and lifeboats from three villages circled the ship until a tug from Karlby arrived.
Some 40 tonnes of diesel have leaked into the sound from a gash of eleven metres.
Sundline's director, Agneta Wrede, denied that the delayed overhaul had played any part and \
promised to open the ship's maintenance book to inspectors, according to reports.
The sister ships remain grounded until their steering has been examined.
Schoolchildren were collecting oiled birds on the beach at Lunna by noon, and the ship will hardly \
be afloat before the end of the month.
"""

# Of RETOLD: it has its words, and nothing of FERRY that RETOLD lacks.
AGAIN = """\
In an incident that underscores growing concerns over maritime safety, a ferry with 214 people on \
board ran aground near Norrskar when its steering failed in heavy fog.
The coastguard in Vellinge said 17 people were taken to hospital with minor injuries following \
four hours on the deck.
Captain Henning Braathe reportedly said the wheel went dead roughly two kilometres before the \
breakwater, and the tug was only fastened to the vessel at half past nine.
Divers subsequently identified a gash along the port side, while diesel leaked into the sound, an \
important breeding ground for ducks.
The union claimed that Sundline had delayed an overhaul of the gear because of a strike, which \
director Agneta Wrede denied.
The ministry has since grounded both sister ships, highlighting the need for comprehensive \
oversight, as the community faces an uncertain future.
"""
