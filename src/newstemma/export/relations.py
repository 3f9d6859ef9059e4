"""Who is claimed to stand how to whom, the timeline and tracked numbers -> rows of the contract."""

from __future__ import annotations

from fractions import Fraction

from newstemma.export.claims import origin_row
from newstemma.export.relation_contract import (
    ClaimedRelationRow,
    DatedAtRow,
    EventRow,
    NumberPointRow,
    RelationStatementRow,
    TrackedNumberRow,
)
from newstemma.records import ClaimedRelation, Event, NumberPoint, RelationStatement, TrackedNumber

__all__ = ["claimed_relation_row", "event_row", "tracked_number_row"]


def claimed_relation_row(relation: ClaimedRelation) -> ClaimedRelationRow:
    """One relation as a row."""
    return ClaimedRelationRow(
        story=relation.story,
        type=relation.type,
        source=relation.source,
        target=relation.target,
        negated=relation.negated,
        grade=relation.grade,
        lineages=relation.lineages,
        origins=tuple(map(origin_row, relation.origins)),
        statements=tuple(map(_statement_row, relation.statements)),
    )


def _statement_row(statement: RelationStatement) -> RelationStatementRow:
    return RelationStatementRow(
        article=statement.article,
        start=statement.span.start,
        end=statement.span.end,
        source_start=statement.source.start,
        source_end=statement.source.end,
        target_start=statement.target.start,
        target_end=statement.target.end,
        cue_start=statement.cue.start,
        cue_end=statement.cue.end,
        force=statement.force,
        negated=statement.negated,
        attributions=statement.attributions,
        origin=statement.origin,
    )


def event_row(event: Event) -> EventRow:
    """One event as a row."""
    return EventRow(
        story=event.story,
        date=event.date,
        precision=event.precision,
        first=event.first,
        last=event.last,
        claim=event.claim,
        dated=tuple(
            DatedAtRow(
                article=at.article, start=at.span.start, end=at.span.end, statement=at.statement
            )
            for at in event.dated
        ),
        origins=event.origins,
        lineages=event.lineages,
        also=event.also,
    )


def tracked_number_row(number: TrackedNumber) -> TrackedNumberRow:
    """One number as a row."""
    return TrackedNumberRow(
        story=number.story,
        kind=number.kind,
        unit=number.unit,
        thing=number.thing,
        doer=number.doer,
        deed=number.deed,
        course=number.course,
        lineages=number.lineages,
        points=tuple(map(_point_row, number.points)),
    )


def _point_row(point: NumberPoint) -> NumberPointRow:
    return NumberPointRow(
        article=point.article,
        start=point.span.start,
        end=point.span.end,
        published=point.published,
        low=_written(point.low),
        high=_written(point.high),
        source=point.source,
        source_kind=point.source_kind,
    )


def _written(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
