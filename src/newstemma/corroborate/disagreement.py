"""How two propositions that tell of the same disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newstemma.corroborate.propositions import OPENING, Proposition
from newstemma.records import (
    Force,
    PartRole,
    Quantity,
    Span,
    TimeExpression,
    Variant,
    VariantKind,
)

__all__ = ["Disagreement", "changed", "disagreement", "may_be_of_one_time"]

_T = TypeVar("_T")
_DAY = 10  # characters of an ISO day
_WEAK = frozenset({Force.LIKELY, Force.POSSIBLE, Force.UNKNOWN})
# The changes of a retelling that make another claim of it, the gravest first.
_CHANGES = (
    VariantKind.POLARITY_CHANGED,
    VariantKind.NUMBER_CHANGED,
    VariantKind.DATE_CHANGED,
    VariantKind.ROLE_CHANGED,
    VariantKind.ENTITY_CHANGED,
    VariantKind.PLACE_CHANGED,
    VariantKind.PREDICATE_CHANGED,
    VariantKind.HEDGE_DROPPED,
    VariantKind.HEDGE_ADDED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A part filled differently; `kind` is that of the change that makes the left of the right."""

    kind: VariantKind
    left: Span
    right: Span

    def turned(self) -> Disagreement:
        """The same, seen from the right."""
        kind = _TURNED.get(self.kind, self.kind)
        return Disagreement(kind=kind, left=self.right, right=self.left)


_TURNED = {
    VariantKind.HEDGE_DROPPED: VariantKind.HEDGE_ADDED,
    VariantKind.HEDGE_ADDED: VariantKind.HEDGE_DROPPED,
}


def changed(
    child: Proposition, parent: Proposition, variants: Iterable[Variant]
) -> Disagreement | None:
    """The gravest change of a claim that the collation found, the child being the left.

    Where it found none, numbers and dates still have to agree.
    """
    found = [
        (_CHANGES.index(one.kind), one.child_span, one.parent_span)
        for one in variants
        if one.kind in _CHANGES
        and one.child_span is not None
        and one.parent_span is not None
        and one.child_span.overlaps(child.span)
        and one.parent_span.overlaps(parent.span)
    ]
    if found:
        rank, here, there = min(found)
        kind = _CHANGES[rank]
        return Disagreement(kind=kind, left=here, right=there)
    return next((one for judge in (_numbers, _dates) for one in judge(child, parent)), None)


def disagreement(left: Proposition, right: Proposition) -> Disagreement | None:
    """The gravest disagreement of two propositions that tell of the same; None if they agree."""
    return next((found for judge in _JUDGES for found in judge(left, right)), None)


def _polarity(left: Proposition, right: Proposition) -> Iterator[Disagreement]:
    if left.negated != right.negated:
        yield Disagreement(kind=VariantKind.POLARITY_CHANGED, left=left.span, right=right.span)


def _numbers(left: Proposition, right: Proposition) -> Iterator[Disagreement]:
    """Two quantities of one thing whose values cannot both be right."""
    own, theirs = _unmatched(left.quantities, right.quantities, _agree)
    for one in own:
        rivals = [other for other in theirs if _is_rival(one, other, left, right)]
        if len(rivals) == 1:
            yield Disagreement(kind=VariantKind.NUMBER_CHANGED, left=one.span, right=rivals[0].span)


def _unmatched(
    left: Sequence[_T], right: Sequence[_T], agree: Callable[[_T, _T], bool]
) -> tuple[list[_T], list[_T]]:
    """Those on each side that agree with none of the other."""
    own = [one for one in left if not any(agree(one, other) for other in right)]
    theirs = [other for other in right if not any(agree(one, other) for one in left)]
    return own, theirs


def _is_rival(one: Quantity, other: Quantity, left: Proposition, right: Proposition) -> bool:
    """Whether both measure or count the same."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return False
    return left.counted(one) == right.counted(other)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two values can both be right: equal, or one inside what the other leaves open."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return False
    value, theirs = one.value, other.value
    if value is not None and theirs is not None:
        return value == theirs
    below = one.high is not None and other.low is not None and one.high < other.low
    above = other.high is not None and one.low is not None and other.high < one.low
    if below or above:
        return False
    is_exact = value is not None or theirs is not None
    return is_exact or (one.low, one.high) == (other.low, other.high)


def _dates(left: Proposition, right: Proposition) -> Iterator[Disagreement]:
    """One date on each side that the other lacks, of one precision."""
    own, theirs = _unmatched(left.times, right.times, _is_one_time)
    for one in own:
        rivals = [t for t in theirs if t.precision is one.precision and t.kind is one.kind]
        if len(rivals) == 1:
            yield Disagreement(kind=VariantKind.DATE_CHANGED, left=one.span, right=rivals[0].span)


def may_be_of_one_time(left: Proposition, right: Proposition) -> bool:
    """Whether one of the days or months that each names may be one of the other's."""
    own, theirs = _days(left.times), _days(right.times)
    return not own or not theirs or any(_is_one_day(a, b) for a in own for b in theirs)


def _days(times: Iterable[TimeExpression]) -> list[str]:
    """Their days, months and years; a day of the week alone is any."""
    found = (one.value[:_DAY] for one in times if one.value and one.precision is not None)
    return [day for day in found if "W" not in day and day[:1] in "X12"]


def _is_one_day(one: str, other: str) -> bool:
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=False))


def _is_one_time(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether both may be one date; since then and until then are two."""
    if one.bound and other.bound and (one.bound in OPENING) != (other.bound in OPENING):
        return False
    if one.key == other.key or one.value is None or other.value is None:
        return True
    return all(a == b or "X" in (a, b) for a, b in zip(one.value, other.value, strict=False))


def _named_parts(left: Proposition, right: Proposition) -> Iterator[Disagreement]:
    """A role that one fills with a name which the other has nowhere, or in another role."""
    for role, kind in _NAMED.items():
        own, theirs = left.keys(role) & left.names, right.keys(role) & right.names
        if own and theirs and not own & theirs:
            swapped = own <= right.names and theirs <= left.names
            is_changed = swapped or not (own & right.names or theirs & left.names)
            if is_changed:
                yield Disagreement(
                    kind=VariantKind.ROLE_CHANGED if swapped else kind,
                    left=_at(left, role, own),
                    right=_at(right, role, theirs),
                )


_NAMED = {
    PartRole.WHO: VariantKind.ENTITY_CHANGED,
    PartRole.WHOM: VariantKind.ENTITY_CHANGED,
    PartRole.WHERE: VariantKind.PLACE_CHANGED,
}


def _at(one: Proposition, role: PartRole, keys: frozenset[str]) -> Span:
    return next(part.span for part in one.parts if part.role is role and part.key in keys)


def _hedges(left: Proposition, right: Proposition) -> Iterator[Disagreement]:
    weak = left.stance.force in _WEAK, right.stance.force in _WEAK
    if weak[0] != weak[1]:
        kind = VariantKind.HEDGE_ADDED if weak[0] else VariantKind.HEDGE_DROPPED
        yield Disagreement(kind=kind, left=left.span, right=right.span)


_Judge = Callable[[Proposition, Proposition], Iterator[Disagreement]]
_JUDGES: tuple[_Judge, ...] = (_polarity, _numbers, _dates, _named_parts, _hedges)
