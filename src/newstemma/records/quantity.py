"""The record of a quantity: a value between two ends, what it measures, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from newstemma.records.span import Span

__all__ = ["Limit", "Quantity", "QuantityKind"]


class QuantityKind(StrEnum):
    """What a quantity is of."""

    COUNT = "count"  # things or people: "21 boats"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    ORDINAL = "ordinal"  # "the third boat"
    AGE = "age"  # "a 15-year-old"
    TIME = "time"  # "three days"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    LABEL = "label"  # a number for a name: "Flight 370"


class Limit(StrEnum):
    """How a value is to be taken where it is not exact; the values are those of a key."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value with its bound, unit and the thing that it counts.

    `span` covers bound, number and unit; `number` the figures or number words with their scale.
    The value lies between `low` and `high`, None being an open end: both are equal for "21",
    "at least 21" has no high end, "hundreds" lie above 200. "About 21" has equal ends and the
    limit `ABOUT`; `MORE_THAN` and `LESS_THAN` leave the end itself out. `unit` is a currency
    (sign or ISO 4217 code), a unit of measure in its plain singular ("kilometre"), or None for
    what is counted; `counted` is the noun then, where one follows.
    """

    span: Span
    number: Span
    kind: QuantityKind
    low: Fraction | None
    high: Fraction | None
    limit: Limit | None = None
    limit_span: Span | None = None
    unit: str | None = None
    unit_span: Span | None = None
    counted: Span | None = None

    @property
    def value(self) -> Fraction | None:
        """The one value, where there is one."""
        return self.low if self.low == self.high else None
