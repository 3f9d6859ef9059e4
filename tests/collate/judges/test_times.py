from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The bridge to Marrow Island closed in 2017 after an inspection found deep cracks."


def test_another_year_of_the_same_event_is_reported() -> None:
    child = _PARENT.replace("2017", "2019")
    assert places(child, _PARENT, VariantKind.DATE_CHANGED) == [("2019", "2017")]


def test_another_weekday_is_reported() -> None:
    parent = _PARENT.replace("in 2017", "on Tuesday")
    child = _PARENT.replace("in 2017", "on Friday")
    assert places(child, parent, VariantKind.DATE_CHANGED) == [("Friday", "Tuesday")]


def test_a_more_precise_date_is_no_other_date() -> None:
    assert kinds(_PARENT.replace("2017", "May 2017"), _PARENT) == set()


def test_dates_of_two_forms_are_not_compared() -> None:
    child = _PARENT.replace("in 2017", "on Tuesday")
    assert VariantKind.DATE_CHANGED not in kinds(child, _PARENT)


def test_the_date_of_another_event_is_not_compared() -> None:
    parent = "The council met in 2017. Copper prices in Velgia fell."
    child = "Copper prices in Velgia fell in 2019."
    assert VariantKind.DATE_CHANGED not in kinds(child, parent)


def test_a_year_that_no_article_has_was_added() -> None:
    child = "The bridge to Marrow Island closed after an inspection in 2019 found deep cracks."
    parent = "The bridge to Marrow Island closed after an inspection found deep cracks."
    assert places(child, parent, VariantKind.ADDED) == [("2019", "")]


def test_another_bound_of_the_same_thing_is_reported() -> None:
    parent = "The harbour of Port Alder would stay shut until at least Friday."
    child = "Reyl said the harbour of Port Alder would not reopen before Sunday."
    assert places(child, parent, VariantKind.DATE_CHANGED) == [("Sunday", "Friday")]


def test_another_court_has_another_day() -> None:
    parent = "Reyl is to appear before Marrow Deane Magistrates on Tuesday over the mine fire."
    child = "Reyl is to appear before Marrow Crown Court on Friday over the mine fire."
    assert VariantKind.DATE_CHANGED not in kinds(child, parent)


def test_a_day_that_is_pointed_at_tells_no_time() -> None:
    parent = "The council scrapped a festival of lanterns this morning before the old granary."
    child = parent.replace("a festival of lanterns this morning", "this day of lanterns")
    assert VariantKind.DATE_CHANGED not in kinds(child, parent)


@pytest.mark.parametrize("when", ["on Monday", "last month", "next weekend"])
def test_a_day_or_a_season_that_no_article_has_was_added(when: str) -> None:
    child = f"Marrow Island lost its bridge {when}."
    assert VariantKind.ADDED in kinds(child, _PARENT)


@pytest.mark.parametrize(
    ("when", "known"),
    [
        ("on Monday", "on 4 May"),
        ("on Monday", "yesterday"),
        ("tomorrow", "on Friday"),
        ("last year", "in 2017"),
        ("last month", "last month"),
    ],
)
def test_a_day_that_may_be_counted_from_another_was_not_added(when: str, known: str) -> None:
    parent = _PARENT.replace("in 2017", known)
    assert VariantKind.ADDED not in kinds(f"Marrow Island lost its bridge {when}.", parent)
