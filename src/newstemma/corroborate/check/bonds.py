"""Judges whether words that stand side by side in a sentence do so at the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.place import Place
from newstemma.corroborate.check.wants import Want, WantKind
from newstemma.records import Span

__all__ = ["judge_bonds", "judge_order"]

_BESIDE = 2  # words from one to the other in the sentence,
_NEAR = 4  # and at the place
_MARKS = frozenset(",;:()")


def judge_bonds(told: Assertion, place: Place) -> Iterator[Want]:
    """Each two words side by side that the place has only apart from each other."""
    for left, right in pairwise(told.content):
        between = Span(told.span(left).end, told.span(right).start)
        beside = right - left <= _BESIDE and _MARKS.isdisjoint(told.line.text_of(between))
        if beside and left in place.meant and right in place.meant:
            here, there = place.meant[left], place.meant[right]
            if _distance(here, there) > _NEAR:
                yield Want(
                    kind=_kind(told, left, right, place),
                    span=Span(told.span(left).start, told.span(right).end),
                    there=place.span(there[:1]),
                )


def judge_order(told: Assertion, place: Place) -> Iterator[Want]:
    """Without a parse who does what is told by the order of the words: it has to be the same."""
    if told.line.clauses and place.line.clauses:
        return
    reached = -1
    for n in told.content:
        later = [p for p in place.meant.get(n, ()) if p >= reached]
        if later:
            reached = later[0]
        elif n in place.meant:
            there = place.span(place.meant[n][:1])
            yield Want(kind=WantKind.ROLE, span=told.span(n), there=there)
            return


def _kind(told: Assertion, left: int, right: int, place: Place) -> WantKind:
    """Whether the first word is a name that tells which one is meant by the second."""
    predicates = [clause.predicate for clause in told.line.clauses]
    verbal = any(p.overlaps(told.span(n)) for p in predicates for n in (left, right))
    opens = left == 0 and told.line.text_of(told.span(left))[:1].isupper()
    if right - left > 1 or verbal or right in told.names or not (opens or left in told.names):
        return WantKind.BOND
    before = [p - 1 for p in place.meant[right] if p]
    if any(place.line.text_of(place.line.words[p].span)[:1].isupper() for p in before):
        return WantKind.RIVAL
    return WantKind.BOND if opens else WantKind.NAME_BOND


def _distance(left: Sequence[int], right: Sequence[int]) -> int:
    return min(abs(one - other) for one in left for other in right)
