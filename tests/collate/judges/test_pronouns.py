from __future__ import annotations

import pytest

from newstemma.records import Severity, VariantKind
from tests.collate.pairs import kinds
from tests.collate.parsed import changed, collate_parsed

_PARENT = (
    "Anna Keller repaired the broken lighthouse lamp on Tuesday. "
    "The storm expressed her anger at the harbour wall."
)


def _entities(child: str, parent: str = _PARENT) -> set[str]:
    return {own for kind, own, _ in changed(child, parent) if kind is VariantKind.ENTITY_CHANGED}


def test_a_pronoun_before_anybody_is_named_stands_for_nobody() -> None:
    assert _entities("She repaired the broken lighthouse lamp on Tuesday.") == {"She"}


def test_the_note_names_whom_the_parent_says_it_of() -> None:
    found = collate_parsed("She repaired the broken lighthouse lamp on Tuesday.", _PARENT)
    (one,) = (v for v in found if v.kind is VariantKind.ENTITY_CHANGED)
    assert one.severity is Severity.MEANING
    assert "Anna Keller" in one.note


@pytest.mark.parametrize(
    "child",
    [
        "Anna Keller came at dawn. She repaired the broken lighthouse lamp.",
        "The keeper came at dawn. She repaired the broken lighthouse lamp.",
        "When she came at dawn, Anna Keller repaired the broken lighthouse lamp.",
        '"She repaired the broken lighthouse lamp on Tuesday," said Peter Walsh.',
        "It repaired the broken lighthouse lamp.",
    ],
)
def test_a_pronoun_that_may_have_a_bearer_is_left(child: str) -> None:
    assert not _entities(child)


def test_a_pronoun_of_the_other_sex_between_the_same_words_is_another() -> None:
    child = "The storm expressed his anger at the harbour wall, said Peter Walsh."
    assert "his" in _entities(f"Peter Walsh spoke. {child}")


def test_without_a_parse_nothing_is_said_of_unnamed_pronouns() -> None:
    child = "She repaired the broken lighthouse lamp on Tuesday."
    assert VariantKind.ENTITY_CHANGED not in kinds(child, _PARENT)


def test_a_pronoun_in_an_opening_phrase_may_mean_whom_the_sentence_names() -> None:
    child = "During her visit to Brenholm, Anna Keller repaired the broken lighthouse lamp."
    assert _entities(child) == set()


def test_a_pronoun_of_the_other_sex_before_the_same_words_is_another() -> None:
    parent = "Peter Walsh won his fourth harbour race, in heavy rain."
    assert _entities("Peter Walsh celebrated her fourth harbour race.", parent) == {"her"}


def test_a_pronoun_that_a_parent_has_before_the_same_words_is_left() -> None:
    parent = "Peter Walsh won his fourth harbour race. Anna Keller lost her fourth harbour race."
    assert _entities("Anna Keller celebrated her fourth harbour race.", parent) == set()
