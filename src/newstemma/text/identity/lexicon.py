"""Words that tell what a part of a name is. Every entry is a `spelling.latin` key."""

from __future__ import annotations

import re

__all__ = [
    "GENERIC",
    "HONORIFICS",
    "LINKS",
    "NICKNAMES",
    "NUMERALS",
    "PARTICLES",
    "PATRONYMIC",
    "SAME_NAMES",
    "VESSEL_PREFIXES",
]

# Belong to a name's bearer, or to nobody, but not to the name.
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr gen general col"
    " colonel maj major capt captain lt lieutenant sgt sergeant adm admiral sen senator rep"
    " representative congressman congresswoman gov governor president prasident presidente"
    " prezident premier chancellor minister secretary mayor ambassador judge justice pope cardinal"
    " archbishop bishop rabbi imam sheikh shaykh cheikh ayatollah king queen prince princess"
    " emperor sultan emir hon herr frau monsieur madame mme senor senora don dona haji hajji hadji"
    " mullah mawlawi maulavi maulana qari hafiz ustad sayyid comrade former acting interim".split()
)
_OF_SON = dict.fromkeys("bin ibn ben bint binti".split(), "ibn")
_OF_FATHER = dict.fromkeys("abu abou aboo".split(), "abu")
# Small words of names; those of one value are one word in other spellings.
PARTICLES = {
    **_OF_SON,
    **_OF_FATHER,
    **dict.fromkeys("al el ul ur ad ar as ash at az il".split(), "al"),
    **dict.fromkeys("de del della di da do dos das du d".split(), "de"),
    **dict.fromkeys("la le las los lo l".split(), "la"),
    **dict.fromkeys("van von vom der den ter ten zu zur zum".split(), "von"),
    **dict.fromkeys("y e i und et".split(), "y"),
}
# Small words of the names of bodies and places.
LINKS = frozenset(
    "the and of for in on at to und et y i e de del la le les du des der die das dei della"
    " com org net".split()  # as in a name that is a web address
)
# A father's name, by its ending; at the head of a name it may be a first name all the same.
PATRONYMIC = re.compile(r".{3,}(?:(?:ov|ev|yov)(?:ich|ych|ic|itch|na)|ivna|oglu|ogly|qizi|kyzy)")

# Words that many bodies bear, beside those that are common in all text (`text.rarity`).
GENERIC = frozenset(
    "holding holdings group gruppe grupo groupe gruppa trust fund capital partners investment"
    " investments bank banco banque international global national industries enterprises systems"
    " services solutions trading shipping foundation association organization organisation".split()
)
_SAME_NAMES = """
us usa america unitedstates unitedstatesofamerica
uk unitedkingdom britain greatbritain
un unitednations uno unitednationsorganization unitednationsorganisation
eu europeanunion
uae unitedarabemirates emirates
ussr sovietunion
drc drcongo democraticrepublicofcongo democraticrepublicofthecongo
dprk northkorea democraticpeoplesrepublicofkorea
rok southkorea republicofkorea
prc china peoplesrepublicofchina
russia russianfederation
turkey turkiye
czechia czechrepublic
burma myanmar
ivorycoast cotedivoire
nato northatlantictreatyorganization northatlantictreatyorganisation
who worldhealthorganization worldhealthorganisation
imf internationalmonetaryfund
wto worldtradeorganization
iaea internationalatomicenergyagency
cia centralintelligenceagency
fbi federalbureauofinvestigation
dea drugenforcementadministration
ap associatedpress
afp agencefrancepresse
""".strip().splitlines()
# States and bodies that everybody calls by several names; whole names, written as one word.
SAME_NAMES = {name: line.split()[0] for line in _SAME_NAMES for name in line.split()}

# Before a ship's name: what sort of ship it is, whose navy it serves in.
VESSEL_PREFIXES = frozenset(
    "mv mt ms my mts mvs msv sy fv rv ss tug uss hms hmcs hmas ins rms usns usnv".split()
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
NUMERALS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    "fourty": 40,
}

# Short forms and translations of first names, those that mean one name on one line.
_NAMESAKES = """
mohammed muhammad mohamed mohammad mohamad muhammed mehmet mohd
ahmed ahmad
hussein husain hossein husayn hussain
abdullah abdallah abdulla
hassan hasan
ibrahim ebrahim abraham avraham
ali aly
omar umar omer
alexander alex aleksandr alexandre alejandro sasha sandy alec
anthony tony antonio antoine anton
andrew andy andrei andrey andre andres drew
benjamin ben benny bibi binyamin
barack barry
charles charlie chuck carlos karl carl chas
christopher chris kit
daniel dan danny
david dave davy
donald don donnie
edward ed eddie ted ned eduardo edouard
elizabeth liz beth betty lisa eliza libby lizzie
frederick fred freddie friedrich frederic federico fritz
francis frank francisco francesco francois pancho paco
gabriel gabe
gerald gerry jerry
george jorge georges giorgio georg jurgen yuri
gregory greg grigory grigori
henry harry hank enrique henri heinrich
jacob jake jack jakob
james jim jimmy jamie jaime
jeffrey jeff geoffrey geoff
jennifer jen jenny
john jack johnny jon juan jean johann ivan jan giovanni joao yahya
jonathan jon jonny
joseph joe joey jose josef giuseppe yusuf youssef iosif pepe
joshua josh
katherine kathryn kate kathy katie catherine cathy kitty ekaterina
kenneth ken kenny
lawrence larry laurence lorenzo
leonard leo len lenny
louis lou luis luigi ludwig
margaret maggie meg peggy margarita marguerite
mark marc marco marcos marcus
matthew matt matteo mateo matthieu
maurice mo mauricio morris
michael mike mick mickey mikhail michel miguel michele
nathaniel nathan nat nate
nicholas nick nicolas nikolai nico nicola
patricia pat patty trish
patrick pat paddy
paul pablo paolo pavel pol
peter pete pedro pierre pyotr petr petro
philip phil felipe philippe
raymond ray ramon
rebecca becky
richard rick dick ricky ricardo
robert bob rob bobby roberto bert
ronald ron ronnie
samuel sam sammy
stephen steve steven stefan esteban stephane
susan sue susie suzanne
theodore ted teddy theo
thomas tom tommy tomas
timothy tim timmy
victor vic viktor
vladimir volodymyr vova
walter walt wally
william bill billy will willie liam guillermo wilhelm guillaume
""".strip().splitlines()
# The lines on which a first name stands.
NICKNAMES: dict[str, frozenset[int]] = {
    name: frozenset(n for n, line in enumerate(_NAMESAKES) if name in line.split())
    for name in sorted({name for line in _NAMESAKES for name in line.split()})
}
