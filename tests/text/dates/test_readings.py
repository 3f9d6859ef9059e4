from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.dates import date_mentions
from newstemma.text.segment import words


def _found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.key) for m in date_mentions(text, words(text))]


@pytest.mark.parametrize(
    ("text", "found", "key"),
    [
        ("They met on Nov. 3, 2025, at sea.", "Nov. 3, 2025", "2025-11-03"),
        ("They met on 3 November 2025.", "3 November 2025", "2025-11-03"),
        ("Signed 2025-11-03 in Aldermouth", "2025-11-03", "2025-11-03"),
        ("Signed 3.11.2025 in Aldermouth", "3.11.2025", "2025-11-03"),
        ("Signed 11/3/2025 in Aldermouth", "11/3/2025", "2025-11-03"),
        ("Signed 13/11/2025 in Aldermouth", "13/11/2025", "2025-11-13"),
        ("by October 23 at the latest", "October 23", "--10-23"),
        ("since September it has rained", "September", "--09"),
        ("in May 2017", "May 2017", "2017-05"),
        ("who resigned in 2017 over it", "2017", "2017"),
        ("the 1990s were dry", "1990s", "199X"),
        ("On Tuesday it rained", "Tuesday", "tuesday"),
        ("Earlier this week it rained", "Earlier this week", "this week"),
        ("Yesterday it rained", "Yesterday", "yesterday"),
        ("it rained two days ago", "two days ago", "2 day ago"),
        ("it snowed this February", "this February", "this feb"),
        ("On Monday night it rained", "Monday night", "monday"),
        ("it was dry in the summer of 2012", "summer of 2012", "2012-SU"),
        ("the second half of 2019 was dry", "the second half of 2019", "2019-H2"),
        ("it has rained since mid-December", "mid-December", "--12"),
        ("the '90s were dry", "90s", "--9X"),
        ("it closed on Boxing Day 2014", "Boxing Day 2014", "boxing day 2014"),
        ("会議は2025年11月3日に開かれた", "2025年11月3日", "2025-11-03"),
        ("el 3 de mayo de 2019", "3 de mayo de 2019", "2019-05-03"),
        ("le 1er février", "1er février", "--02-01"),
        ("am 3. März 2019", "3. März 2019", "2019-03-03"),
        ("в октябре; 3 октября 2019 года", "3 октября 2019", "2019-10-03"),
        ("في 3 مايو 2019", "3 مايو 2019", "2019-05-03"),
        ("en octobre 2019", "octobre 2019", "2019-10"),
        ("a mill of the eighteenth century", "eighteenth century", "17XX"),
    ],
)
def test_a_date_is_found_with_its_value(text: str, found: str, key: str) -> None:
    assert _found(text) == [(found, key)]


@pytest.mark.parametrize(
    "text",
    [
        "February 30",
        "June 31, 2020",
        "2020-13-45 is a part number",
        "May he rest; they may march on",
        "it sold 2017 dollars of bread",
        "about 2017 gulls",
        "costing $2017",
        "they counted 2017 gulls",
        "the ship Cargo2017, berth B-2017",
        "she is 44 years old, he a 15-year-old",
        "April Brown and Jan Kavenagh spoke",
        "they flew to Easter Island",
        "the march on the castle",
        "30 februari 2019",
        "mars, mai, marca",
        "it lasted three days, and it recurs every week",
        "they met at 10:30",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert _found(text) == []


def test_a_further_day_of_a_month_is_a_date_of_its_own() -> None:
    assert _found("between April 24 and 26, 2019.") == [
        ("April 24", "--04-24"),
        ("26, 2019", "2019-04-26"),
    ]
    assert _found("on April 24 and 26 gulls came") == [("April 24", "--04-24")]
    assert _found("on April 24 and 31 it rained") == [("April 24", "--04-24")]


def test_a_weekday_with_an_impossible_hour_is_no_date() -> None:
    assert _found("at 25:99 on Tuesday") == []


def test_a_leap_day_needs_a_leap_year() -> None:
    assert _found("February 29, 2024") == [("February 29, 2024", "2024-02-29")]
    assert _found("February 29, 2023") == []


_PIECES = (
    "May ", "3", "1", ",", ".", "/", "-", "2025", " last ", "week", "Sep", " ", "the ", " ago",
    "a ", " and ", "Friday", " night", ":", "\n", "'", "年", "٣", "½", "s",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_mentions_slice_back_and_never_overlap(text: str) -> None:
    spans = [m.span for m in date_mentions(text, words(text))]
    assert all(span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
