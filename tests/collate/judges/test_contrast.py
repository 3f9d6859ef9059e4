from __future__ import annotations

import time

import pytest

from newstemma.records import VariantKind
from tests.collate.pairs import kinds
from tests.collate.parsed import changed, collate_parsed

_PARENT = (
    "Anna Keller repaired the broken lighthouse lamp in Kestrel Bay on Tuesday. "
    "Peter Walsh brought coffee to the workers. "
    "The council bought 14 brass lanterns for the harbour. "
    "It sold 3 wooden boats to a museum in Brenholm. "
    "A wedding was held in the chapel of the old fortress. "
    "The governor banned night fishing around the northern reef."
)
_CHANGES = frozenset(
    {
        VariantKind.ENTITY_CHANGED,
        VariantKind.ROLE_CHANGED,
        VariantKind.PLACE_CHANGED,
        VariantKind.NUMBER_CHANGED,
        VariantKind.DATE_CHANGED,
        VariantKind.PREDICATE_CHANGED,
    }
)


def _is_found(child: str, kind: VariantKind, own: str, other: str) -> bool:
    return any(
        k is kind and own in here and other in there for k, here, there in changed(child, _PARENT)
    )


def test_another_doer_is_a_changed_entity() -> None:
    child = "Peter Walsh repaired the broken lighthouse lamp."
    assert _is_found(child, VariantKind.ENTITY_CHANGED, "Peter Walsh", "Anna Keller")


def test_another_place_after_a_word_of_place_is_a_changed_place() -> None:
    child = "Anna Keller repaired the broken lighthouse lamp in Brenholm."
    assert _is_found(child, VariantKind.PLACE_CHANGED, "Brenholm", "Kestrel Bay")


def test_another_count_of_the_same_thing_is_a_changed_number() -> None:
    child = "The council bought 40 brass lanterns for the harbour."
    assert _is_found(child, VariantKind.NUMBER_CHANGED, "40", "14")


def test_another_weekday_is_a_changed_date() -> None:
    child = "Anna Keller repaired the broken lighthouse lamp on Friday."
    assert _is_found(child, VariantKind.DATE_CHANGED, "Friday", "Tuesday")


def test_a_word_that_excludes_the_parents_is_named_by_what_it_is_of() -> None:
    child = "A funeral was held in the chapel of the old fortress."
    assert _is_found(child, VariantKind.DATE_CHANGED, "funeral", "wedding")


def test_the_opposite_action_is_a_changed_predicate() -> None:
    child = "The governor allowed night fishing around the northern reef."
    assert _is_found(child, VariantKind.PREDICATE_CHANGED, "allowed", "banned")


@pytest.mark.parametrize(
    "child",
    [
        _PARENT,
        "The broken lighthouse lamp was repaired by Anna Keller.",
        "Keller repaired the lighthouse lamp in Kestrel Bay.",
        "Fourteen brass lanterns were bought for the harbour.",
        "The bay has 40 gulls.",
        "Robert Hask sang in the market of Ulm.",
        "The governor did not allow night fishing around the northern reef.",
    ],
)
def test_what_the_parent_says_too_or_nowhere_is_no_change(child: str) -> None:
    assert not {kind for kind, _, _ in changed(child, _PARENT)} & _CHANGES


def test_the_first_and_the_last_name_of_somebody_are_not_two_people() -> None:
    parent = "Anna Keller repaired the broken lighthouse lamp. Keller mended the harbour clock."
    assert not {kind for kind, _, _ in changed("Anna mended the harbour clock.", parent)} & _CHANGES


def test_whoever_tells_it_is_not_taken_for_whoever_did_it() -> None:
    child = "The broken lighthouse lamp was repaired in Kestrel Bay on Tuesday, Peter Walsh said."
    assert not {kind for kind, _, _ in changed(child, _PARENT)} & _CHANGES


def test_without_a_parse_the_judge_abstains() -> None:
    assert kinds("Peter Walsh fixed a lamp.", _PARENT).isdisjoint(_CHANGES)


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        ("", _PARENT),
        (_PARENT, ""),
        ("Divers found two brass compasses under the pier.", _PARENT),
        ("Der Rat kaufte 40 Laternen. Anna Keller lachte.", _PARENT),
        (" ".join(reversed(_PARENT.split(". "))), _PARENT),
    ],
)
def test_odd_pairs_name_no_change(child: str, parent: str) -> None:
    assert not {kind for kind, _, _ in changed(child, parent)} & _CHANGES


def test_swapped_texts_are_judged_the_other_way_round() -> None:
    child = "The council bought 40 brass lanterns for the harbour."
    there = {(k, own, other) for k, own, other in changed(child, _PARENT) if k in _CHANGES}
    back = {(k, other, own) for k, own, other in changed(_PARENT, child) if k in _CHANGES}
    assert there == back != set()


def test_a_parent_a_hundred_times_as_long_takes_seconds() -> None:
    parent = " ".join(f"Anna Keller sold {n} lamps to the museum of Brenholm." for n in range(700))
    started = time.perf_counter()
    collate_parsed(_PARENT, parent)
    assert time.perf_counter() - started < 20


def test_another_deed_with_another_count_is_no_change() -> None:
    parent = f"{_PARENT} The autumn storm over Marrow Island drowned 40 villagers."
    child = "The autumn storm over Marrow Island drowned dozens and displaced 900 villagers."
    numbers = {own for kind, own, _ in changed(child, parent) if kind is VariantKind.NUMBER_CHANGED}
    assert numbers == set()


def test_those_left_beside_others_are_no_total() -> None:
    parent = "The council fined Keller, Walsh and three other lighthouse keepers for the fire."
    child = "The council fined five lighthouse keepers for the fire."
    numbers = {own for kind, own, _ in changed(child, parent) if kind is VariantKind.NUMBER_CHANGED}
    assert numbers == set()


def test_a_person_takes_no_places_place() -> None:
    child = "Brenholm repaired the broken lighthouse lamp."
    assert all(kind is not VariantKind.PLACE_CHANGED for kind, _, _ in changed(child, _PARENT))


def test_a_word_of_time_before_another_word_is_no_change() -> None:
    parent = "Keller met the mayor of Brenholm before the council sold the old granary."
    child = "Keller was mocked after she met the mayor of Brenholm about the old granary."
    assert all(kind is not VariantKind.PREDICATE_CHANGED for kind, _, _ in changed(child, parent))


def test_the_opposite_done_to_another_thing_is_no_change() -> None:
    parent = "The council sang the harbour anthem and a pledge supporting honest granary keepers."
    child = "The council was scolded for opposing the harbour anthem and honest granary keepers."
    assert all(kind is not VariantKind.PREDICATE_CHANGED for kind, _, _ in changed(child, parent))


def test_counts_that_add_up_are_no_change() -> None:
    again = "two brass lanterns"
    parent = f"Keller lit {again}, then {again}, then {again} in the chapel."
    child = "Keller lit six brass lanterns in the chapel."
    numbers = {own for kind, own, _ in changed(child, parent) if kind is VariantKind.NUMBER_CHANGED}
    assert numbers == set()
