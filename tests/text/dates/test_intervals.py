from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.dates import days_of
from newstemma.text.dates.calendar import containing
from newstemma.text.dates.meaning import Unit


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1998-02-27", date(1998, 2, 27), date(1998, 2, 27)),
        ("1998-02-27T09:00", date(1998, 2, 27), date(1998, 2, 27)),
        ("1998-02", date(1998, 2, 1), date(1998, 2, 28)),
        ("1998-W08", date(1998, 2, 16), date(1998, 2, 22)),
        ("1998-W08-WE", date(1998, 2, 21), date(1998, 2, 22)),
        ("1998-Q1", date(1998, 1, 1), date(1998, 3, 31)),
        ("1998-H2", date(1998, 7, 1), date(1998, 12, 31)),
        ("1998-WI", date(1998, 12, 1), date(1999, 2, 28)),
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date.max),
    ],
)
def test_a_value_covers_its_days(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-11-03", "XXXX-WXX-2", "1998-W60", "00", "0000", ""]
)
def test_what_tells_no_days_covers_none(value: str) -> None:
    assert days_of(value) is None


@given(
    st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)),
    st.sampled_from(sorted(set(Unit) - {Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WEEKEND})),
)
def test_a_unit_that_contains_a_day_covers_it(day: date, unit: Unit) -> None:
    days = days_of(containing(day, unit))
    if unit in {Unit.DECADE, Unit.CENTURY} and day.year < 100:
        return  # there is no year 0
    assert days is not None
    assert days[0] <= day <= days[1]
