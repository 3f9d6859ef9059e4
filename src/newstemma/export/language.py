"""What was read closely in each article -> rows of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newstemma.export.contract import (
    ActorRow,
    NamedAtRow,
    NameJoinRow,
    QuantityRow,
    StanceRow,
    TimeRow,
)
from newstemma.records import Actor, Force, Witness

__all__ = ["actor_row", "quantity_rows", "stance_rows", "time_rows"]

_PLACES = 4


def actor_row(actor: Actor) -> ActorRow:
    """One actor as a row."""
    return ActorRow(
        name=actor.name,
        kind=actor.kind,
        forms=actor.forms,
        roles=actor.roles,
        mentions=tuple(
            NamedAtRow(article=at.article, start=at.span.start, end=at.span.end)
            for at in actor.mentions
        ),
        joins=tuple(
            NameJoinRow(
                left=join.left,
                right=join.right,
                reason=join.reason,
                probability=round(join.probability, _PLACES),
                evidence=join.evidence,
            )
            for join in actor.joins
        ),
    )


def time_rows(witness: Witness) -> Iterator[TimeRow]:
    """The times that an article names."""
    for time in witness.times:
        yield TimeRow(
            article=witness.id,
            start=time.span.start,
            end=time.span.end,
            kind=time.kind,
            value=time.value,
            precision=time.precision,
            modifier=time.modifier,
            bound=time.bound,
        )


def quantity_rows(witness: Witness) -> Iterator[QuantityRow]:
    """What an article counts or measures."""
    for quantity in witness.quantities:
        counted = quantity.counted
        yield QuantityRow(
            article=witness.id,
            start=quantity.span.start,
            end=quantity.span.end,
            kind=quantity.kind,
            low=_plain(quantity.low),
            high=_plain(quantity.high),
            limit=quantity.limit,
            unit=quantity.unit,
            counted_start=counted.start if counted else None,
            counted_end=counted.end if counted else None,
        )


def _plain(value: Fraction | None) -> str | None:
    """A value without loss: "21", "1/3"."""
    return None if value is None else str(value)


def stance_rows(witness: Witness) -> Iterator[StanceRow]:
    """The sentences of an article that do not say flatly what they say."""
    for stance in witness.stances:
        if stance.force is not Force.CERTAIN:
            yield StanceRow(
                article=witness.id,
                start=stance.span.start,
                end=stance.span.end,
                force=stance.force,
                negated=stance.negated,
                evidence=tuple((span.start, span.end) for span in stance.evidence),
            )
