from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "Mayor Tomas Reyl gave a press conference in the town hall on Friday."


def test_another_place_after_the_same_word_is_reported() -> None:
    child = _PARENT.replace("town hall", "market square")
    assert places(child, _PARENT, VariantKind.PLACE_CHANGED) == [("market square", "town hall")]


def test_a_shorter_word_for_the_place_is_no_change() -> None:
    assert VariantKind.PLACE_CHANGED not in kinds(_PARENT.replace("town hall", "hall"), _PARENT)


def test_what_is_no_place_is_not_judged() -> None:
    child = _PARENT.replace("in the town hall", "in the afternoon")
    assert VariantKind.PLACE_CHANGED not in kinds(child, _PARENT)
