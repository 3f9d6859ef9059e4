"""Quantities with their ends, units and what they count."""

from __future__ import annotations

import itertools
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Limit, Quantity, QuantityKind
from newstemma.text.quantities import quantities
from newstemma.text.segment import words


def found(text: str) -> tuple[Quantity, ...]:
    return quantities(text, words(text))


def only(text: str) -> Quantity:
    (one,) = found(text)
    return one


@pytest.mark.parametrize(
    ("text", "low", "high", "limit"),
    [
        ("21 boats sank", 21, 21, None),
        ("at least 21 boats sank", 21, None, Limit.AT_LEAST),
        ("more than 21 boats sank", 21, None, Limit.MORE_THAN),
        ("up to 21 boats sank", None, 21, Limit.AT_MOST),
        ("21 or fewer boats sank", None, 21, Limit.AT_MOST),
        ("about 21 boats sank", 21, 21, Limit.ABOUT),
        ("some 4½ tons sank", Fraction(9, 2), Fraction(9, 2), Limit.ABOUT),
        ("hundreds of thousands of gulls came", 200_000, None, None),
        ("between 10 and 20 boats sank", 10, 20, None),
        ("10-15 boats sank", 10, 15, None),
        ("two or three boats sank", 2, 3, None),
        ("an estimated 5,000 to 6,000 gulls came", 5000, 6000, Limit.ABOUT),
        ("it cost $140-150 million", 140_000_000, 150_000_000, None),
        ("two and a half million gulls came", 2_500_000, 2_500_000, None),
        ("two thirds of them came", Fraction(2, 3), Fraction(2, 3), None),
    ],
)
def test_a_value_lies_between_its_ends(
    text: str, low: Fraction | None, high: Fraction | None, limit: Limit | None
) -> None:
    one = only(text)
    assert (one.low, one.high, one.limit) == (low, high, limit)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("it cost $50 million", QuantityKind.MONEY, "$"),
        ("it cost 50 million euros", QuantityKind.MONEY, "€"),
        ("it cost 20 pounds", QuantityKind.MONEY, "£"),
        ("it took 20 pounds of tea", QuantityKind.MASS, "pound"),
        ("60 per cent came", QuantityKind.PERCENT, "%"),
        ("it fell by 3 percentage points", QuantityKind.POINTS, "percentage point"),
        ("a 15-year-old came", QuantityKind.AGE, "year"),
        ("a man aged 44 came", QuantityKind.AGE, "year"),
        ("Jane Hill, 52, came", QuantityKind.AGE, "year"),
        ("a 5-year plan", QuantityKind.TIME, "year"),
        ("it is 3.5km long", QuantityKind.LENGTH, "kilometre"),
        ("12 square kilometres burned", QuantityKind.AREA, "square kilometre"),
        ("winds of 30 km per hour", QuantityKind.SPEED, "kilometre per hour"),
        ("it was -5°C there", QuantityKind.TEMPERATURE, "degree"),
        ("Flight 370 was lost", QuantityKind.LABEL, None),
        ("the 20th boat sank", QuantityKind.ORDINAL, None),
    ],
)
def test_what_is_measured_has_its_kind_and_unit(
    text: str, kind: QuantityKind, unit: str | None
) -> None:
    assert (only(text).kind, only(text).unit) == (kind, unit)


def test_a_minus_is_a_sign_only_where_something_can_be_below_nothing() -> None:
    assert only("it was -5°C there").value == -5
    assert only("it fell to minus 3 percent").value == -3
    assert only("they sent -5 boats").value == 5


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("21 fatal falls in a year", "falls"),
        ("21 people died", "people"),
        ("1,000 elderly residents were moved", "residents"),
        ("21 of the boats", None),
        ("21, boats said", None),
        ("hundreds fled", None),
    ],
)
def test_the_noun_that_is_counted_is_the_first_plural_of_its_phrase(
    text: str, counted: str | None
) -> None:
    one = only(text)
    assert (one.counted.of(text) if one.counted else None) == counted


def test_every_part_has_its_span() -> None:
    text = "It cost at least $50 million or so they said."
    one = only(text)
    assert one.span.of(text) == "at least $50 million"
    assert one.number.of(text) == "50 million"
    assert one.unit_span is not None
    assert one.unit_span.of(text) == "$"
    assert one.limit_span is not None
    assert one.limit_span.of(text) == "at least"


@pytest.mark.parametrize("text", ["on Nov. 3, 2025", "two days ago", "at 10:30", "in the 1990s"])
def test_a_date_is_no_quantity(text: str) -> None:
    assert found(f"They met {text}.") == ()


@pytest.mark.parametrize("text", ["They won 3-2.", "5 boats and 10 gulls", "$5 or 6 gulls"])
def test_two_numbers_that_make_no_range_stay_two(text: str) -> None:
    assert len(found(text)) == 2


_PIECES = (
    "12", ",", ".", ":", "%", "$", "€", " ", "-", "a ", "½", "٣", " two ", " dozen ", " of ", "/",
    "between ", " and ", " to ", "km", "°C", "years old", "per cent", "+", " or more", "minus ",
    "at least ", "million", "\u202f", "万", "Jane, ", "\n", "🙂", "\u0301",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_quantities_lie_in_order_and_cover_their_parts(text: str) -> None:
    every = found(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(every))
    for one in every:
        parts = (one.number, one.unit_span, one.limit_span)
        assert all(one.span.covers(part) for part in parts if part)
        assert one.low is None or one.high is None or one.low <= one.high


@pytest.mark.parametrize("piece", ["9 ", "between 9 and ", "two or ", "at least ", "1/2 ", "$9-"])
def test_a_long_text_takes_seconds_at_most(piece: str) -> None:
    start = time.process_time()
    found(piece * 20_000)
    assert time.process_time() - start < 10
