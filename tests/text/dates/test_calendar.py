from __future__ import annotations

from datetime import date

import pytest

from newstemma.text.dates.calendar import HOLIDAYS, moved
from newstemma.text.dates.meaning import Unit


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(2024, 3, 31)),
        ("good friday", date(2024, 3, 29)),
        ("thanksgiving", date(2024, 11, 28)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2024, 9, 2)),
        ("election day", date(2024, 11, 5)),
        ("christmas", date(2024, 12, 25)),
    ],
)
def test_a_feast_has_its_day(name: str, day: date) -> None:
    assert HOLIDAYS[name](day.year) == day


def test_every_feast_has_a_day_in_every_year() -> None:
    assert all(of(year).year == year for of in HOLIDAYS.values() for year in (1, 1999, 9999))


def test_a_month_after_a_long_one_ends_where_it_ends() -> None:
    assert moved(date(2024, 1, 31), 1, Unit.MONTH) == date(2024, 2, 29)
    assert moved(date(2024, 2, 29), -1, Unit.YEAR) == date(2023, 2, 28)


def test_beyond_the_calendar_there_is_no_day() -> None:
    assert moved(date.max, 1, Unit.DAY) is None
    assert moved(date.min, -1, Unit.CENTURY) is None
