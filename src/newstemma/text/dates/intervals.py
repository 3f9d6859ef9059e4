"""The days that a value covers, and how finely it tells them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newstemma.records import Precision
from newstemma.text.dates.calendar import first_month, moved
from newstemma.text.dates.meaning import Unit

__all__ = ["days_of", "precision_of"]

_SHAPES = tuple(
    (re.compile(pattern), precision)
    for pattern, precision in (
        (r"....-..-..T\d.*", Precision.TIME),
        (r"....-..-..T..", Precision.PART_OF_DAY),
        (r"....-(?:..-..|W..-\d)", Precision.DAY),
        (r"....-W..-WE", Precision.WEEKEND),
        (r"....-W..", Precision.WEEK),
        (r"....-Q\d", Precision.QUARTER),
        (r"....-H\d", Precision.HALF),
        (r"....-[SFW][PUAI]", Precision.SEASON),
        (r"....-..", Precision.MONTH),
        (r"[\dX]{4}", Precision.YEAR),
        (r"[\dX]{3}", Precision.DECADE),
        (r"[\dX]{2}", Precision.CENTURY),
    )
)
_MONTHS = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6}
_YEARS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}


def precision_of(value: str) -> Precision | None:
    """How finely a value tells a date; None for lengths and vague references.

    >>> precision_of("1998-W08"), precision_of("P3D")
    (<Precision.WEEK: 'week'>, None)
    """
    return next((precision for shape, precision in _SHAPES if shape.fullmatch(value)), None)


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of a value; None where it does not tell them.

    >>> days_of("1998-02")
    (datetime.date(1998, 2, 1), datetime.date(1998, 2, 28))
    """
    precision = precision_of(value)
    if precision is None or "X" in value:
        return None
    try:
        first, next_ = _edges(value, precision)
    except ValueError:
        return None  # no such week, no year 0
    return (first, next_ - timedelta(days=1)) if next_ else (first, date.max)


def _edges(value: str, precision: Precision) -> tuple[date, date | None]:
    """The first day, and the first one after; None where the calendar ends before it."""
    if precision in {Precision.TIME, Precision.PART_OF_DAY, Precision.DAY}:
        day = date.fromisoformat(value[:10])
        return day, moved(day, 1, Unit.DAY)
    if precision in {Precision.WEEK, Precision.WEEKEND}:
        late = precision is Precision.WEEKEND
        day = date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if late else 1)
        return day, moved(day, 2 if late else 7, Unit.DAY)
    if precision in _YEARS:
        day = date(int(value) * _YEARS[precision], 1, 1)
        return day, moved(day, _YEARS[precision], Unit.YEAR)
    month = int(value[5:]) if precision is Precision.MONTH else first_month(value[5:])
    day = date(int(value[:4]), month, 1)
    return day, moved(day, _MONTHS.get(precision, 1), Unit.MONTH)
