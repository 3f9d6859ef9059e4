"""The normalised dates of texts (TIMEX3) in words."""

from __future__ import annotations

import datetime
import re

from newstemma.views.wording import date

__all__ = ["date_in_words"]

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {
    "Q1": "first quarter",
    "Q2": "second quarter",
    "Q3": "third quarter",
    "Q4": "fourth quarter",
    "H1": "first half",
    "H2": "second half",
}
_LEAP_YEAR = "2024"  # any: it has every day


def date_in_words(value: str) -> str:
    """A date as `TimeExpression.value` has it, as finely as it is told; else as it stands.

    >>> date_in_words("2025-09"), date_in_words("199"), date_in_words("2025-SP")
    ('September 2025', '1990s', 'spring 2025')
    >>> date_in_words("2025-W42"), date_in_words("XXXX-10-20"), date_in_words("2025-Q3")
    ('week of 13 October 2025', '20 October, year not told', 'third quarter of 2025')
    """
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{_SEASONS[season[2]]} {season[1]}"
    if part := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12])", value):
        return f"{_PARTS[part[2]]} of {part[1]}"
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return _week(int(week[1]), int(week[2]), weekend=bool(week[3])) or value
    if value.startswith("XXXX-"):
        return _without_year(value.removeprefix("XXXX"))
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    return _century(int(value) + 1) if re.fullmatch(r"\d{2}", value) else date(value)


def _week(year: int, number: int, *, weekend: bool) -> str | None:
    try:
        first = datetime.date.fromisocalendar(year, number, 6 if weekend else 1)
    except ValueError:
        return None
    return f"{'weekend' if weekend else 'week'} of {date(first.isoformat())}"


def _century(number: int) -> str:
    teens = number in {11, 12, 13}
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _without_year(rest: str) -> str:
    told = date(_LEAP_YEAR + rest)
    return f"{told.removesuffix(' ' + _LEAP_YEAR)}, year not told"
