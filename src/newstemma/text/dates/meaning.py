"""What a time expression says before a calendar is laid to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import Modifier

__all__ = [
    "CalendarDate",
    "Century",
    "Decade",
    "Duration",
    "Holiday",
    "Meaning",
    "NoTime",
    "Offset",
    "PartOfYear",
    "Period",
    "Reading",
    "Recurrence",
    "Unit",
    "Vague",
    "Weekday",
    "Which",
]


class Unit(StrEnum):
    """A unit of time, by its English name."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Which(StrEnum):
    """Which one of a kind, seen from the reference."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate:
    """A day, a month or a year; what is not said is None. Of weekdays, Monday is 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week; Monday is 1."""

    number: int
    which: Which | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfYear:
    """A season (`SP`, `SU`, `FA`, `WI`), a quarter (`Q1`) or a half (`H1`)."""

    code: str
    year: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast with a day in every year."""

    name: str
    year: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """Its first three digits, or the third alone: "the '90s"."""

    digits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Century:
    """Its ordinal number: 20 for the 1900s."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A unit that lies `which` way from the reference: "last week"; by its tense where None."""

    which: Which | None
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """So many units after the reference, or before it where `steps` is negative.

    `told` where the reference is the time last told of, and not the article's own date.
    `steps` is None where the number is vague ("several days ago").
    """

    steps: int | None
    unit: Unit
    told: bool = False
    forward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length; its count is a decimal number, or `X` where it is vague."""

    count: str
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """What comes back every so many units, or on every such weekday."""

    count: str = "1"
    unit: Unit = Unit.WEEK
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """`PAST_REF`, `PRESENT_REF` or `FUTURE_REF`."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoTime:
    """What looks like a time and is none: a day that no calendar has, an age."""


Meaning = (
    CalendarDate
    | Weekday
    | PartOfYear
    | Holiday
    | Decade
    | Century
    | Period
    | Offset
    | Duration
    | Recurrence
    | Vague
    | NoTime
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A meaning with its time of day (`T09:00`, `TMO`) and modifier."""

    meaning: Meaning
    time: str | None = None
    modifier: Modifier | None = None
