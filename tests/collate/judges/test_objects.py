from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The navy widened its attacks on smugglers linked to villages along the river."


def test_an_object_whose_head_is_gone_is_reported() -> None:
    child = "The navy widened its attacks on villages along the river."
    ((mine, theirs),) = places(child, _PARENT, VariantKind.ENTITY_CHANGED)
    assert mine == "attacks on villages"
    assert theirs == "on smugglers linked to villages"


def test_a_part_of_the_same_thing_is_no_other_object() -> None:
    parent = "The navy widened its attacks on a number of villages along the river."
    child = "The navy widened its attacks on villages along the river."
    assert VariantKind.ENTITY_CHANGED not in kinds(child, parent)


def test_what_only_says_what_a_place_is_may_fall_out() -> None:
    parent = "Police stopped a series of robberies in the southern resort of Brenholm."
    child = "Police stopped a series of robberies in Brenholm."
    assert VariantKind.ENTITY_CHANGED not in kinds(child, parent)
