from __future__ import annotations

import pytest

from newstemma.lineage.model import PairScore, score_pair
from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.proof import (
    are_kin,
    has_from_another,
    is_contradicted,
    is_copied,
    is_edited,
    is_retold,
    rivals,
)
from tests.lineage.builder import sentence_list, witness
from tests.lineage.texts import CUT, FERRY, HARBOUR_RADIO, OTHER_CUT, RETOLD

_LINES = sentence_list(FERRY)
_LATER_VERSION = "\n".join(line.replace("hardly", "scarcely") for line in _LINES)


def _read(text: str, name: str = "a", **stated: str) -> Profile:
    return profile(witness(name, text, **stated))


_FERRY = _read(FERRY, "ferry")
_CUT = _read(CUT)


# --- copies --------------------------------------------------------------------------------------


def test_a_cut_copy_is_told_from_the_whole_one() -> None:
    assert is_copied(_CUT, _FERRY)
    assert not is_copied(_FERRY, _CUT)


def test_of_two_that_hardly_differ_neither_is_told_to_be_the_copy() -> None:
    other = _read(_LATER_VERSION)
    assert not is_copied(other, _FERRY)
    assert not is_copied(_FERRY, other)


def test_a_stated_date_or_credit_tells_the_copy() -> None:
    early = _read(FERRY, published="2025-01-04", publisher="Karlby Agency")
    assert is_copied(_read(_LATER_VERSION, published="2025-01-05"), early)
    assert is_copied(_read(_LATER_VERSION, credit="Karlby Agency"), early)


def test_who_cuts_and_adds_a_number_may_have_another_version() -> None:
    assert not is_copied(_read(CUT.replace("17 people", "19 people")), _FERRY)


def test_a_line_or_two_are_too_short_to_be_told_from() -> None:
    assert not is_copied(_read(_LINES[0]), _FERRY)


def test_changed_words_tell_an_edited_copy_in_a_small_family_alone() -> None:
    reworded = [line if i % 3 else f"Then, it was said, {line}" for i, line in enumerate(_LINES)]
    longer = _read("\n".join([*reworded, *sentence_list(HARBOUR_RADIO)[:4]]))
    assert is_edited(longer, _FERRY, 2)
    assert is_edited(longer, _FERRY, 3)
    assert not is_edited(longer, _FERRY, 4)
    assert not is_edited(_read(_LATER_VERSION), _FERRY, 1)


def test_who_is_stated_to_be_older_was_not_made_from_the_younger() -> None:
    early = witness("a", FERRY, published="2025-01-04T09:30", publisher="Karlby Agency").article
    late = witness("b", CUT, published="2025-01-04T11:00", credit="Karlby Agency").article
    assert is_contradicted(early, late)
    assert not is_contradicted(late, early)


def test_a_credit_outweighs_a_wrong_date() -> None:
    source = witness("a", FERRY, published="2035-01-04", publisher="Karlby Agency").article
    client = witness("b", CUT, published="2025-01-04", credit="Karlby Agency").article
    assert not is_contradicted(client, source)


def test_a_copy_that_agrees_with_another_against_its_parent_has_another_version() -> None:
    changed = "Nobody was badly hurt, but a cabin boy of fifteen broke his left wrist on a winch."
    child = witness("child", "\n".join([_LINES[0], changed, *_LINES[4:6]]))
    other = witness("other", "\n".join([_LINES[0], changed, *_LINES[5:]]))
    assert has_from_another(child, witness("parent", FERRY), other)


def test_a_copy_of_the_child_is_no_other_version() -> None:
    changed = "Nobody was badly hurt, but a cabin boy of fifteen broke his left wrist on a winch."
    child = witness("child", "\n".join([_LINES[0], changed, *_LINES[4:6]]))
    grandchild = witness("grandchild", "\n".join([_LINES[0], changed, _LINES[4]]))
    assert not has_from_another(child, witness("parent", FERRY), grandchild)


def test_a_copy_that_has_all_from_its_parent_has_nothing_from_another() -> None:
    parent, child, other = (witness(name, text) for name, text in _NAMED)
    assert not has_from_another(child, parent, other)


_NAMED = (("parent", FERRY), ("child", CUT), ("other", OTHER_CUT))


# --- rewrites ------------------------------------------------------------------------------------


def test_a_retelling_is_one_in_a_small_family() -> None:
    retold = _read(RETOLD)
    assert is_retold(retold, _FERRY, score_pair(retold, _FERRY), 2)


@pytest.mark.parametrize("crowd", [1, 3, 30])
def test_another_report_on_the_event_is_no_retelling(crowd: int) -> None:
    radio = _read(HARBOUR_RADIO)
    assert not is_retold(radio, _FERRY, score_pair(radio, _FERRY), crowd)


def test_the_more_rivals_the_more_is_asked_of_a_retelling() -> None:
    retold = _read(RETOLD)
    score = PairScore(left="a", right="ferry", related=0.95, right_from_left=0.05)
    asked = [is_retold(retold, _FERRY, score, crowd) for crowd in range(1, 40)]
    assert asked == sorted(asked, reverse=True)
    assert asked[0]
    assert not asked[-1]


def test_names_and_numbers_of_its_own_speak_against_a_retelling() -> None:
    guests = ", ".join(f"Guest{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    talkative = _read(f"{RETOLD}Among those on board were {guests}.\n")
    assert not is_retold(talkative, _FERRY, score_pair(talkative, _FERRY), 2)


# --- rivals and kin ------------------------------------------------------------------------------


def _score(left: str, right: str, related: float = 0.9) -> PairScore:
    return PairScore(left=left, right=right, related=related, right_from_left=0.5)


def test_copies_of_one_text_are_one_rival() -> None:
    scores = [_score("a", "b"), _score("a", "c"), _score("a", "d"), _score("b", "c")]
    assert rivals(scores, [])["a"] == 3
    assert rivals(scores, [("b", "c")])["a"] == 2


def test_who_can_hardly_be_related_is_no_rival() -> None:
    assert rivals([_score("a", "b", 0.01)], []) == {}


def test_kin_have_to_be_nearer_among_many() -> None:
    one, other = _read(FERRY, "a"), _read(RETOLD, "b")
    score = _score("a", "b", 0.9)
    assert are_kin(one, other, score, 2)
    assert not are_kin(one, other, score, 40)
