"""Tells whether two quotations are given to one speaker, to two, or whether it cannot be told."""

from __future__ import annotations

from bisect import bisect_left

from newstemma.collate.utterances import Utterance
from newstemma.records import NameKind
from newstemma.text.identity import compare_names
from newstemma.text.identity.scorer import Answer
from newstemma.text.segment import words

__all__ = ["are_one", "are_two", "differ"]

_NEAR = 15  # words round a quotation in which its other speaker may be named


def are_one(own: Utterance, other: Utterance) -> bool:
    """Whether the speakers share a part of a name that is written with a capital, or bear one
    name in two forms.
    """
    shared = not _capitals(own).isdisjoint(_capitals(other))
    return shared or _compared(own, other) is Answer.SAME


def are_two(own: Utterance, other: Utterance) -> bool:
    """Whether the speakers bear two names, however near the other one stands."""
    mine, theirs = _name_parts(own), _name_parts(other)
    shared = any(a in b or b in a for a in mine for b in theirs)
    named = bool(mine and theirs) and not shared
    return named and _compared(own, other) is Answer.DIFFERENT


def differ(own: Utterance, other: Utterance) -> bool:
    """Whether the two speakers are certainly not one: both named, the other not near by."""
    if not are_two(own, other):
        return False
    mine, theirs = _name_parts(own), _name_parts(other)
    return theirs.isdisjoint(_words_near(own)) and mine.isdisjoint(_words_near(other))


def _compared(own: Utterance, other: Utterance) -> Answer:
    """What the scorer makes of the speakers; unsure unless both bear a name of some length."""
    if not (_name_parts(own) and _name_parts(other)):
        return Answer.UNSURE
    names = [utterance.quotation.speaker or "" for utterance in (own, other)]
    return compare_names(*names, kind=NameKind.PERSON).answer


def _words_near(utterance: Utterance) -> set[str]:
    words_of = utterance.witness.words
    first = bisect_left(words_of, utterance.quotation.span.start, key=lambda w: w.start)
    near = words_of[max(first - _NEAR, 0) : first + len(utterance.words) + _NEAR]
    return {word.key for word in near}


def _capitals(utterance: Utterance) -> frozenset[str]:
    speaker = utterance.quotation.speaker or ""
    return frozenset(w.key for w in words(speaker) if speaker[w.start].isupper() and len(w.key) > 2)


def _name_parts(utterance: Utterance) -> frozenset[str]:
    """The parts of the speaker's name, none where only a description is known."""
    speaker = utterance.quotation.speaker or ""
    parts = words(speaker)
    capitals = [w for w in parts if speaker[w.start].isupper()]
    if len(capitals) < 2 or len(parts) - len(capitals) > 1 or "'s" in speaker.replace("’", "'"):
        return frozenset()
    return _capitals(utterance)
