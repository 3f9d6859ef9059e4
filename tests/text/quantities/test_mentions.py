from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.quantities import number_mentions, parts_of
from newstemma.text.segment import words


def _keys(text: str) -> list[str]:
    return [mention.key for mention in number_mentions(text, words(text))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("21 boats", "twenty-one boats"),
        ("two dozen boats", "24 boats"),
        ("1,200 men", "1200 men"),
        ("$50 million", "50 million dollars"),
        ("12.5%", "12.5 percent"),
        ("one and a half", "one and half"),
        ("1.200,50 euros", "1,200.50 euros"),
        ("2.5k", "2,500"),
        ("844K viewers", "844,000 viewers"),
        ("an average of 635,000", "635,000"),
        ("a thousand tons", "1000 tons"),
        ("two hundred and five", "205"),
        ("200 or more", "at least 200"),
        ("4½ hours", "4.5 hours"),
        ("4 1/2 hours", "4.5 hours"),
        ("two and a half million", "2.5m"),
        ("10 per cent", "10%"),
        ("50 €", "50 euros"),
        ("USD 50 million", "$50 million"),
        ("5 Millionen", "5m"),
        ("3,5 Mio. Euro", "3.5 million euros"),
        ("3万", "30,000"),
        ("１２，３４５", "12,345"),
        ("١٬٢٣٤٫٥", "1,234.5"),
        ("1'234'567", "1,234,567"),
        ("1,00,000 rupees", "1 lakh rupees"),
        ("one-third of it", "a third of it"),
    ],
)
def test_equal_quantities_have_equal_keys(left: str, right: str) -> None:
    assert _keys(left)
    assert _keys(left) == _keys(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("21 boats", "31 boats"),
        ("at least 21 boats", "21 boats"),
        ("21 boats", "21% of boats"),
        ("$21", "€21"),
        ("the third boat", "three boats"),
        ("hundreds of boats", "a hundred boats"),
        ("a third man came", "a third of them came"),
        ("a 100m sprint", "100m people"),
    ],
)
def test_unequal_quantities_have_unequal_keys(left: str, right: str) -> None:
    assert _keys(left)
    assert _keys(right)
    assert _keys(left) != _keys(right)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least 21 fatal falls", "at least 21"),
        ("hundreds of thousands of people", "hundreds of thousands"),
        ("nearly two dozen ships", "nearly two dozen"),
        ("they lost one longtime friend", "one"),
        ("worth $3.5bn today", "$3.5bn"),
        ("about a third of it", "about a third"),
    ],
)
def test_a_quantity_spans_its_approximator_scale_and_unit(text: str, found: str) -> None:
    (mention,) = number_mentions(text, words(text))
    assert mention.span.of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "no one came",
        "one of them came",
        "an F-16 landed",
        "in 2017",
        "on Nov. 3, 2025",
        "at 10:30 they left",
        "a few of us",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert _keys(text) == []


def test_a_range_is_two_quantities() -> None:
    assert _keys("10-15 boats") == ["10", "15"]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_groups_of_digits_parted_by_a_narrow_space_are_one_number(space: str) -> None:
    assert _keys(f"some 9{space}000 boats and 2{space}500{space}000 crowns") == [
        "~9000",
        "2500000",
    ]
    assert _keys(f"in 12{space}boats") == ["12"]


def test_digits_of_other_scripts_and_fraction_signs_do_not_raise() -> None:
    assert _keys("٢١ قارب") == ["21"]
    assert _keys("½ a loaf, ² and " + "9" * 5000) == ["0.5"]


def test_a_key_comes_apart_into_bound_value_and_unit() -> None:
    assert parts_of(">=50000000$") == (">=", "50000000", "$")
    assert parts_of("12.5%") == ("", "12.5", "%")


_PIECES = ("12", ",", ".", ":", "%", "$", "€", " ", "-", "a", "½", "٣", " two ", " dozen ", " of ")


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_mentions_lie_in_order_in_the_text(text: str) -> None:
    mentions = number_mentions(text, words(text))
    spans = [mention.span for mention in mentions]
    assert all(span.of(text).strip() for span in spans)
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("between $140 and $150 million", "140000000$"),
        ("$140 to $150 million", "140000000$"),
        ("$140-150 million", "140000000$"),
        ("from 3 to 5 million", "3000000"),
        ("they paid $5 and 10 million watched", "5$"),
        ("3 and 5 million", "3"),
        ("between 5 and 10 percent", "5"),
    ],
)
def test_the_scale_of_a_range_holds_for_both_its_numbers(text: str, first: str) -> None:
    assert _keys(text)[0] == first


def test_a_plus_is_a_lower_bound() -> None:
    assert _keys("$25+ per hour") == _keys("$25 or more per hour")


@pytest.mark.parametrize(
    "unit", ["hundred ", "thousands of ", "nine million ", "million ", "9 ", "9\u202f", "1/2 "]
)
def test_endless_number_words_stay_within_bounds(unit: str) -> None:
    text = "9 " + unit * 5_000
    assert all(len(m.key) < 400 for m in number_mentions(text, words(text)))
