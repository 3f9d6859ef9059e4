"""Finds the slots that the articles of a story fill differently; which is right is not judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from networkx.utils import UnionFind

from newstemma.lineage.naming import named
from newstemma.records import (
    Claim,
    Conflict,
    ConflictSide,
    Distortion,
    Filling,
    PartRole,
    Slot,
    Span,
    Statement,
    VariantKind,
    Witness,
)

__all__ = ["conflicts"]

_SLOTS = {
    VariantKind.NUMBER_CHANGED: Slot.NUMBER,
    VariantKind.DATE_CHANGED: Slot.DATE,
    VariantKind.PLACE_CHANGED: Slot.PLACE,
    VariantKind.ENTITY_CHANGED: Slot.ACTOR,
    VariantKind.ROLE_CHANGED: Slot.ACTOR,
    VariantKind.POLARITY_CHANGED: Slot.DENIAL,
}
_VALUES = {Slot.NUMBER: PartRole.HOW_MANY, Slot.DATE: PartRole.WHEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """What one place has, and when it was written, as far as that is known."""

    key: str
    filling: Filling
    when: str | None


def conflicts(claims: Sequence[Claim], witnesses: Mapping[str, Witness]) -> tuple[Conflict, ...]:
    """The conflicts between the claims of one story, by slot; those with most articles first."""
    groups: defaultdict[tuple[Slot, str], list[_Side]] = defaultdict(list)
    told = {one.id: one for one in claims}
    joined: UnionFind = UnionFind()
    pairs = list(_pairs(claims))
    for slot, one, distortion in pairs:
        joined.union((slot, one.id), (slot, distortion.of))
    for slot, one, distortion in pairs:
        both = groups[slot, joined[slot, one.id]]
        here = _side(slot, one, distortion.article, distortion.span, witnesses)
        other, article = told[distortion.of], distortion.other_article
        there = _side(slot, other, article, distortion.other, witnesses)
        both += [here, there] if here and there else []
    found = [_conflict(claims[0].story, slot, rows) for (slot, _), rows in groups.items()]
    kept = (conflict for conflict in found if len(conflict.sides) > 1)
    return tuple(sorted(kept, key=lambda one: (-_articles(one), one.id)))


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Slot, Claim, Distortion]]:
    for one in claims:
        for distortion in one.distorts:
            if distortion.kind in _SLOTS:
                yield _SLOTS[distortion.kind], one, distortion


def _side(
    slot: Slot, claim: Claim, article: str, span: Span, witnesses: Mapping[str, Witness]
) -> _Side | None:
    statement = _statement(claim, article, span)
    key = _key(slot, statement, span, witnesses[article])
    if key is None:
        return None
    return _Side(
        key=key,
        filling=Filling(article=article, span=span, claim=claim.id),
        when=_when(slot, statement, witnesses[article]),
    )


def _statement(claim: Claim, article: str, span: Span) -> Statement:
    """The statement of the claim that the words stand in."""
    inside = [s for s in claim.statements if s.article == article]
    return next((s for s in inside if s.span.overlaps(span)), inside[0])


def _key(slot: Slot, statement: Statement, span: Span, witness: Witness) -> str | None:
    """The value of the words: that of the part which they are, else the words themselves.

    None for a number or a date that has none.
    """
    if slot is Slot.DENIAL:
        return "denied" if statement.negated else "said"
    if slot in _VALUES:
        near = (part for part in statement.parts if part.span.overlaps(span))
        return next((part.key for part in near if part.role is _VALUES[slot]), None)
    found = (part.key for part in statement.parts if part.span == span)
    return next(found, span.of(witness.text).casefold())


def _when(slot: Slot, statement: Statement, witness: Witness) -> str | None:
    """When the words were written, or the time that they give for a number."""
    if slot is not Slot.NUMBER:
        return None
    published = witness.article.published
    return published.value if published else None


def _conflict(story: str, slot: Slot, rows: Sequence[_Side]) -> Conflict:
    grouped: defaultdict[str, list[_Side]] = defaultdict(list)
    for row in rows:
        grouped[row.key].append(row)
    sides = [
        ConflictSide(key=key, fillings=tuple(sorted({row.filling for row in grouped[key]})))
        for key in grouped
    ]
    grows = slot is Slot.NUMBER and _grows(grouped)
    ordered = sorted(sides, key=lambda one: (_value(one.key) or 0, one.key))
    largest = sorted(sides, key=lambda one: (-len({f.article for f in one.fillings}), one.key))
    places = (f"{slot} {row.filling.article} {row.filling.span.start}" for row in rows)
    return Conflict(
        id=named("conflict", sorted(set(places))),
        story=story,
        slot=slot,
        sides=tuple(ordered if grows else largest),
        development=grows,
    )


def _grows(grouped: Mapping[str, Sequence[_Side]]) -> bool:
    """Whether each higher value was written later than every lower one."""
    valued = []
    for key, rows in grouped.items():
        value, times = _value(key), [row.when for row in rows]
        if value is None or None in times:
            return False
        valued.append((value, sorted(when for when in times if when is not None)))
    valued.sort()
    return all(before[-1] < after[0] for (_, before), (_, after) in pairwise(valued))


def _value(key: str) -> Fraction | None:
    try:
        return Fraction(key)
    except (ValueError, ZeroDivisionError):
        return None


def _articles(one: Conflict) -> int:
    return len({filling.article for side in one.sides for filling in side.fillings})
