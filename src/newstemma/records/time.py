"""What is known of a time that a text names: the record, in the terms of TIMEX3 (TimeML)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Bound", "Modifier", "Precision", "TimeExpression", "TimeKind"]


class TimeKind(StrEnum):
    """A day or longer, a time of day, a length, or times that come back."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Modifier(StrEnum):
    """What a word beside a time makes of it: "early March", "about two weeks"."""

    START = "start"
    MID = "mid"
    END = "end"
    APPROX = "approx"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class Bound(StrEnum):
    """Where a time opens or closes an interval: "since September", "until Friday"."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Precision(StrEnum):
    """How finely a date is told."""

    TIME = "time"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time that the text names at `span`, a preposition before it left outside.

    `key` is its plain form, which needs no calendar ("tuesday", "--10-23"). `value` is ISO 8601
    or TIMEX3: `1998-02-27`, `1998-W08`, `1998-Q1`, `1998-SU`, `199` (a decade), `P3D`,
    `PAST_REF`; `X` stands for what is not known, and None where nothing is. `precision` is
    None for lengths and vague references. `bound` is read at `bound_span`.
    """

    span: Span
    kind: TimeKind
    key: str
    value: str | None
    precision: Precision | None = None
    modifier: Modifier | None = None
    bound: Bound | None = None
    bound_span: Span | None = None
