"""The reporting words: what tells that somebody uttered the words beside it.

One table a language, from word keys (`text.segment.word_key`) to what the word can do. English
forms are made from the verb; a language is added by adding its line to `_TABLES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

__all__ = ["Cue", "Form", "Reach", "cue_table", "inflections"]


class Reach(StrEnum):
    """How far from the quoted words a reporting word may stand."""

    SENTENCE = "sentence"  # it takes a whole clause: "said that ..."
    THOUGHT = "thought"  # a clause too, but where somebody else reports it, they speak
    NEAR = "near"  # it takes a few words: "called it ..."
    TOUCHING = "touching"  # it reports only right beside the marks: "he continued"


class Form(StrEnum):
    """The form of a verb, as far as it tells what can be its subject."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"  # -ing
    PREPOSITION = "preposition"  # "according to": the speaker follows


@dataclass(frozen=True, slots=True)
class Cue:
    """What a reporting word can do; `past` forms that are also participles can be passive."""

    reach: Reach
    form: Form
    passive: bool = False


_SAY = (
    "add admit advise affirm allege announce answer argue ask assert assure attest aver blog "
    "caution react concur counsel claim clarify comment complain concede conclude confess "
    "confirm contend counter declare demand deny disclose echo elaborate email emphasize "
    "emphasise exclaim explain inform insist instruct joke lament maintain mention muse note "
    "object observe opine order pledge point post predict proclaim profess promise protest quip "
    "recall recount reiterate remark remind repeat reply report request respond retort reveal "
    "say shout state stipulate stress swear teach tell testify text theorize tweet retweet "
    "underline underscore urge venture volunteer vow warn whisper write yell reason recommend "
    "propose quote cite boast brag holler read snipe retaliate fume rage gripe grouse grumble "
    "rant vent specify summarize caption narrate plead preach chant scream sing notify recite "
    "beg implore acknowledge message highlight remember"
)
_THINK = (
    "threaten hint imply indicate signal suggest think believe feel fear hope worry know see "
    "find consider view regard expect doubt suspect wonder agree disagree estimate imagine "
    "assume speculate surmise anticipate foresee figure guess"
)
_CALL = (
    "accuse admonish applaud appeal attack bash bemoan berate blame blast brand call castigate "
    "celebrate characterize characterise charge cheer chide christen commend compare condemn "
    "congratulate credit criticize criticise decry defend define deem denounce depict deride "
    "describe dismiss discuss dub encourage endorse express extol fault hail insult invoke "
    "knock label lambast lambaste laud liken mock name paint pan plug portray praise promote "
    "rebuff rebuke refer refute reject ridicule rip scold slam slap speak talk tag term thank "
    "tout trumpet welcome use vilify repudiate excoriate cast champion style voice outline "
    "taunt tease scorn lash rail question pronounce hammer"
)
_TAG = (
    "begin continue laugh sigh smile snap fire shoot joke cry crow gush scoff sneer mutter "
    "murmur interject interrupt go finish wail thunder bark snarl demur deadpan sniff marvel "
    "reflect enthuse beam riff intone rejoin chuckle groan growl chime offer put"
)
_IRREGULAR = {
    "know": "knew known",
    "foresee": "foresaw foreseen",
    "say": "said said",
    "tell": "told told",
    "think": "thought thought",
    "feel": "felt felt",
    "write": "wrote written",
    "swear": "swore sworn",
    "teach": "taught taught",
    "speak": "spoke spoken",
    "sing": "sang sung",
    "begin": "began begun",
    "go": "went",
    "shoot": "shot shot",
    "see": "saw seen",
    "find": "found found",
    "read": "read read",
    "cast": "cast cast",
    "put": "put put",
    "plead": "pleaded pled",
    "hear": "heard heard",
    "mean": "meant meant",
    "understand": "understood understood",
    "forget": "forgot forgotten",
    "choose": "chose chosen",
    "strive": "strove striven",
    "seek": "sought sought",
    "show": "showed shown",
    "prove": "proved proven",
}
_DOUBLING = frozenset(
    "admit rip pan tag slap slam plug dub blog quip brag put begin refer beg plan forget prefer "
    "regret".split()
)

_SPANISH = (
    "dijo dijeron dice dicen afirmo afirmaron afirma aseguro aseguraron asegura declaro "
    "declararon declara senalo senalaron senala explico explicaron explica anadio anade agrego "
    "agrega indico indica sostuvo sostiene advirtio advierte manifesto comento expreso insistio "
    "subrayo reconocio respondio pregunto anuncio denuncio escribio publico aclaro preciso "
    "confirmo recordo"
)
_FRENCH = (
    "dit disent declare affirme affirment explique ajoute assure estime souligne indique "
    "precise repond previent denonce ecrit confie rappelle lance insiste annonce reconnu averti "
    "prevenu repondu disait poursuit conclu"
)
_GERMAN = (
    "sagte sagten sagt sagen erklarte erklarten erklart betonte betont meinte meint warnte "
    "warnt fugte teilte berichtete kritisierte forderte behauptete schrieb nannte ausserte "
    "antwortete kundigte bekraftigte"
)
_PORTUGUESE = "disse disseram diz afirmou afirma declarou explicou acrescentou ressaltou destacou"
_ITALIAN = "disse dice affermato dichiarato spiegato aggiunto sottolineato detto"


def cue_table(language: str) -> Mapping[str, Cue]:
    """The reporting words for texts in `language` (ISO 639-1), by word key.

    Those of a language without a table of its own, and of `und`, are those of all languages.

    >>> cue_table("en")["warned"].reach
    <Reach.SENTENCE: 'sentence'>
    """
    return _TABLES.get(language, _ALL)


def _english() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for verbs, reach in (
        (_TAG, Reach.TOUCHING),
        (_CALL, Reach.NEAR),
        (_THINK, Reach.THOUGHT),
        (_SAY, Reach.SENTENCE),
    ):
        for verb in verbs.split():
            for key, form in inflections(verb):
                table[key] = Cue(reach, form, passive=form is Form.PAST)
    table["according"] = Cue(Reach.SENTENCE, Form.PREPOSITION)
    return table


def inflections(verb: str) -> Iterator[tuple[str, Form]]:
    """The forms of an English verb, each as a word key."""
    yield verb, Form.BASE
    yield _third_person(verb), Form.PRESENT
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    for past in _IRREGULAR[verb].split() if verb in _IRREGULAR else [_past(verb, stem)]:
        yield past, Form.PAST
    yield (
        (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing",
        Form.PARTICIPLE,
    )


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "go")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else stem + "ed"


def _plain(words: str, *prepositions: str) -> dict[str, Cue]:
    table = {word: Cue(Reach.SENTENCE, Form.PAST) for word in words.split()}
    table.update((word, Cue(Reach.SENTENCE, Form.PREPOSITION)) for word in prepositions)
    return table


def _freeze(table: dict[str, Cue]) -> Mapping[str, Cue]:
    return MappingProxyType(table)


_TABLES: Mapping[str, Mapping[str, Cue]] = {
    "en": _freeze(_english()),
    "es": _freeze(_plain(_SPANISH, "segun")),
    "fr": _freeze(_plain(_FRENCH, "selon")),
    "de": _freeze(_plain(_GERMAN, "laut", "zufolge")),
    "pt": _freeze(_plain(_PORTUGUESE, "segundo")),
    "it": _freeze(_plain(_ITALIAN, "secondo")),
}
_ALL: Mapping[str, Cue] = _freeze(
    {key: cue for table in reversed(list(_TABLES.values())) for key, cue in table.items()}
)
