"""The words that attribute, and what each of them takes.

Verbs, nouns and adjectives of saying, thinking, wanting, judging and showing, each with what
stands for its content: a clause, an object, what follows a preposition. English; forms are made
from the base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newstemma.text.quotations.cues import inflections

__all__ = ["ADJECTIVES", "ADVERBS", "NOUNS", "VERBS", "Frame"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word takes.

    `clause`: its clause is content, `infinitive`: only one with "to" or in -ing. `object`: its
    object is content. `hearer`: its object is whoever is addressed. `predicate`: its object and
    what is said of it are content ("called it a failure"). `subject`: what looks like its subject
    is content ("seems to"). `speech`: it can report words. `prepositions`: what follows one of
    them is content ("called for").
    """

    clause: bool = False
    infinitive: bool = False
    object: bool = False
    hearer: bool = False
    predicate: bool = False
    subject: bool = False
    speech: bool = False
    prepositions: frozenset[str] = frozenset()

    @property
    def raises(self) -> bool:
        """Whether its subject can only be content: "seems", and never "intends"."""
        return self.subject and not self.object

    @property
    def reports(self) -> bool:
        """Whether it can take a clause, or words, as its content."""
        return self.clause or self.speech


_CODES = {
    "c": "clause", "x": "infinitive", "o": "object", "r": "hearer", "p": "predicate",
    "s": "subject", "q": "speech",
}  # fmt: skip

# Codes, then verbs; after a slash the prepositions that bring in the content.
_VERBS = """
cq/ say add threaten argue aver comment insist maintain opine reason remark joke quip respond
  reply retort vow swear theorize blog muse counter contend chant scream yell shout exclaim whisper
  conclude gripe fume lament hint imply answer agree boast brag
q/ continue elaborate interject begin blurt interrupt mutter sigh laugh crow snap go
coq/ admit affirm acknowledge allege announce assert claim clarify concede confess confirm deny
  declare disclose emphasize emphasise explain highlight mention note observe outline pledge
  predict proclaim profess promise propose recall recount reiterate repeat report reveal state
  stress suggest underscore underline volunteer recommend cite echo demand describe
  detail dispute tweet retweet write post text email signal stipulate specify caution narrate
  advocate protest indicate guarantee preach recite relay summarize
crq/ tell inform assure remind notify advise instruct convince persuade brief teach
cprq/about,for ask
cpq/ warn urge implore beg encourage press challenge order command pressure counsel exhort
  request
c/ believe think feel know suspect doubt assume imagine guess figure presume realize realise
  wonder worry learn fear hope wish decide pretend reckon fret foresee find see hear
  prove conclude understand
co/ recognize recognise anticipate forget envision appreciate regret hate love like prefer dislike
  loathe resent detest dread
cp/ expect view regard consider deem judge want
cos/ intend
x/ plan intend seek decline refuse agree offer choose opt resolve aspire hesitate want
o/ support oppose back endorse criticize criticise condemn denounce attack praise applaud blast
  slam mock ridicule defend reject dismiss welcome question discuss decry deride blame commend
  hail tout disavow renounce repudiate rebut refute rebuke fault bemoan assail champion embrace
  disapprove approve admire respect trust distrust favor favour rip lambaste lambast
  castigate excoriate bash knock chide scold insult belittle disparage malign vilify
  demonize trash celebrate extol quote debunk contradict
  debate contemplate weigh ponder
  congratulate thank salute propose seek request demand pan reaffirm disown
  critique skewer eviscerate hammer lament trumpet
p/ call describe label brand characterize characterise portray depict paint dub term
  accuse compare liken credit declare
cop/ show reveal demonstrate illustrate detail document indicate
cs/ seem appear
/for call push advocate opt vote hope
/at hint
/on comment focus reflect
/to refer point respond object allude react
/about talk speak worry complain think ask care joke lie rant boast wonder rave
/of speak think approve disapprove dream complain warn boast conceive
/with agree disagree sympathize
/against rail speak argue warn protest rally campaign
/in believe
"""

# Prepositions and that-clauses of nouns; each needs somebody who owns it, or a clause.
_NOUNS = """
claim claims assertion allegation allegations accusation accusations statement statements belief
fear fears hope hopes concern concerns worry worries plan plans promise promises pledge vow call
calls criticism criticisms support opposition endorsement view views opinion question questions
suggestion argument arguments desire intention warning warnings proposal prediction insistence
acknowledgement acknowledgment admission complaint complaints demand demands threat threats
comments remarks description characterization contention confidence conviction doubt doubts
denial declaration announcement recommendation assessment conclusion critique praise defense
embrace rejection condemnation attack attacks assurance assurances skepticism disdain admiration
contempt preference
"""
_ADJECTIVES = """
aware confident worried concerned skeptical certain sure glad happy proud afraid convinced opposed
critical supportive wary hopeful fearful optimistic pessimistic adamant doubtful mindful unaware
dismissive frustrated disappointed surprised shocked angry upset furious excited pleased grateful
ashamed embarrassed sorry eager willing reluctant unwilling determined
"""
_ADVERBS = "reportedly allegedly supposedly purportedly"


def _verbs() -> Iterator[tuple[str, Frame]]:
    frames: dict[str, Frame] = {}
    groups = _VERBS.strip().replace("\n  ", " ").split("\n")
    for group in groups:
        code, *bases = group.split()
        flags, _, prepositions = code.partition("/")
        taken = frozenset(filter(None, prepositions.split(",")))
        for base in bases:
            frames[base] = _joined(frames.get(base, Frame()), flags, taken)
    for base, frame in frames.items():
        for form, _ in inflections(base):
            yield form, frame


def _joined(frame: Frame, flags: str, prepositions: frozenset[str]) -> Frame:
    names = {_CODES[flag] for flag in flags}
    return Frame(
        **{name: name in names or getattr(frame, name) for name in _CODES.values()},
        prepositions=frame.prepositions | prepositions,
    )


VERBS: Mapping[str, Frame] = MappingProxyType(dict(_verbs()))
NOUNS = frozenset(_NOUNS.split())
ADJECTIVES = frozenset(_ADJECTIVES.split())
ADVERBS = frozenset(_ADVERBS.split())
