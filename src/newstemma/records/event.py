"""The record of an event on the timeline: what is claimed to have happened when."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.records.span import Span
from newstemma.records.time import Precision

__all__ = ["DatedAt", "Event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedAt:
    """Where a statement, by its place among those of the claim, gives the date."""

    article: str
    span: Span
    statement: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a claim tells of, on the date that some of its statements give.

    `date` is as in `TimeExpression.value`, at its `precision`; `first` and `last` are the days
    that it covers (ISO 8601), None where the year is not known. A claim that is dated differently
    stands at each of its dates. `origins` are the places, among the claim's, of those who date
    it so, and `lineages` those of the articles that do. `also` are other claims that tell of the
    same event on the same date; theirs are among the `lineages`.
    """

    story: str
    date: str
    precision: Precision
    first: str | None
    last: str | None
    claim: str
    dated: tuple[DatedAt, ...]
    origins: tuple[int, ...]
    lineages: tuple[str, ...]
    also: tuple[str, ...] = ()
