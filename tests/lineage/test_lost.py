from __future__ import annotations

from newstemma.lineage.family import Family, family
from newstemma.records import LostWitness
from tests.lineage.builder import sentence_list, witness
from tests.lineage.texts import CUT, FERRY, HARBOUR_RADIO, OTHER_CUT, SPEECH_ONE, SPEECH_TWO


def _only(drawn: Family) -> LostWitness:
    (lost,) = drawn.lost_witnesses
    return lost


def test_a_reprint_of_an_absent_original_stands_for_it() -> None:
    drawn = family([witness("a", FERRY, credit="Karlby Agency"), witness("b", CUT)])
    lost = _only(drawn)
    assert (lost.name, lost.stands_for_it, lost.children) == ("Karlby Agency", "a", ("a",))
    (lineage,) = drawn.lineages
    assert (lineage.root, lineage.lost_witness) == ("a", lost.id)


def test_of_two_reprints_the_more_complete_one_stands_for_the_original() -> None:
    drawn = family(
        [
            witness("a", CUT, publisher="Lunna Times", credit="Karlby Agency"),
            witness("b", OTHER_CUT, publisher="Norrskar Post", credit="Karlby Agency"),
        ]
    )
    lost = _only(drawn)
    assert (lost.stands_for_it, lost.children) == ("b", ("a", "b"))
    assert drawn.derivations == ()


def test_the_original_is_lost_no_more_once_it_is_there() -> None:
    clients = [
        witness("a", CUT, publisher="Lunna Times", credit="Karlby Agency"),
        witness("b", OTHER_CUT, publisher="Norrskar Post", credit="Karlby Agency"),
    ]
    drawn = family([*clients, witness("wire", FERRY, publisher="Karlby Agency")])
    assert drawn.lost_witnesses == ()
    assert {(edge.child, edge.parent) for edge in drawn.derivations} == {
        ("a", "wire"),
        ("b", "wire"),
    }


def test_siblings_demand_a_parent_that_has_what_both_have() -> None:
    drawn = family([witness("a", CUT), witness("b", OTHER_CUT)])
    lost = _only(drawn)
    assert (lost.name, lost.children) == (None, ("a", "b"))
    assert drawn.derivations == ()
    assert len(drawn.lineages) == 1


def test_three_siblings_have_one_lost_parent() -> None:
    lines = sentence_list(FERRY)
    third = "\n".join(lines[:2] + lines[4:6] + lines[8:])
    drawn = family([witness("a", CUT), witness("b", OTHER_CUT), witness("c", third)])
    assert len(drawn.lineages) == 1
    assert len(drawn.lost_witnesses) <= 1


def test_a_quotation_in_common_demands_no_lost_witness() -> None:
    drawn = family([witness("a", SPEECH_ONE), witness("b", SPEECH_TWO)])
    assert drawn.lost_witnesses == ()


def test_two_reports_on_one_event_demand_no_lost_witness() -> None:
    drawn = family([witness("a", FERRY), witness("b", HARBOUR_RADIO)])
    assert drawn.lost_witnesses == ()
    assert len(drawn.lineages) == 2
