"""What forbids to call two names one, however alike they look.

A screener wants to see "Harbour Fund V" beside "Harbour Fund VI"; whoever says that they are one
is wrong. A doubt leaves the probability as it is and bounds the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newstemma.text.identity.alignment import Aligned, How
from newstemma.text.identity.lexicon import NICKNAMES
from newstemma.text.identity.parts import PartKind
from newstemma.text.identity.signals import (
    Comparison,
    initials_only,
    lone,
    other_father,
    other_form,
    other_initial,
    other_number,
)
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE
from newstemma.text.rarity import UNKNOWN, rarity

__all__ = ["DECISIVE", "Doubt", "doubts"]


class Doubt(StrEnum):
    """Why two names may not be called one."""

    NUMBER = "they bear different numbers"
    NUMBER_MISSING = "only one bears a number"
    INITIAL = "an initial does not fit"
    INITIAL_MISSING = "only one has a further initial"
    FATHER = "the father's name differs"
    FIRST_NAME = "the first names are two names"
    LEGAL_FORM = "the legal forms differ"
    OTHER_WORD = "two words in use"
    WORD = "two words in use, or one misspelt"
    PART = "a part is missing where none should be"
    LONE = "one part of a longer name says little"
    ACRONYM = "letters may stand for several names"
    INITIALS = "nothing but initials agrees"


DECISIVE = frozenset(
    {Doubt.NUMBER, Doubt.INITIAL, Doubt.FATHER, Doubt.FIRST_NAME, Doubt.OTHER_WORD}
)
"""Those after which the names are not one's; after the others it cannot be told."""

_GIVEN = (GIVEN_MALE | GIVEN_FEMALE) | NICKNAMES.keys()
_LONG = 6  # letters from which a word is no abbreviation of another
_APART = 0.8  # similarity below which a slip does not explain two words


def doubts(names: Comparison) -> tuple[Doubt, ...]:
    """Every doubt about two names, the gravest first."""
    return tuple(sorted(_found(names), key=list(Doubt).index))


def _found(names: Comparison) -> Iterator[Doubt]:
    told = (
        (other_number, Doubt.NUMBER),
        (other_initial, Doubt.INITIAL),
        (other_father, Doubt.FATHER),
        (other_form, Doubt.LEGAL_FORM),
        (lone, Doubt.LONE),
        (initials_only, Doubt.INITIALS),
    )
    if _lacks_an_initial(names):
        yield Doubt.INITIAL_MISSING
    yield from (doubt for signal, doubt in told if signal(names) and any(names.words))
    if any(one.how is How.ABBREVIATION and len(one.left) != len(one.right) for one in names.words):
        yield Doubt.ACRONYM
    if names.is_body and any(part.kind is PartKind.NUMBER for part in names.missing):
        yield Doubt.NUMBER_MISSING
    if names.is_body and any(part.kind is not PartKind.NUMBER for part in names.missing):
        yield Doubt.PART
    if any(_are_two_first_names(names, one) for one in names.words):
        yield Doubt.FIRST_NAME
    known = [one for one in names.words if _are_two_words(one)]
    if names.is_body and any(one.similarity < _APART for one in known):
        yield Doubt.OTHER_WORD
    elif known or any(one.how is How.DIFFERENT for one in names.words):
        yield Doubt.WORD


def _lacks_an_initial(names: Comparison) -> bool:
    """Whether both names have initials, and one of them more: "J. W. Lee", "W. Lee"."""
    initials = [
        any(part.kind is PartKind.INITIAL for part in side.parts)
        for side in (names.left, names.right)
    ]
    return all(initials) and any(part.kind is PartKind.INITIAL for part in names.missing)


def _are_two_first_names(names: Comparison, one: Aligned) -> bool:
    """Whether two first names in use stand against each other at the head of people's names."""
    if names.is_body or one.how not in (How.SPELLING, How.DIFFERENT):
        return False
    pair = {one.left[0], one.right[0]}
    heads = {side.words[0] for side in (names.left, names.right)}
    return pair <= heads and all(part.key in _GIVEN for part in pair)


def _are_two_words(one: Aligned) -> bool:
    """Whether a slip would have made a word of a word."""
    longest = min(len(part.key) for part in (*one.left, *one.right)) >= _LONG
    unlike = one.how in (How.SPELLING, How.DIFFERENT) or (one.how is How.ABBREVIATION and longest)
    return unlike and all(rarity(part.key) < UNKNOWN for part in (*one.left, *one.right))
