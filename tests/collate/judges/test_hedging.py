from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "Police stopped two trucks allegedly involved in smuggling cheese across the border."
_FLAT = _PARENT.replace("allegedly ", "")


def test_a_dropped_hedge_is_reported_on_what_it_held_off() -> None:
    ((child, parent),) = places(_FLAT, _PARENT, VariantKind.HEDGE_DROPPED)
    assert child.startswith("involved")
    assert parent == "allegedly involved"


def test_an_added_hedge_is_reported() -> None:
    ((child, _),) = places(_PARENT, _FLAT, VariantKind.HEDGE_ADDED)
    assert child == "allegedly involved"


def test_another_hedge_does_the_same_work() -> None:
    child = "Police stopped two trucks suspected of smuggling cheese across the border."
    assert VariantKind.HEDGE_DROPPED not in kinds(child, _PARENT)


def test_a_named_accusation_is_a_hedge_too() -> None:
    child = "Police accused two drivers of being involved in smuggling cheese across the border."
    assert VariantKind.HEDGE_DROPPED not in kinds(child, _PARENT)


def test_what_officials_call_so_becomes_so() -> None:
    parent = "The navy sank a tug in what officials describe as a broad sweep of the strait."
    child = "The navy sank a tug in a broad sweep of the strait."
    assert VariantKind.HEDGE_DROPPED in kinds(child, parent)


def test_a_hedge_for_a_source_is_none_that_was_added() -> None:
    parent = "Ilsa Verhoeven said that the mine closed its eastern shaft after the flood."
    child = "The mine reportedly closed its eastern shaft after the flood."
    assert VariantKind.HEDGE_ADDED not in kinds(child, parent)


def test_a_hedge_inside_what_a_source_says_is_dropped_too() -> None:
    parent = "Tomas Reyl said the company had allegedly been warned three times about worn ropes."
    child = "Critics argue that the company had been warned three times about worn ropes."
    assert VariantKind.HEDGE_DROPPED in kinds(child, parent)


def test_what_a_document_suggests_is_told_by_it_and_no_hedge() -> None:
    child = "The letter suggests that two trucks involved in smuggling cheese crossed the border."
    assert VariantKind.HEDGE_ADDED not in kinds(child, _FLAT)


def test_a_rumour_in_the_parent_holds_back_as_a_hedge_does() -> None:
    parent = f"There were rumours: {_FLAT[0].lower()}{_FLAT[1:]}"
    assert VariantKind.HEDGE_ADDED not in kinds(_PARENT, parent)


def test_a_denied_hedge_did_not_become_a_fact() -> None:
    parent = "Tomas Reyl may run for mayor of Port Alder again next year."
    flat = parent.replace("may run", "will run")
    assert VariantKind.HEDGE_DROPPED in kinds(flat, parent)
    assert VariantKind.HEDGE_DROPPED not in kinds(flat.replace("will", "will not"), parent)


def test_what_the_parent_hedges_in_another_sentence_is_not_called_hedged() -> None:
    doubt = "At this point nobody is sure of it."
    again = "The drivers were reportedly involved in smuggling cheese for years."
    assert VariantKind.HEDGE_ADDED not in kinds(_PARENT, f"{_FLAT} {doubt}")
    far = "Snow fell in Brenholm. The ferry was late. The mayor slept."
    assert VariantKind.HEDGE_ADDED not in kinds(_PARENT, f"{_FLAT} {far} {again}")
    assert VariantKind.HEDGE_ADDED in kinds(_PARENT, f"{_FLAT} {far}")


def test_reportedly_tells_that_the_parent_quotes_it() -> None:
    parent = f'"{_FLAT}" Ottilie Maarn wrote.'
    assert VariantKind.HEDGE_ADDED not in kinds(_PARENT, parent)
