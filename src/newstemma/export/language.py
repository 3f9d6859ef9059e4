"""What was read closely in each article -> rows of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newstemma.export.contract import (
    ActorRow,
    AttributionRow,
    EntityRow,
    NamedAtRow,
    NameJoinRow,
    QuantityRow,
    StanceRow,
    TimeRow,
)
from newstemma.records import Actor, Force, Span, Witness

__all__ = [
    "actor_row",
    "attribution_rows",
    "ends",
    "entity_rows",
    "quantity_rows",
    "stance_rows",
    "time_rows",
]

_PLACES = 4


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """The offsets of a span, both null where there is none."""
    return (span.start, span.end) if span else (None, None)


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


def entity_rows(witness: Witness) -> Iterator[EntityRow]:
    """The names that a parse finds in an article."""
    for entity in witness.entities:
        yield EntityRow(
            article=witness.id,
            start=entity.span.start,
            end=entity.span.end,
            kind=entity.kind,
        )


def attribution_rows(witness: Witness) -> Iterator[AttributionRow]:
    """Who is said to have said, thought or wanted what."""
    for number, one in enumerate(witness.attributions):
        source_start, source_end = ends(one.source_span)
        cue_start, cue_end = ends(one.cue_span)
        yield AttributionRow(
            article=witness.id,
            number=number,
            kind=one.kind,
            source=one.source,
            source_kind=one.source_kind,
            source_start=source_start,
            source_end=source_end,
            specificity=one.specificity,
            cue_start=cue_start,
            cue_end=cue_end,
            contents=tuple((span.start, span.end) for span in one.content_spans),
            speech=one.speech,
            negated=one.negated,
            parent=one.parent,
            groups=tuple(dict.fromkeys(witness.quotations[at].group for at in one.quotations)),
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
        counted_start, counted_end = ends(quantity.counted)
        yield QuantityRow(
            article=witness.id,
            start=quantity.span.start,
            end=quantity.span.end,
            kind=quantity.kind,
            low=_plain(quantity.low),
            high=_plain(quantity.high),
            limit=quantity.limit,
            unit=quantity.unit,
            counted_start=counted_start,
            counted_end=counted_end,
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
