"""The plain form of a time: what texts with different dates of their own still share."""

from __future__ import annotations

from newstemma.text.dates.lexicon import MONTHS, WEEKDAYS
from newstemma.text.dates.meaning import (
    CalendarDate,
    Century,
    Decade,
    Duration,
    Holiday,
    Meaning,
    NoTime,
    Offset,
    PartOfYear,
    Period,
    Recurrence,
    Unit,
    Vague,
    Weekday,
    Which,
)

__all__ = ["plain"]

_DAY_NAMES = {number: name for name, number in WEEKDAYS.items()}
_MONTH_NAMES = {number: name for name, number in MONTHS.items() if len(name) == 3}
_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter"}
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def plain(meaning: Meaning) -> str:
    """The key of a meaning.

    ISO 8601 as far as it goes (`2025-11-03`, `2025-11`, `--10-23`, `199X`), or plain words
    (`tuesday`, `last week`, `2 day ago`, `3 month`).
    """
    match meaning:
        case CalendarDate() | Weekday() | PartOfYear() | Holiday():
            return _named(meaning)
        case Period(which=which, unit=unit):
            return _with(which, unit)
        case Offset():
            return _offset(meaning)
        case Decade(digits=digits):
            return f"{digits:->3}X"
        case Century(number=number):
            return f"{number - 1:02}XX"
        case Duration(count=count, unit=unit):
            return f"{count} {unit}"
        case Recurrence(count=count, unit=unit, weekday=number):
            return f"every {_DAY_NAMES[number] if number else f'{count} {unit}'}"
        case Vague(value=value):
            return value
        case NoTime():
            return ""


def _named(meaning: CalendarDate | Weekday | PartOfYear | Holiday) -> str:
    match meaning:
        case CalendarDate():
            return _calendar(meaning)
        case Weekday(number=number, which=which):
            return _with(which, _DAY_NAMES[number])
        case PartOfYear(code=code, year=year, which=which):
            return f"{year}-{code}" if year else _with(which, _SEASON_NAMES.get(code, code))
        case Holiday(name=name, year=year, which=which):
            return f"{name} {year}" if year else _with(which, name)


def _with(which: Which | None, name: str) -> str:
    return f"{which} {name}" if which else name


def _calendar(meaning: CalendarDate) -> str:
    if meaning.month is None:
        return f"{meaning.year:04}"
    if meaning.which and not (meaning.year or meaning.day):
        return f"{meaning.which} {_MONTH_NAMES[meaning.month]}"
    year = f"{meaning.year:04}" if meaning.year else "-"
    return f"{year}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")


def _offset(meaning: Offset) -> str:
    if not meaning.told and meaning.unit is Unit.DAY and meaning.steps in _NEAR:
        return _NEAR[meaning.steps]
    if meaning.told and meaning.steps == 0:
        return f"that {meaning.unit}"
    count = "X" if meaning.steps is None else str(abs(meaning.steps))
    back = (meaning.steps or 0) < 0 or (meaning.steps is None and not meaning.forward)
    where = ("earlier" if back else "later") if meaning.told else ("ago" if back else "from now")
    return f"{count} {meaning.unit} {where}"
