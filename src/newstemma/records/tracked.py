"""The record of a tracked number: one quantity over time and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from newstemma.records.attribution import SourceKind
from newstemma.records.quantity import QuantityKind
from newstemma.records.span import Span

__all__ = ["Course", "NumberPoint", "TrackedNumber"]


class Course(StrEnum):
    """How a number moves from one article to the next."""

    STEADY = "steady"  # all can be right at once
    GROWS = "grows"
    FALLS = "falls"
    VARIES = "varies"  # up and down
    DISAGREES = "disagrees"  # different values for one time
    UNKNOWN = "unknown"  # different values, and it is not known which is later


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPoint:
    """A value that an article gives: between `low` and `high`, None being an open end.

    `published` is when the article was, as far as it is known; `source` who is said to give the
    number, the innermost source that is told, None with `source_kind` None for the article itself.
    """

    article: str
    span: Span
    published: str | None
    low: Fraction | None
    high: Fraction | None
    source: str | None
    source_kind: SourceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedNumber:
    """One quantity over time and outlets.

    `thing` is what is counted or measured, as the first article writes it; `unit` as in
    `Quantity`. `deed` is the verb that it stands with and `doer` the actor who does it, where all
    points that tell one tell the same. Points are in the order of their dates, those without one
    last; `lineages` are those of their articles.
    """

    story: str
    kind: QuantityKind
    unit: str | None
    thing: str
    doer: str | None
    deed: str | None
    points: tuple[NumberPoint, ...]
    course: Course
    lineages: tuple[str, ...]
