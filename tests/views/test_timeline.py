"""When articles were published, as places on an axis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.views.timeline import Timeline, timeline

_DATES = st.datetimes(timezones=st.just(UTC))


def _line(*stated: str) -> Timeline | None:
    dates = {
        str(n): datetime.fromisoformat(one).replace(tzinfo=UTC) for n, one in enumerate(stated)
    }
    return timeline(dates, len(stated))


def _labels(line: Timeline | None) -> list[str]:
    return [tick.label for tick in line.axis.ticks] if line else []


@given(st.lists(_DATES, min_size=2, max_size=30))
def test_places_keep_the_order_of_time_and_fill_the_axis(moments: list[datetime]) -> None:
    dates = {str(number): when for number, when in enumerate(moments)}
    line = timeline(dates, len(dates))
    if line is None:
        assert max(moments) - min(moments) < timedelta(seconds=2)
        return
    ordered = sorted(dates, key=dates.__getitem__)
    assert all(line.places[a] <= line.places[b] + 1e-9 for a, b in pairwise(ordered))
    assert line.places[ordered[0]] == 0
    assert line.places[ordered[-1]] == pytest.approx(1)


@given(st.lists(_DATES, min_size=2, max_size=30))
def test_marks_are_few_in_order_and_apart(moments: list[datetime]) -> None:
    line = timeline({str(n): when for n, when in enumerate(moments)}, len(moments))
    if line:
        places = [tick.place for tick in line.axis.ticks]
        assert 1 <= len(places) <= 5
        assert all(0 <= place <= 1 for place in places)
        assert all(later - earlier > 0.2 for earlier, later in pairwise(places))


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2025-10-14", "2025-10-16", ["14 Oct 2025", "15 Oct", "16 Oct"]),
        ("2025-03-03T08:00", "2025-03-03T11:30", ["3 Mar 08:00", "09:00", "10:00", "11:00"]),
        ("2024-11-20", "2025-02-10", ["Dec 2024", "Jan 2025", "Feb 2025"]),
        ("1998-05-01", "2004-02-01", ["2000", "2002", "2004"]),
    ],
)
def test_marks_stand_at_the_turns_of_the_calendar(first: str, last: str, labels: list[str]) -> None:
    assert _labels(_line(first, last)) == labels


def test_a_long_silence_is_shortened_and_marked() -> None:
    line = _line("2019-01-01", "2025-03-03", "2025-03-05")
    assert line
    assert line.axis.broken == pytest.approx(0.25)
    assert line.places["1"] == pytest.approx(0.5)
    assert _labels(line) == ["1 Jan 2019", "5 Mar 2025"]


def test_half_of_the_articles_without_a_date_make_no_axis() -> None:
    dates = {"a": datetime(2025, 3, 3, tzinfo=UTC), "b": datetime(2025, 3, 5, tzinfo=UTC)}
    assert timeline(dates, 3)
    assert timeline(dates, 4) is None


def test_one_moment_for_all_makes_no_axis() -> None:
    assert _line("2025-03-03", "2025-03-03") is None
