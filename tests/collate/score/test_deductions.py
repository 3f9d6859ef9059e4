from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.deductions import deductions
from tests.collate.pairs import read

_PARENT = (
    "Anna Kessel opened the red bridge at Brenholm on Sunday. She did not mention the cost. "
    "The mayor praised 21 divers of the United Harbour Board who searched the river."
)


def _against(text: str, parent: str = _PARENT) -> list[Deduction]:
    child = read(text, "child")
    return [one for one in deductions(child, [read(parent, "parent")]) if one.amount > 0]


def _words(text: str, ground: Ground) -> list[str]:
    return [one.child_span.of(text) for one in _against(text) if one.ground is ground]


def test_nothing_speaks_against_a_copy_but_its_pronouns() -> None:
    pronouns = {Ground.PRONOUN, Ground.OPEN_PRONOUN}
    assert {one.ground for one in _against(_PARENT)} <= pronouns


def test_a_new_name_and_a_new_number_are_new() -> None:
    text = "The mayor praised Oran Malk and 35 divers."
    assert _words(text, Ground.NEW_NAME) == ["Oran", "Malk"]
    assert _words(text, Ground.NEW_NUMBER) == ["35"]


def test_a_name_cut_short_is_no_new_name() -> None:
    assert _words("The mayor praised divers of the Utd Harbour Board.", Ground.NEW_NAME) == []


def test_a_synonym_is_no_new_word() -> None:
    text = "The mayor lauded 21 divers."
    assert _words(text, Ground.NEW_WORD) == []
    assert _words(text, Ground.SYNONYM) == ["lauded"]


def test_another_of_a_kind_points_at_what_stands_there() -> None:
    text = "Anna Kessel opened the green bridge at Brenholm."
    found = next(one for one in _against(text) if one.ground is Ground.ALTERNATIVE)
    assert found.child_span.of(text) == "green"
    assert found.parent_span is not None
    assert found.parent_span.of(_PARENT) == "red"


def test_the_opposite_points_at_what_stands_there() -> None:
    text = "Anna Kessel closed the red bridge at Brenholm."
    found = next(one for one in _against(text) if one.ground is Ground.OPPOSITE)
    assert found.child_span.of(text) == "closed"
    assert found.parent_span is not None
    assert found.parent_span.of(_PARENT) == "opened"


def test_a_negation_put_in_or_left_out_is_told() -> None:
    assert _words("The mayor never praised the divers.", Ground.NEGATED) == ["never"]
    assert "mention" in _words("Anna Kessel did mention the cost.", Ground.NOT_NEGATED)
    assert _words("Anna Kessel didn't mention the cost.", Ground.NEGATED) == []


def test_a_pronoun_of_a_gender_that_nobody_has_is_told() -> None:
    assert _words("He opened the red bridge.", Ground.OTHER_PRONOUN) == ["He"]
    assert _words("She opened the red bridge.", Ground.OTHER_PRONOUN) == []


def test_words_that_a_parent_has_far_apart_are_torn() -> None:
    filler = " ".join(f"Nobody counted heap {n} of the gravel." for n in "abcdefgh")
    parent = f"The trawler sank. {filler} The ferry landed."
    text = "The trawler landed."
    torn = [one for one in _against(text, parent) if one.ground is Ground.TORN]
    assert [one.child_span.of(text) for one in torn] == ["trawler landed"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_deduction_points_into_both_texts(child: str, parent: str) -> None:
    for one in _against(child, parent):
        assert 0 <= one.child_span.start < one.child_span.end <= len(child)
        if one.parent_span:
            assert one.parent_span.end <= len(parent)


@pytest.mark.parametrize(
    "text", ["", "Der Fährmann öffnete am Sonntag die Brücke.", "橋が開いた。"]
)
def test_any_language_can_be_read(text: str) -> None:
    assert all(one.amount > 0 for one in _against(text))
