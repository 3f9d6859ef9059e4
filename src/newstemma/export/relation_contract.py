"""The part of the contract that tells who is claimed to stand how to whom, what, and when."""

from __future__ import annotations

from pydantic import Field

from newstemma.export.claim_contract import OriginRow
from newstemma.export.row import Row
from newstemma.records import (
    Course,
    Force,
    Grade,
    Precision,
    QuantityKind,
    RelationType,
    SourceKind,
)

__all__ = [
    "ClaimedRelationRow",
    "DatedAtRow",
    "EventRow",
    "NumberPointRow",
    "RelationStatementRow",
    "TrackedNumberRow",
]


class RelationStatementRow(Row):
    """A place where an article says it."""

    article: str
    start: int
    end: int
    source_start: int
    source_end: int
    target_start: int
    target_end: int
    cue_start: int = Field(description="the word that tells the relation")
    cue_end: int
    force: Force
    negated: bool
    attributions: tuple[int, ...]
    origin: int = Field(description="its place in the relation's origins")


class ClaimedRelationRow(Row):
    """That one actor of a story stands in a relation to another, as somebody claims."""

    story: str
    type: RelationType
    source: str
    target: str
    negated: bool
    grade: Grade
    lineages: tuple[str, ...]
    origins: tuple[OriginRow, ...]
    statements: tuple[RelationStatementRow, ...]


class DatedAtRow(Row):
    """Where a statement gives the date."""

    article: str
    start: int
    end: int
    statement: int = Field(description="its place among the claim's statements")


class EventRow(Row):
    """What a claim tells of, on a date that some of its statements give."""

    story: str
    date: str = Field(description="ISO 8601 or TIMEX3")
    precision: Precision
    first: str | None = Field(description="the first day that it covers")
    last: str | None
    claim: str
    dated: tuple[DatedAtRow, ...]
    origins: tuple[int, ...] = Field(description="places among the claim's origins")
    lineages: tuple[str, ...]
    also: tuple[str, ...] = Field(description="other claims of the same event on that date")


class NumberPointRow(Row):
    """A value that an article gives; it lies between `low` and `high`."""

    article: str
    start: int
    end: int
    published: str | None
    low: str | None
    high: str | None
    source: str | None
    source_kind: SourceKind | None


class TrackedNumberRow(Row):
    """One quantity over time and outlets."""

    story: str
    kind: QuantityKind
    unit: str | None
    thing: str
    doer: str | None
    deed: str | None
    course: Course
    lineages: tuple[str, ...]
    points: tuple[NumberPointRow, ...]
