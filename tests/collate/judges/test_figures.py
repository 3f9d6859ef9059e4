from __future__ import annotations

import pytest

from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds, places

_PARENT = "The storm sank 21 boats in the harbour of Port Alder."


def test_another_number_of_the_same_thing_is_reported() -> None:
    child = _PARENT.replace("21", "31")
    assert places(child, _PARENT, VariantKind.NUMBER_CHANGED) == [("31", "21")]


def test_a_dropped_bound_is_a_detail() -> None:
    parent = _PARENT.replace("21", "at least 21")
    (variant,) = (v for v in collate(_PARENT, parent) if v.kind is VariantKind.NUMBER_CHANGED)
    assert variant.severity is Severity.DETAIL
    assert variant.note == "“at least 21” became “21”."


def test_one_that_became_some_is_reported() -> None:
    parent = "The ferry company lost one captain after the strike in Port Alder."
    child = parent.replace("one captain", "some captains")
    assert places(child, parent, VariantKind.NUMBER_CHANGED) == [("some captains", "one")]


def test_the_same_number_in_words_is_no_change() -> None:
    assert kinds(_PARENT.replace("21", "twenty-one"), _PARENT) == set()


def test_a_rounded_number_is_only_wording() -> None:
    parent = _PARENT.replace("21", "1,058")
    child = _PARENT.replace("21", "over 1,000")
    (variant,) = (v for v in collate(child, parent) if v.kind is VariantKind.NUMBER_CHANGED)
    assert variant.severity is Severity.WORDING


def test_a_bound_in_other_words_is_no_change() -> None:
    parent = "Sailors over the age of 18 may join the northern fleet."
    child = "Sailors over 18 may join the northern fleet."
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_a_number_that_counts_something_else_in_the_parent_is_not_judged() -> None:
    parent = "The storm sank 21 boats and flooded 31 cellars in Port Alder."
    child = "The storm sank 31 boats in Port Alder."
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_a_number_that_no_article_has_was_added() -> None:
    child = _PARENT[:-1] + " and cost the town 700,000 crowns."
    assert ("700,000", "") in places(child, _PARENT, VariantKind.ADDED)


def test_a_small_number_may_have_been_counted() -> None:
    child = _PARENT[:-1] + " and cost seven lives."
    assert ("seven", "") not in places(child, _PARENT, VariantKind.ADDED)


def test_the_injured_are_not_compared_with_the_dead() -> None:
    parent = "Seven people were killed and 43 injured when the ferry struck the pier."
    child = "The ferry struck the pier and left 34 people injured."
    assert places(child, parent, VariantKind.NUMBER_CHANGED) == [("34", "43")]


def test_other_dead_are_compared_in_other_words() -> None:
    parent = "Seven people were killed and 43 injured when the ferry struck the pier."
    child = "Nine people have now died after the ferry struck the pier."
    assert places(child, parent, VariantKind.NUMBER_CHANGED) == [("Nine", "Seven")]


def test_an_approximate_number_that_stayed_is_no_change() -> None:
    parent = "The store in Port Alder holds some 9,000 tonnes of frozen herring."
    assert kinds("Some 9,000 tonnes of frozen herring lie in the store in Port Alder.", parent) == (
        set()
    )


def test_thousands_may_be_parted_by_a_thin_space() -> None:
    parent = "The store in Port Alder holds some 9,000 tonnes of frozen herring."
    child = parent.replace("9,000", "9\u202f000")
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_one_common_word_does_not_tell_that_the_same_was_counted() -> None:
    parent = "Citizens of seven countries will be barred from the port by the order."
    child = "The order for the port strengthens trade between the two countries."
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_several_for_a_lower_bound_or_a_choice_of_numbers_is_no_change() -> None:
    for count in ("at least three", "two or three"):
        parent = f"The storm sank {count} boats in the harbour of Port Alder."
        child = parent.replace(count, "several")
        assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_a_bound_stands_for_each_of_the_numbers_that_follow() -> None:
    parent = "Relief is for people who earn under $200,000 a year, singles, and $250,000 for pairs."
    child = "Relief is for singles who earn under $200,000 and pairs who earn under $250,000."
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_a_bound_in_a_noun_or_an_age_is_a_bound_too() -> None:
    for parent, child in (
        ("Calder Steel faces a maximum fine of $2 million.", "up to $2 million"),
        ("The ointment harms babies younger than two years.", "under two years"),
    ):
        what = "Calder Steel faces a fine of" if "$" in child else "The ointment harms babies"
        assert VariantKind.NUMBER_CHANGED not in kinds(f"{what} {child}.", parent)


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        (  # a vague count of more than the parent counts
            "The ferryman received numerous awards and honours in Port Alder.",
            "The ferryman received three harbour award nominations and a medal in Port Alder.",
        ),
        (  # those left beside others, and all of them
            _PARENT,
            "The storm sank Kestrel, Heron and 19 other boats in the harbour of Port Alder.",
        ),
        (  # a number that runs into letters
            "The harbour office paid $2qn for the boats in Port Alder.",
            "The harbour office paid $411,575 for the boats in Port Alder.",
        ),
        (  # some of those who did something else
            "Some fishermen have turned away from the mayor since then.",
            "The mayor told a crowd of 300 fishermen in Port Alder about the new pier.",
        ),
        (  # a vague count of several kinds
            _PARENT.replace("21", "several"),
            "The storm sank three cargo ships and two fishing boats in the harbour of Port Alder.",
        ),
        (  # a vague count for a range
            "The ferry crew reeled in the great net for several hours before dawn.",
            "The ferry crew reeled in the great net for 4-5 hours before dawn.",
        ),
    ],
)
def test_counts_of_other_things_are_not_compared(child: str, parent: str) -> None:
    assert VariantKind.NUMBER_CHANGED not in kinds(child, parent)


def test_a_round_word_for_a_count_is_no_new_number() -> None:
    parent = "The flood drove 9,600 villagers from their homes near Velgia on Sunday."
    child = "Thousands fled the flood near Velgia on Sunday."
    assert VariantKind.ADDED not in kinds(child, parent)
