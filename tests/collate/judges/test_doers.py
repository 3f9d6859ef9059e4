from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The bell on the quay was rung by a cleaner who had seen the smoke."


def test_another_occupation_in_the_same_slot_is_reported() -> None:
    child = _PARENT.replace("cleaner", "carpenter")
    assert places(child, _PARENT, VariantKind.ROLE_CHANGED) == [("carpenter", "cleaner")]


def test_a_word_that_stands_for_many_is_no_other_occupation() -> None:
    child = _PARENT.replace("cleaner", "worker")
    assert VariantKind.ROLE_CHANGED not in kinds(child, _PARENT)


def test_another_word_for_the_occupation_is_no_change() -> None:
    parent = _PARENT.replace("cleaner", "policeman")
    assert VariantKind.ROLE_CHANGED not in kinds(parent.replace("policeman", "officer"), parent)
