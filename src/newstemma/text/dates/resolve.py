"""Lays a calendar to what an expression means: its value, seen from a reference.

Values are those of TIMEX3. A bare weekday or day of a month is one near the reference, before
or after it by the tense of its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from newstemma.text.dates.calendar import (
    HOLIDAYS,
    SEASONS,
    containing,
    exists,
    moved,
    season_of,
)
from newstemma.text.dates.meaning import (
    CalendarDate,
    Century,
    Decade,
    Duration,
    Holiday,
    Meaning,
    Offset,
    PartOfYear,
    Period,
    Reading,
    Recurrence,
    Unit,
    Vague,
    Weekday,
    Which,
)

__all__ = ["Reference", "resolved"]

# A unit in those that ISO 8601 has: how many of which.
_ISO_UNITS: Mapping[Unit, tuple[int, str]] = {
    Unit.SECOND: (1, "S"), Unit.MINUTE: (1, "M"), Unit.HOUR: (1, "H"), Unit.DAY: (1, "D"),
    Unit.WEEKEND: (2, "D"), Unit.WEEK: (1, "W"), Unit.MONTH: (1, "M"), Unit.QUARTER: (3, "M"),
    Unit.YEAR: (1, "Y"), Unit.DECADE: (10, "Y"), Unit.CENTURY: (100, "Y"),
}  # fmt: skip
_OF_THE_CLOCK = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
_DAYS = _OF_THE_CLOCK | {Unit.DAY, Unit.WEEKEND, Unit.WEEK}
_PARTS = {code[0]: tuple(SEASONS) for code in SEASONS} | {
    "Q": ("Q1", "Q2", "Q3", "Q4"), "H": ("H1", "H2"),
}  # fmt: skip
_A_DAY = len("1998-02-27")
# How much farther a date counts that lies on the wrong side by its tense: one that is five weeks
# off stays. Chosen on one half of the documents of `timex/`; 2 to 9 are alike, 1 and 20 worse.
_AGAINST_TENSE = 9
_STEPS = {Which.LAST: -1, Which.THIS: 0, Which.NEXT: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """From where a time is seen.

    `now` is the article's own day, `told` the value of the date last told of, `told_day` that of
    the last one that tells a day. `forward` is True in a sentence about what is to come, False in
    one about what was, None where it cannot be told.
    """

    now: date | None
    told: str | None = None
    told_day: str | None = None
    forward: bool | None = None


def resolved(reading: Reading, seen: Reference) -> str | None:
    """The value of an expression, or None where it cannot be known."""
    match reading.meaning:
        case Duration(count=count, unit=unit):
            return _length(count, unit)
        case Recurrence(count=count, unit=unit, weekday=number):
            return f"XXXX-WXX-{number}" if number else _length(count, unit)
        case Vague(value=value):
            return value
    told = _date(reading.meaning, seen)
    if told is None:
        return f"XXXX-XX-XX{reading.time}" if reading.time else None
    return told + (reading.time or "") if len(told) == _A_DAY else told


def _date(meaning: Meaning, seen: Reference) -> str | None:
    match meaning:
        case CalendarDate():
            return _calendar(meaning, seen)
        case Weekday():
            return _weekday(meaning, seen)
        case PartOfYear():
            return _part_of_year(meaning, seen)
        case Holiday():
            return _holiday(meaning, seen)
        case Period(which=which, unit=unit):
            return _moved(seen.now, _STEPS[which], unit) if which else _weekend(seen)
        case Offset():
            return _offset(meaning, seen)
        case Decade(digits=digits):
            return digits if len(digits) > 1 else _decade(int(digits), seen.now)
        case Century(number=number):
            return f"{number - 1:02}"
    return None


def _length(count: str, unit: Unit) -> str:
    if count == "0.5" and unit is Unit.YEAR:
        return "P6M"
    if count == "0.5" and unit is Unit.HOUR:
        return "PT30M"
    times, letter = _ISO_UNITS[unit]
    if count != "X" and times > 1:
        count = f"{float(count) * times:g}"
    return f"P{'T' if unit in _OF_THE_CLOCK else ''}{count}{letter}"


def _moved(day: date | None, steps: int, unit: Unit) -> str | None:
    there = day and moved(day, steps, unit)
    return containing(there, unit) if there else None


def _weekend(seen: Reference) -> str | None:
    """The weekend that is on or comes, or the one that is on or was."""
    if seen.now is None:
        return None
    late = seen.now.isoweekday() > 5
    return _moved(seen.now, 0 if late or seen.forward else -1, Unit.WEEKEND)


def _decade(digit: int, now: date | None) -> str | None:
    """The latest decade of a digit that has begun: "the '90s"."""
    if now is None:
        return None
    century, current = divmod(now.year // 10, 10)
    return f"{century - (digit > current):02}{digit}"


def _offset(meaning: Offset, seen: Reference) -> str | None:
    if meaning.steps is None:
        vague = "FUTURE_REF" if meaning.forward else "PAST_REF"
        return None if meaning.told else vague
    if not meaning.told:
        return _moved(seen.now, meaning.steps, meaning.unit)
    told = seen.told_day if meaning.unit in _DAYS else seen.told
    return _moved(_told(told or "", meaning.unit), meaning.steps, meaning.unit)


def _told(value: str, unit: Unit) -> date | None:
    """A day in the date last told of, where that is precise enough to count in `unit`s."""
    needed = {Unit.YEAR: 4, Unit.DECADE: 4, Unit.CENTURY: 4, Unit.MONTH: 7, Unit.QUARTER: 7}
    if len(value) < needed.get(unit, 10):
        return None
    try:
        return date.fromisoformat((value + "-06-15"[len(value) - 4 :])[:10])
    except ValueError:
        return None


# --- days and months without a year ----------------------------------------------------------


def _calendar(meaning: CalendarDate, seen: Reference) -> str | None:
    year = meaning.year
    if meaning.month is None:
        return f"{year:04}"
    if year is None and seen.now:
        year = _year_of(meaning, seen)
    rest = f"-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    return (f"{year:04}" if year else "XXXX") + rest


def _year_of(meaning: CalendarDate, seen: Reference) -> int | None:
    """The year of a month or a day that is told without one."""
    assert seen.now is not None
    month, day = meaning.month or 1, meaning.day
    now = seen.now if day else seen.now.replace(day=1)
    near = range(now.year - 1, now.year + 2)
    dates = [date(y, month, day or 1) for y in near if y and exists(y, month, day)]
    agreeing = [one for one in dates if one.isoweekday() == meaning.weekday]
    days = {one.year: (one - now).days for one in agreeing or dates}
    forward = seen.forward if day else bool(seen.forward)  # a bare month is one that was
    return _chosen(days, meaning.which, forward)


def _chosen(days: Mapping[int, int], which: Which | None, forward: bool | None) -> int | None:
    """The year that is meant, from how many days ahead the date lies in each."""
    match which:
        case Which.LAST:
            return max((year for year, ahead in days.items() if ahead < 0), default=None)
        case Which.NEXT:
            return min((year for year, ahead in days.items() if ahead > 0), default=None)
        case Which.THIS:
            return sorted(days)[len(days) // 2] if days else None
    return min(days, key=lambda year: (_distance(days[year], forward), year), default=None)


def _distance(days: int, forward: bool | None) -> int:
    """How far a date is; what lies on the wrong side by its tense, farther."""
    wrong = days > 0 if not forward else days < 0
    return abs(days) * (_AGAINST_TENSE if wrong and forward is not None else 1)


def _weekday(meaning: Weekday, seen: Reference) -> str | None:
    if seen.now is None:
        return f"XXXX-WXX-{meaning.number}"
    back = (seen.now.isoweekday() - meaning.number) % 7
    match meaning.which:
        case Which.LAST:
            steps = -(back or 7)
        case Which.NEXT:
            steps = 7 - back
        case Which.THIS:
            steps = meaning.number - seen.now.isoweekday()
        case None:
            steps = -back if not seen.forward else (7 - back) % 7
    there = moved(seen.now, steps, Unit.DAY)
    return there.isoformat() if there else None


def _part_of_year(meaning: PartOfYear, seen: Reference) -> str | None:
    year = meaning.year
    if year is None and seen.now:
        year = _year_of_part(meaning, seen.now, ahead=bool(seen.forward))
    return (f"{year:04}" if year else "XXXX") + f"-{meaning.code}"


def _year_of_part(meaning: PartOfYear, now: date, *, ahead: bool) -> int:
    """The year of a season, a quarter or a half: "last fall" is the latest that is over."""
    this = _part_at(meaning.code, now)
    own = _PARTS[meaning.code[0]].index(meaning.code) - _PARTS[meaning.code[0]].index(this[0])
    match meaning.which:
        case Which.THIS:
            return this[1]
        case Which.LAST:
            return this[1] - (own >= 0)
        case Which.NEXT:
            return this[1] + (own <= 0)
    return this[1] - (own > 0 and not ahead)


def _part_at(code: str, now: date) -> tuple[str, int]:
    """The season, quarter or half of the kind of `code` that holds a day, and its year."""
    if code in SEASONS:
        return season_of(now)
    length = 3 if code[0] == "Q" else 6
    return f"{code[0]}{(now.month - 1) // length + 1}", now.year


def _holiday(meaning: Holiday, seen: Reference) -> str | None:
    of = HOLIDAYS[meaning.name]
    if meaning.year:
        return of(meaning.year).isoformat()
    if seen.now is None:
        return None
    years = range(max(seen.now.year - 1, 1), min(seen.now.year + 1, 9999) + 1)
    days = {year: (of(year) - seen.now).days for year in years}
    year = _chosen(days, meaning.which, seen.forward)
    return of(year).isoformat() if year else None
