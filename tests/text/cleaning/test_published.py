from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.cleaning.published import find_date, is_date_line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-11-03", "2025-11-03"),
        ("2025/11/03", "2025-11-03"),
        ("2025-11-03T10:32:05Z", "2025-11-03T10:32:05Z"),
        ("2025-11-03T10:32+01:00", "2025-11-03T10:32+01:00"),
        ("November 3, 2025", "2025-11-03"),
        ("Nov. 3, 2025 at 5:14 p.m.", "2025-11-03T17:14"),
        ("Sept 3, 2025", "2025-09-03"),
        ("3rd of November 2025", "2025-11-03"),
        ("Mon 3 Nov 2025 11.40 GMT", "2025-11-03T11:40Z"),
        ("10:32 GMT, 3 November 2025", "2025-11-03T10:32Z"),
        ("12:05 a.m. Nov 3, 2025", "2025-11-03T00:05"),
        ("3. November 2025", "2025-11-03"),
        ("3 de noviembre de 2025", "2025-11-03"),
        ("3 novembre 2025 à 10h32", "2025-11-03T10:32"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("03.11.2025", "2025-11-03"),
        ("2025年11月3日", "2025-11-03"),
        ("November 2025", "2025-11"),
    ],
)
def test_a_date_is_read_at_the_precision_stated(text: str, value: str) -> None:
    stated = find_date(text)
    assert stated is not None
    assert stated.value == value


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025",
        "2025-02-30",
        "31 June 2025",
        "November 3",
        "2025",
        "Nov 3, 25",
        "version 1.2.2025.1",
    ],
)
def test_what_is_ambiguous_or_impossible_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_a_clock_time_that_cannot_be_is_left_out() -> None:
    stated = find_date("3 November 2025, 29:99")
    assert stated is not None
    assert stated.value == "2025-11-03"


@pytest.mark.parametrize(
    "text", ["Published: 3 November 2025", "Updated 2 hours ago", "Monday, Nov 3, 2025 5:14 PM EST"]
)
def test_a_line_of_nothing_but_a_date_is_known(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["The bridge opened on 3 November 1975", "Published in haste", "7"]
)
def test_a_line_that_says_more_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,4}.{0,20}"))
def test_the_span_of_a_date_lies_in_the_text(text: str) -> None:
    stated = find_date(text)
    assert stated is None or stated.span.of(text)
