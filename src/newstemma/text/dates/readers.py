"""What the named parts of a matched form mean.

A reader gets the parts that a pattern of `dates.forms` named, with the key of the word before
the match as `before`. It returns None where the words mean no time after all, and `NoTime`
where they look like a date that no calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newstemma.records import Modifier
from newstemma.text.dates.abroad import MONTHS_ABROAD
from newstemma.text.dates.calendar import exists
from newstemma.text.dates.lexicon import (
    ADVERBS,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    VAGUE,
    WEEKDAYS,
    WEEKDAYS_BY_START,
    count_of,
)
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
    Reading,
    Recurrence,
    Unit,
    Vague,
    Weekday,
    Which,
)

__all__ = [
    "Parts",
    "a_century",
    "a_clock_time",
    "a_date_abroad",
    "a_date_in_figures",
    "a_day_of_a_month",
    "a_decade",
    "a_holiday",
    "a_length",
    "a_month",
    "a_near_day",
    "a_part_of_this_day",
    "a_part_of_year",
    "a_period",
    "a_recurrence",
    "a_regular_adverb",
    "a_vague_time",
    "a_weekday",
    "a_year",
    "an_age",
    "the_same",
    "the_weekend",
    "time_ago",
]

Parts = Mapping[str, str]

_NO_CLOCK = "T99"
_UNITS = {"night": Unit.DAY, "centurie": Unit.CENTURY}
_MODIFIERS = {"mid": Modifier.MID, "late": Modifier.END}
_WHICH = {"last": Which.LAST, "past": Which.LAST, "previous": Which.LAST, "this": Which.THIS}
# Months that are also verbs, and where a month or a year may stand.
_VERBS = frozenset({"may", "march"})
_BEFORE_NAME = frozenset("in since until till during last next this early late mid".split())
_BEFORE_MONTH = _BEFORE_NAME | frozenset("by of from through between to before after and".split())
_BEFORE_THING = frozenset("the a this last next its their his her".split())  # "the March vote"
_BEFORE_YEAR = _BEFORE_MONTH | frozenset({"the"})
_BEFORE_SEASON = frozenset("in since until by during".split())
# A number of four digits after one of these counts things, it is no year.
_COUNTING = frozenset(
    "about around nearly almost over roughly approximately least most than some".split()
)


# --- parts that several forms share ----------------------------------------------------------


def _reading(parts: Parts, meaning: Meaning) -> Reading:
    time = _time(parts)
    if time == _NO_CLOCK:
        return Reading(meaning=NoTime())
    return Reading(meaning=meaning, time=time, modifier=_modifier(parts))


def _time(parts: Parts) -> str | None:
    if clock := parts.get("clock") or parts.get("later"):
        return _clock(clock.casefold())
    part = parts.get("part")
    return PARTS_OF_DAY[part.casefold()] if part else None


def _clock(words: str) -> str:
    if word := re.search(r"noon|midday|midnight", words):
        return "T24:00" if word[0] == "midnight" else "T12:00"
    hour, minute, *_ = (*(int(n) for n in re.findall(r"\d+", words)), 0)
    if half := re.search(r"[ap]", words):
        hour = hour % 12 + 12 * (half[0] == "p") if 1 <= hour <= 12 else 99
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else _NO_CLOCK


def _modifier(parts: Parts) -> Modifier | None:
    word = parts.get("modifier")
    return _MODIFIERS.get(word.casefold(), Modifier.START) if word else None


def _which(parts: Parts) -> Which | None:
    word = parts.get("which")
    return _WHICH.get(word.casefold(), Which.NEXT) if word else None


def _year(parts: Parts) -> int | None:
    return int(parts["year"]) if "year" in parts else None


def _unit(parts: Parts) -> Unit:
    word = parts["unit"].casefold()
    return _UNITS.get(word) or Unit(word)


def _is_capital(word: str) -> bool:
    return word[0].isupper()


# --- on the calendar -------------------------------------------------------------------------


def a_day_of_a_month(parts: Parts) -> Reading | None:
    """A month with a day or a year, or with both: "Nov. 3", "May 2017"."""
    if not _is_capital(parts["month"]):
        return None
    day = int(parts["day"]) if "day" in parts else None
    return _on_calendar(parts, _month(parts), day)


def _on_calendar(parts: Parts, month: int, day: int | None) -> Reading:
    year = _year(parts)
    if not exists(year, month, day):
        return Reading(meaning=NoTime())
    weekday = WEEKDAYS_BY_START[parts["weekday"][:3].casefold()] if "weekday" in parts else None
    which = _which(parts)
    return _reading(
        parts, CalendarDate(year=year, month=month, day=day, weekday=weekday, which=which)
    )


def a_date_abroad(parts: Parts) -> Reading:
    """A day of a month, or a month of a year, in another language: "3 de mayo de 2019"."""
    day = int(parts["day"]) if "day" in parts else None
    return _on_calendar(parts, MONTHS_ABROAD[parts["abroad"].casefold()], day)


def _month(parts: Parts) -> int:
    return MONTHS[parts["month"].casefold().rstrip(".")]


def a_date_in_figures(parts: Parts) -> Reading:
    """2025-11-03, 3.11.2025 or 11/3/2025: stops put the day first, strokes the month."""
    if "first" not in parts:
        day = int(parts["day"]) if "day" in parts else None
        return _on_calendar(parts, int(parts["number"]), day)
    pair = int(parts["first"]), int(parts["second"])
    month, day = pair if parts["mark"] == "/" else pair[::-1]
    return _on_calendar(parts, *((day, month) if month > 12 else (month, day)))


def a_month(parts: Parts) -> Reading | None:
    """A month alone; what is also a verb or a name counts only where a month may stand."""
    word, before = parts["month"].casefold(), parts["before"]
    doubtful = word in _VERBS or len(word.rstrip(".")) < 5 or "name" in parts
    settled = before in (_BEFORE_NAME if "name" in parts else _BEFORE_MONTH) or (
        "thing" in parts and before in _BEFORE_THING
    )
    said = "which" in parts or "modifier" in parts
    if not _is_capital(parts["month"]) or (doubtful and not (settled or said)):
        return None
    return _reading(parts, CalendarDate(month=_month(parts), which=_which(parts)))


def a_year(parts: Parts) -> Reading | None:
    """Four digits, where they count nothing: not "about 2017", "2017 gulls"."""
    before = parts["before"]
    if before in _COUNTING or ("things" in parts and before not in _BEFORE_YEAR):
        return None
    return _reading(parts, CalendarDate(year=_year(parts)))


def a_weekday(parts: Parts) -> Reading | None:
    """A weekday: "Tuesday", "last Friday night"."""
    if not _is_capital(parts["weekday"]) or parts.get("part", "").istitle():
        return None  # the Saturday Evening Post
    number = WEEKDAYS[parts["weekday"].casefold()]
    return _reading(parts, Weekday(number=number, which=_which(parts)))


def a_part_of_year(parts: Parts) -> Reading | None:
    """A season, a quarter or a half; a season alone only where a time may stand."""
    year, which = _year(parts), _which(parts)
    if "season" in parts:
        if not (year or which or parts["before"] in _BEFORE_SEASON):
            return None
        code = SEASONS[parts["season"].casefold()]
    else:
        code = f"{'H' if 'half' in parts else 'Q'}{ORDINALS[parts['ordinal'].casefold()]}"
    return _reading(parts, PartOfYear(code=code, year=year, which=which))


def a_holiday(parts: Parts) -> Reading | None:
    """A feast: "Christmas Eve", "Thanksgiving 2019"."""
    if not _is_capital(parts["holiday"]) or ("name" in parts and " " not in parts["holiday"]):
        return None  # Easter Island
    name = " ".join(parts["holiday"].casefold().replace("’", "'").split())
    return _reading(parts, Holiday(name=name, year=_year(parts), which=_which(parts)))


def a_decade(parts: Parts) -> Reading:
    """Ten years: "1990s", "the '90s"."""
    return _reading(parts, Decade(digits=parts["decade"]))


def a_century(parts: Parts) -> Reading | None:
    """A hundred years: "19th century", "twentieth century"."""
    word = parts["ordinal"].casefold()
    number = int(word[:-2]) if word[0].isdigit() else ORDINALS[word]
    return _reading(parts, Century(number=number)) if number else None


def a_clock_time(parts: Parts) -> Reading:
    """A time of the day last told of: "at 10:30"."""
    return _reading(parts, Offset(steps=0, unit=Unit.DAY, told=True))


# --- seen from the article's day, or from another --------------------------------------------


def a_near_day(parts: Parts) -> Reading:
    """A day by the article's own: "yesterday", "the day after tomorrow", "tonight"."""
    word = parts["near"].casefold()
    steps = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if "beyond" in parts else 1)
    time = "TNI" if word == "tonight" else _time(parts)
    return Reading(meaning=Offset(steps=steps, unit=Unit.DAY), time=time)


def a_part_of_this_day(parts: Parts) -> Reading:
    """A part of the article's day or the one before: "this morning", "last night"."""
    steps = -1 if parts["which"].casefold() == "last" else 0
    return _reading(parts, Offset(steps=steps, unit=Unit.DAY))


def a_period(parts: Parts) -> Reading | None:
    """A unit by the article's day: "last week"; "the past week" is a length."""
    word, unit = parts["which"].casefold(), _unit(parts)
    if unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR} or word + unit == "lastday":
        return None
    if word == "past":
        return Reading(meaning=Duration(count="1", unit=unit))
    if word in {"previous", "following"}:
        return _reading(parts, Offset(steps=-1 if word == "previous" else 1, unit=unit, told=True))
    return _reading(parts, Period(which=_WHICH.get(word, Which.NEXT), unit=unit))


def the_weekend(parts: Parts) -> Reading:
    """The last weekend or the next, by the tense."""
    return _reading(parts, Period(which=None, unit=Unit.WEEKEND))


def time_ago(parts: Parts) -> Reading:
    """So many units off: "two days ago", "a week later", "year-earlier", "the day before"."""
    count, where = count_of(parts.get("count", "1")), parts["where"].split()[0].casefold()
    sign = -1 if where in {"ago", "earlier", "before"} else 1
    steps = sign * int(count) if count.isdecimal() else None
    told = where not in {"ago", "from", "hence"}
    return Reading(meaning=Offset(steps=steps, unit=_unit(parts), told=told, forward=sign > 0))


def the_same(parts: Parts) -> Reading:
    """The unit last told of, or a neighbour: "that day", "the following week"."""
    steps = {"next": 1, "following": 1, "previous": -1}.get(parts["same"].casefold(), 0)
    return _reading(parts, Offset(steps=steps, unit=_unit(parts), told=True))


def a_vague_time(parts: Parts) -> Reading:
    """What no calendar is laid to: "now", "recently", "the future"."""
    return Reading(meaning=Vague(value=VAGUE[" ".join(parts["vague"].casefold().split())]))


# --- lengths, and what comes back ------------------------------------------------------------


def a_length(parts: Parts) -> Reading | None:
    """How long: "three days", "the last three years", "weeks"; "60 Minutes" is a name."""
    unit, article = _unit(parts), parts.get("count", "").casefold() == "a"
    if parts["unit"].istitle() or (article and unit is Unit.SECOND):
        return None
    count = "X" if "several" in parts else count_of(parts.get("count", "1"))
    if "half" in parts and count != "X":
        count += ".5"
    return Reading(meaning=Duration(count=count, unit=unit))


def an_age(parts: Parts) -> Reading:
    """No time: "44 years old"."""
    return Reading(meaning=NoTime())


def a_regular_adverb(parts: Parts) -> Reading:
    """What comes back, in a word: "daily", "annually"."""
    return Reading(meaning=Recurrence(unit=ADVERBS[parts["adverb"].casefold()]))


def a_recurrence(parts: Parts) -> Reading:
    """What comes back: "every day", "every other week", "each Monday"."""
    if "weekday" in parts:
        return Reading(meaning=Recurrence(weekday=WEEKDAYS[parts["weekday"].casefold()]))
    count = "2" if "other" in parts else count_of(parts.get("count", "1"))
    return Reading(meaning=Recurrence(count=count, unit=_unit(parts)))
