"""The one scorer of names: are two of them one bearer's, and what says so.

The probability is that of a logistic model over `signals`, whose weights `bench.fit_names` fits
on open pairs of names; it answers whether somebody who looks for a name would take the other for
it. `Answer.SAME` asks for more: that nothing in the names or around them speaks against it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import NameKind
from newstemma.text.identity.alignment import Aligned
from newstemma.text.identity.context import (
    CONTEXT_WEIGHTS,
    ContextSign,
    NameContext,
    context_signs,
)
from newstemma.text.identity.doubts import DECISIVE, Doubt, doubts
from newstemma.text.identity.parts import LOOSE, NameParts, take_apart
from newstemma.text.identity.signals import SIGNALS, Comparison, compared
from newstemma.text.identity.weights import BIAS, WEIGHTS

__all__ = ["SURE", "Answer", "NameMatch", "compare_names", "compare_parts"]

# Held back, 98 of 100 pairs at or above it are one name's, 97 of 100 at or below its complement
# are not (`python -m bench.fit_names`).
SURE = 0.9

_NOWHERE = NameContext()


class Answer(StrEnum):
    """Whether two names are one bearer's."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """What the scorer makes of two names, with what it rests on.

    The spans of `aligned` point into `left.written` and `right.written`.
    """

    left: NameParts
    right: NameParts
    answer: Answer
    probability: float
    aligned: tuple[Aligned, ...]
    doubts: tuple[Doubt, ...] = ()
    context: tuple[ContextSign, ...] = ()

    def evidence(self) -> tuple[str, ...]:
        """What the answer rests on, one plain statement each."""
        return tuple(_statements(self))


def compare_names(
    left: str,
    right: str,
    *,
    kind: NameKind = NameKind.UNKNOWN,
    mine: NameContext = _NOWHERE,
    theirs: NameContext = _NOWHERE,
) -> NameMatch:
    """Whether two names, both of a bearer of one kind, are one bearer's.

    `mine` is what is known around `left`, `theirs` around `right`. Exchanging the two changes
    nothing but the sides of the evidence.

    >>> compare_names("Nicolás Marchetti", "Marchetti, Nicolas", kind=NameKind.PERSON).answer
    <Answer.SAME: 'same'>
    >>> compare_names("Ocean 7", "Ocean 9", kind=NameKind.VESSEL).answer
    <Answer.DIFFERENT: 'different'>
    """
    return compare_parts(take_apart(left, kind), take_apart(right, kind), mine=mine, theirs=theirs)


def compare_parts(
    left: NameParts,
    right: NameParts,
    *,
    mine: NameContext = _NOWHERE,
    theirs: NameContext = _NOWHERE,
) -> NameMatch:
    """The same for names that were taken apart before."""
    names = compared(left, right)
    signs = context_signs(left, right, mine, theirs)
    odds = BIAS + math.fsum(WEIGHTS[one.__name__] * one(names) for one in SIGNALS)
    odds += math.fsum(CONTEXT_WEIGHTS[sign] for sign in signs)
    probability = 1 / (1 + math.exp(-odds))
    found = doubts(names)
    return NameMatch(
        left=left,
        right=right,
        answer=_answer(names, probability, found),
        probability=probability,
        aligned=names.aligned,
        doubts=found,
        context=signs,
    )


def _answer(names: Comparison, probability: float, found: tuple[Doubt, ...]) -> Answer:
    if not names.left.parts or not names.right.parts:
        return Answer.UNSURE
    scripts = {names.left.script, names.right.script}
    unread = len(scripts) > 1 and not scripts.isdisjoint(LOOSE)
    unread = unread or Doubt.INITIALS in found
    if not DECISIVE.isdisjoint(found) or (probability <= 1 - SURE and not unread):
        return Answer.DIFFERENT
    return Answer.SAME if probability >= SURE and not found else Answer.UNSURE


def _statements(match: NameMatch) -> Iterator[str]:
    for one in match.aligned:
        sides = (
            " ".join(part.span.of(name.written) for part in parts)
            for parts, name in ((one.left, match.left), (one.right, match.right))
        )
        yield f"{' ~ '.join(side for side in sides if side)}: {one.how}"
    for name in (match.left, match.right):
        yield from (f"{span.of(name.written)}: a title" for span in name.honorifics)
        if name.legal_form:
            yield f"{name.legal_form[0]}: a legal form"
    yield from map(str, match.doubts)
    yield from map(str, match.context)
