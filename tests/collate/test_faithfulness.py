from __future__ import annotations

from newstemma.collate.faithfulness import faithfulness
from newstemma.collate.variants import variants
from tests.collate.pairs import read

_PARENT = "Anna Kessel opened the port of Brenholm on Sunday. The mayor praised 21 divers."


def _score(text: str) -> float:
    child, parent = read(text, "child"), read(_PARENT, "parent")
    return faithfulness(child, [parent], variants(child, [parent]))


def test_a_copy_is_wholly_faithful() -> None:
    assert _score(_PARENT) == 1.0


def test_a_planted_error_costs() -> None:
    assert _score(_PARENT.replace("21", "31")) < _score(_PARENT)
    assert _score(_PARENT.replace("Anna Kessel", "Oran Malk")) < _score(_PARENT)


def test_a_pronoun_for_nobody_costs() -> None:
    assert _score(_PARENT.replace("Anna Kessel", "She")) < _score(_PARENT)


def test_an_empty_text_claims_nothing() -> None:
    assert _score("") == 1.0


def test_a_text_about_something_else_scores_low() -> None:
    assert _score("Chess players gathered at a remote mountain monastery.") < 0.3
