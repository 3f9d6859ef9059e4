from __future__ import annotations

from newstemma.collate.fillers import fillers_of
from newstemma.collate.grounds import ground_of
from newstemma.collate.judges.exchange import exchanges
from newstemma.collate.lines import lines_of
from newstemma.collate.score.sources import sources_of
from newstemma.records import Severity, VariantKind
from tests.collate.parsed import changed, collate_parsed, read_parsed

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


def _exchanged(child: str, parent: str) -> list[tuple[str, str]]:
    """What this judge alone takes for an exchange, by the keys of both sides."""
    lines = lines_of(read_parsed(parent, "parent"))
    fillers = [one for line in lines_of(read_parsed(child, "child")) for one in fillers_of(line)]
    found = exchanges(fillers, ground_of(lines), sources_of(lines))
    return [(one.own.key, one.other.key) for told in found.values() for one in told]


def test_a_name_in_a_clause_of_which_the_parents_tell_most_was_exchanged() -> None:
    child = "Odo Brandt restored the flooded chapel organ in Brenholm last autumn."
    assert _exchanged(child, _PARENT) == [("odo brandt", "tomas reyl")]


def test_a_name_of_whom_the_child_tells_other_things_was_not_exchanged() -> None:
    child = (
        "Odo Brandt restored the flooded bakery, twelve tram depots, an observatory and the "
        "crumbling monastery of his grandmother."
    )
    assert not _exchanged(child, _PARENT)


def test_a_number_that_the_writer_counted_up_was_not_exchanged() -> None:
    parent = (
        "Reyl told the council of his pipes. I smoke two pipes in the morning, I smoke two pipes "
        "at night, I smoke two pipes in the afternoon, Reyl said."
    )
    child = "Reyl told the council that he smokes six pipes throughout the day."
    assert not _exchanged(child, parent)
    assert _exchanged(child.replace("six", "60"), parent) == [("60", "2")]


def test_a_number_that_was_rounded_was_not_exchanged() -> None:
    parent = f"{_PARENT} Over 1,200 sailors registered for the regatta of the northern harbours."
    child = "About 1,300 sailors registered for the regatta of the northern harbours."
    assert not _exchanged(child, parent)
    assert _exchanged(child.replace("1,300", "1,900"), parent) == [("~1900", ">1200")]
