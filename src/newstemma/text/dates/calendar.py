"""Arithmetic of the calendar: units, seasons, feasts. Proleptic Gregorian, ISO 8601 weeks."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from newstemma.text.dates.meaning import Unit

__all__ = ["HOLIDAYS", "SEASONS", "containing", "exists", "first_month", "moved", "season_of"]

SEASONS: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season starts; a winter has the year of its December."""

_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}
_MONTHS = {
    Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200,
}  # fmt: skip


def exists(year: int | None, month: int, day: int | None) -> bool:
    """Whether a calendar has the day or month; without a year, whether a leap year has.

    >>> exists(2023, 2, 29), exists(None, 2, 29)
    (False, True)
    """
    if not 1 <= month <= 12 or not MINYEAR <= (year or 2000) <= MAXYEAR:
        return False
    return day is None or 1 <= day <= monthrange(year or 2000, month)[1]


def moved(day: date, steps: int, unit: Unit) -> date | None:
    """The day so many units later; None outside the years 1 to 9999.

    A month that lacks the day gives its last: a month after 31 January is 28 February. Units
    below a day stay on the day.
    """
    if unit in _MONTHS:
        return _months_later(day, steps * _MONTHS[unit])
    try:
        return day + timedelta(days=steps * _DAYS.get(unit, 0))
    except OverflowError:
        return None


def _months_later(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def containing(day: date, unit: Unit) -> str:
    """The unit that holds a day, as TIMEX3 writes it.

    >>> containing(date(1998, 2, 20), Unit.WEEK)
    '1998-W08'
    """
    iso = day.isocalendar()
    match unit:
        case Unit.WEEK:
            return f"{iso.year:04}-W{iso.week:02}"
        case Unit.WEEKEND:
            return f"{iso.year:04}-W{iso.week:02}-WE"
        case Unit.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Unit.QUARTER:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            digits = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}[unit]
            return f"{day.year:04}"[:digits]
    return day.isoformat()


def first_month(code: str) -> int:
    """The month in which a season, a quarter or a half of the year starts."""
    if code in SEASONS:
        return SEASONS[code]
    return (int(code[1]) - 1) * (3 if code[0] == "Q" else 6) + 1


def season_of(day: date) -> tuple[str, int]:
    """The season in which a day lies and the season's year."""
    if day.month < SEASONS["SP"]:
        return "WI", day.year - 1
    return next(
        (code, day.year)
        for code, month in sorted(SEASONS.items(), key=lambda item: -item[1])
        if day.month >= month
    )


# --- feasts ----------------------------------------------------------------------------------


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(number: int, weekday: int, month: int) -> Callable[[int], date]:
    """The so-manieth weekday (Monday being 1) of a month."""

    def of(year: int) -> date:
        ahead = (weekday - date(year, month, 1).isoweekday()) % 7
        return date(year, month, 1 + ahead + 7 * (number - 1))

    return of


def _last_monday(month: int) -> Callable[[int], date]:
    def of(year: int) -> date:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=last.weekday())

    return of


def _easter(days: int) -> Callable[[int], date]:
    """So many days after Easter Sunday (the algorithm of Meeus, Jones and Butcher)."""

    def of(year: int) -> date:
        century, rest = divmod(year, 100)
        drift = century // 4 + (century - (century + 8) // 25 + 1) // 3
        moon = (19 * (year % 19) + century - drift + 15) % 30
        week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
        late = (year % 19 + 11 * moon + 22 * week) // 451
        month, day = divmod(moon + week - 7 * late + 114, 31)
        return date(year, month, day + 1) + timedelta(days=days)

    return of


def _election(year: int) -> date:
    return _nth(1, 1, 11)(year) + timedelta(days=1)


HOLIDAYS: Mapping[str, Callable[[int], date]] = {
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(3, 1, 2),
    "st. patrick's day": _fixed(3, 17),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "may day": _fixed(5, 1),
    "memorial day": _last_monday(5),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(1, 1, 9),
    "columbus day": _nth(2, 1, 10),
    "halloween": _fixed(10, 31),
    "election day": _election,
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _nth(4, 4, 11),
    "thanksgiving": _nth(4, 4, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
"""The day of a feast in a year; those of one country by the use of the United States."""
