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
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert _found(text) == []


def test_a_leap_day_needs_a_leap_year() -> None:
    assert _found("February 29, 2024") == [("February 29, 2024", "2024-02-29")]
    assert _found("February 29, 2023") == []


_PIECES = ("May ", "3", "1", ",", ".", "/", "-", "2025", " last ", "week", "Sep", " ")


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_mentions_slice_back_and_never_overlap(text: str) -> None:
    spans = [m.span for m in date_mentions(text, words(text))]
    assert all(span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
