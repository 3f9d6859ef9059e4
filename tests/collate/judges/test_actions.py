from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The price of copper rose sharply in the northern markets."


def test_the_opposite_action_is_reported() -> None:
    child = _PARENT.replace("rose", "fell")
    assert places(child, _PARENT, VariantKind.PREDICATE_CHANGED) == [("fell", "rose")]


def test_the_denied_opposite_is_no_change() -> None:
    child = _PARENT.replace("rose", "never fell")
    assert VariantKind.PREDICATE_CHANGED not in kinds(child, _PARENT)


def test_a_synonym_is_no_change() -> None:
    assert kinds(_PARENT.replace("rose", "climbed"), _PARENT) == set()


def test_doer_and_done_to_that_changed_places_are_reported() -> None:
    parent = "The report says Anna Kessel attacked Oran Malk during the debate."
    child = "The report says Oran Malk attacked Anna Kessel during the debate."
    assert VariantKind.PREDICATE_CHANGED in kinds(child, parent)


def test_the_passive_is_no_swap() -> None:
    parent = "The report says Anna Kessel attacked Oran Malk during the debate."
    child = "The report says Oran Malk was attacked by Anna Kessel during the debate."
    assert VariantKind.PREDICATE_CHANGED not in kinds(child, parent)


def test_a_denial_at_the_head_of_a_list_reaches_its_end() -> None:
    parent = "No cameras, tape recorders, telephones, tablets or other devices are allowed here."
    child = "Cameras, telephones, tablets and other devices are prohibited here."
    assert VariantKind.PREDICATE_CHANGED not in kinds(child, parent)
