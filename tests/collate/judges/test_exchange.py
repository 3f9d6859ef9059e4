from __future__ import annotations

from newstemma.records import Severity, VariantKind
from tests.collate.parsed import changed, collate_parsed

_PARENT = (
    "Tomas Reyl restored the flooded chapel organ in Brenholm last autumn. "
    "Visitors came from every village of the valley to hear it play before the winter storms "
    "closed the mountain road for several weeks. "
    "The workshop sold 14 brass lanterns to the harbour master in March. "
    "Many families lost barrels of cider when the old cellar caved in after heavy rain. "
    "Lena Hartig taught the apprentices how to mend sails."
)


def test_a_name_in_the_place_of_another_is_reported_with_the_other() -> None:
    child = "Tomas Reyl taught the apprentices how to mend sails."
    told = changed(child, _PARENT)
    assert (VariantKind.ENTITY_CHANGED, "Tomas Reyl", "Lena Hartig") in told


def test_a_number_in_the_place_of_another_is_reported_with_the_other() -> None:
    child = "The workshop sold 41 brass lanterns to the harbour master in March."
    assert {(kind, own) for kind, own, _ in changed(child, _PARENT)} & {
        (VariantKind.NUMBER_CHANGED, "41")
    }


def test_names_in_their_own_places_are_no_exchange() -> None:
    child = (
        "Lena Hartig taught the apprentices how to mend sails. "
        "Tomas Reyl restored the flooded chapel organ in Brenholm."
    )
    assert not changed(child, _PARENT)


def test_what_stands_in_other_words_is_no_exchange() -> None:
    child = "Hartig showed young trainees the craft of repairing canvas."
    kinds = {kind for kind, _, _ in changed(child, _PARENT)}
    assert VariantKind.ENTITY_CHANGED not in kinds


def test_an_exchange_changes_the_meaning() -> None:
    child = "Tomas Reyl taught the apprentices how to mend sails."
    found = [v for v in collate_parsed(child, _PARENT) if v.kind is VariantKind.ENTITY_CHANGED]
    assert {v.severity for v in found} == {Severity.MEANING}
