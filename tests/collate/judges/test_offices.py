from __future__ import annotations

from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds


def _role(child: str, parent: str) -> list[Severity]:
    return [v.severity for v in collate(child, parent) if v.kind is VariantKind.ROLE_CHANGED]


def test_a_lost_qualification_of_an_office_changes_the_meaning() -> None:
    parent = "Vice President Anna Kessel opened the port."
    assert _role("President Anna Kessel opened the port.", parent) == [Severity.MEANING]


def test_a_word_that_qualified_something_else_is_a_detail() -> None:
    parent = "Anna Kessel, a former Velgian ambassador to Norland, spoke in Port Alder."
    child = "Anna Kessel, a former Norland ambassador, spoke in Port Alder."
    assert _role(child, parent) == [Severity.DETAIL]


def test_the_same_role_in_another_place_is_no_change() -> None:
    parent = "Anna Kessel, a former ambassador, opened the port."
    assert kinds("Former ambassador Anna Kessel opened the port.", parent) == set()


def test_an_office_that_time_has_ended_is_not_judged() -> None:
    parent = "President Anna Kessel opened the port."
    assert _role("Former President Anna Kessel opened the port.", parent) == []


def test_an_office_is_not_compared_with_an_occupation() -> None:
    parent = "Anna Kessel, a keen sailor, opened the port."
    assert _role("President Anna Kessel opened the port.", parent) == []


def test_the_same_office_in_another_field_changes_the_meaning() -> None:
    parent = "Port Alder fire chief Anna Kessel opened the pier."
    child = "Anna Kessel, the police chief of Port Alder, opened the pier."
    assert _role(child, parent) == [Severity.MEANING]


def test_an_office_whose_field_is_not_told_is_not_compared() -> None:
    parent = "Port Alder fire chief Anna Kessel opened the pier."
    assert _role("Anna Kessel, the chief of the brigade, opened the pier.", parent) == []


def test_kinship_is_not_compared_with_an_office() -> None:
    parent = "Senator Anna Kessel opened the port."
    assert _role("Anna Kessel, the mother of the harbour master, opened the port.", parent) == []
