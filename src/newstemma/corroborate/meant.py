"""Which actor a phrase is about: the one it names, or whose government or deed it is."""

from __future__ import annotations

import re

from newstemma.collate.stems import stem
from newstemma.corroborate.event_words import NOUNS
from newstemma.corroborate.participants import Participant
from newstemma.corroborate.propositions import Names
from newstemma.records import RelationType, Span

__all__ = ["meant"]

# What speaks and acts for the state or the head of state whose name stands before it.
_BODIES = frozenset(
    stem(word)
    for word in "government regime administration military army forces troops navy authorities "
    "leadership state parliament police".split()
)
_ATTITUDES = frozenset(
    {
        RelationType.SUPPORT,
        RelationType.DISAPPROVE,
        RelationType.REJECT,
        RelationType.ACCUSE,
        RelationType.INVESTIGATE,
    }
)
# What somebody does or says: whoever welcomes a decision welcomes who took it. An arrest, a fall
# or a membership is no deed of whose it is.
_DEEDS = frozenset(
    stem(word)
    for word in "action activity decision move policy proposal plan offer statement call effort "
    "remark comment claim role conduct behaviour behavior stance position campaign initiative "
    "response request bid treatment refusal commitment pledge promise announcement step measure "
    "demand threat attack strike operation support backing aggression crackdown designation "
    "invasion rhetoric involvement contribution intervention leadership ruling verdict".split()
)
_AIMED = re.compile(r" (?:with|on|to|for|against|from)(?: the)? ")
_POSSESSIVE = ("'s", "’s", "'", "’")


def meant(
    text: str, one: Participant, names: Names, type_: RelationType, *, by: bool
) -> tuple[str, Span] | None:
    """The actor meant and where it is named; None where the phrase is about something else.

    `by` for who does it: only the actor, or its government.
    """
    if not one.named:
        return None
    found = names[one.span], one.span
    if one.span.overlaps(one.head) or one.head.end <= one.span.start:
        told = _is_head(text, one) or (not by and _is_aimed_at(text, one, type_))
        return found if told else None
    between = text[one.span.end : one.head.start].strip()
    noun = stem(one.head.of(text).lower())
    if noun in _BODIES:
        return found if len(between.split()) <= 2 else None
    if by or type_ not in _ATTITUDES or noun not in _DEEDS:
        return None
    owns = between.startswith(_POSSESSIVE) or not between
    return found if owns else None


def _is_aimed_at(text: str, one: Participant, type_: RelationType) -> bool:
    """Whether the name stands after a noun for what is done: "held talks with Norland".

    Whoever condemns an attack on Norland does not condemn Norland.
    """
    is_done = type_ not in _ATTITUDES and type_ is not RelationType.DEMAND
    is_deed = is_done and one.head.of(text).lower() in NOUNS
    return is_deed and _AIMED.fullmatch(text, one.head.end, one.span.start) is not None


def _is_head(text: str, one: Participant) -> bool:
    """Whether the name is the main word, or stands straight after its title."""
    return one.span.overlaps(one.head) or not text[one.head.end : one.span.start].strip(" ,")
