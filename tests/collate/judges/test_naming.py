from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places
from tests.collate.parsed import changed

_PARENT = "The court fined Calder Steel for polluting the river."


def test_another_name_in_the_same_slot_is_reported() -> None:
    child = _PARENT.replace("Calder Steel", "Northwind Energy")
    found = places(child, _PARENT, VariantKind.ENTITY_CHANGED)
    assert found == [("Northwind Energy", "Calder Steel")]


def test_another_place_is_reported_as_such() -> None:
    parent = "The trawler sank off Kestrel Bay after its engine failed on Sunday night."
    child = parent.replace("Kestrel Bay", "Brenholm")
    assert places(child, parent, VariantKind.PLACE_CHANGED) == [("Brenholm", "Kestrel Bay")]


def test_a_shorter_form_of_the_name_is_no_other_name() -> None:
    assert kinds(_PARENT.replace("Calder Steel", "Calder"), _PARENT) == set()


def test_an_acronym_of_the_name_is_no_other_name() -> None:
    parent = _PARENT.replace("Calder Steel", "Calder Iron Works")
    assert VariantKind.ENTITY_CHANGED not in kinds(_PARENT.replace("Calder Steel", "CIW"), parent)


def test_a_name_that_no_article_has_was_added() -> None:
    child = _PARENT[:-1] + " and praised Ottokar Brandt."
    assert ("Ottokar Brandt", "") in places(child, _PARENT, VariantKind.ADDED)


def test_a_name_that_another_article_has_was_not_added() -> None:
    child = _PARENT[:-1] + " and praised Ottokar Brandt."
    other = "Ottokar Brandt cleaned the river with praise from the court."
    assert VariantKind.ADDED not in kinds(child, _PARENT, other)


def test_a_name_that_qualifies_a_noun_is_not_compared_with_one_that_does_not() -> None:
    parent = "The treasurer met Kessel and Malk aide Ilsa Verhoeven in the capital on Sunday."
    child = "The treasurer was with Kessel and Reyl when the mine closed."
    assert VariantKind.ENTITY_CHANGED not in kinds(child, parent)


def test_names_that_start_alike_are_two_where_the_scorer_of_names_says_so() -> None:
    child = _PARENT.replace("Calder Steel", "Karin Brandhorst")
    parent = _PARENT.replace("Calder Steel", "Karl Brandes")
    found = places(child, parent, VariantKind.ENTITY_CHANGED)
    assert found == [("Karin Brandhorst", "Karl Brandes")]


def test_a_name_in_another_script_is_no_other_name() -> None:
    child = _PARENT.replace("Calder Steel", "Oleg Chernov")
    parent = _PARENT.replace("Calder Steel", "Олег Чернов")
    assert VariantKind.ENTITY_CHANGED not in kinds(child, parent)


def test_a_name_with_a_common_last_part_that_no_article_has_was_added() -> None:
    child = "The council thanked Ottokar James for the lanterns."
    assert (VariantKind.ADDED, "Ottokar James", "") in changed(child, _PARENT)


def test_a_first_name_before_a_known_last_name_adds_nobody() -> None:
    parent = "Verhoeven's plan for the dam failed. The Verhoeven Foundation paid for it."
    child = "Ilsa Verhoeven's plan for the dam failed."
    assert not {own for kind, own, _ in changed(child, parent) if kind is VariantKind.ADDED}


def test_a_name_written_in_full_is_known_by_its_initials() -> None:
    parent = "The NHB closed the granary on Sunday because of rats."
    child = "The Northern Harvest Bureau closed the granary on Sunday because of rats."
    assert VariantKind.ADDED not in kinds(child, parent)
    assert VariantKind.ADDED in kinds(child, parent.replace("NHB", "mayor"))


def test_one_of_a_list_of_hashtags_replaces_nothing() -> None:
    parent = "Find the keeper under #Lanterns #Ferrymen #Granary today."
    child = "Find the keeper under #Brenholm #Ferrymen #Granary today."
    assert VariantKind.ENTITY_CHANGED not in kinds(child, parent)


def test_another_name_of_one_body_is_no_new_name() -> None:
    parent = "The Islamic State claimed the bombing of the harbour at Port Alder on Sunday."
    child = "Officers blame the ISIS leadership for the harbour bombing at Port Alder."
    assert VariantKind.ADDED not in kinds(child, parent)
    assert VariantKind.ADDED in kinds(child, parent.replace("Islamic", "Norland"))


def test_a_name_spelt_out_from_its_initials_is_no_new_name() -> None:
    parent = "Inspectors of the PABS closed the northern dock on Sunday."
    child = parent.replace("the PABS", "Port Alder Boat Safety")
    assert VariantKind.ADDED not in kinds(child, parent)


def test_a_long_name_in_another_spelling_is_no_new_name() -> None:
    parent = "Gaia Conelly Brandt opened the northern dock on Sunday."
    assert VariantKind.ADDED not in kinds(parent.replace("Conelly", "Connellie"), parent)


def test_a_well_known_place_that_no_article_has_was_added() -> None:
    child = "Hulda Brandt sold brass lanterns in New York."
    parent = "Hulda Brandt sold brass lanterns and a compass."
    assert (VariantKind.ADDED, "New York", "") in changed(child, parent)


def test_another_name_of_a_known_state_adds_no_place() -> None:
    child = "Hulda Brandt sold brass lanterns in London."
    parent = "Hulda Brandt sold brass lanterns to British museums."
    assert VariantKind.ADDED not in {kind for kind, _, _ in changed(child, parent)}
