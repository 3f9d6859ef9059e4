from __future__ import annotations

import time

import pytest

from newstemma.collate.faithfulness import assess, faithfulness
from newstemma.collate.variants import variants
from tests.collate.pairs import read

_PARENT = (
    "Anna Kessel opened the port of Brenholm on Sunday. The mayor praised 21 divers. "
    "Prices rose sharply in the old town."
)


def _score(text: str, parent: str = _PARENT) -> float:
    child, source = read(text, "child"), read(parent, "parent")
    return faithfulness(child, [source], variants(child, [source]))


def _changed(text: str) -> float:
    child, source = read(text, "child"), read(_PARENT, "parent")
    return assess(child, [source], variants(child, [source])).changed


def test_a_copy_is_wholly_faithful() -> None:
    assert _score(_PARENT) == 1.0


def test_a_copied_pronoun_means_whom_it_meant() -> None:
    told = "The ferry Halcyon struck the pier at Ostrel. They said that he left the town."
    assert _score(told, told) == 1.0
    assert _score(told.replace("The ferry Halcyon", "Anna Kessel"), told) < 1.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("21", "31"),
        ("Anna Kessel", "Oran Malk"),
        ("Anna Kessel", "She"),
        ("Sunday", "Monday"),
        ("rose", "fell"),
        ("praised", "never praised"),
        ("the port", "the prison"),
        ("The mayor", "Brenholm"),
    ],
)
def test_a_planted_error_costs(old: str, new: str) -> None:
    assert _score(_PARENT.replace(old, new)) < _score(_PARENT)


def test_an_opposite_changes_more_than_a_synonym() -> None:
    assert _changed(_PARENT.replace("rose", "climbed")) < _changed(_PARENT.replace("rose", "fell"))


def test_a_new_name_changes_more_than_a_new_verb() -> None:
    planted = _changed(_PARENT.replace("Brenholm", "Kestrel"))
    assert _changed(_PARENT.replace("opened", "photographed")) < planted


def test_every_finding_is_among_the_deductions() -> None:
    text = _PARENT.replace("21", "31")
    child, source = read(text, "child"), read(_PARENT, "parent")
    found = variants(child, [source])
    told = {one.child_span for one in assess(child, [source], found).deductions}
    assert {v.child_span for v in found if v.kind not in {"kept", "omitted"}} <= told


def test_an_empty_text_claims_nothing() -> None:
    assert _score("") == 1.0


def test_an_empty_parent_vouches_for_nothing() -> None:
    assert _score(_PARENT, "") < 0.3


def test_a_text_about_something_else_scores_low() -> None:
    assert _score("Chess players gathered at a remote mountain monastery.") < 0.3


def test_another_language_scores_low() -> None:
    assert _score("Der Fährmann öffnete am Sonntag die alte Brücke über den Fluss.") < 0.3


def test_the_order_of_sentences_costs_little() -> None:
    turned = " ".join(f"{one}." for one in reversed(_PARENT.rstrip(".").split(". ")))
    assert _score(turned) > 0.9


def test_a_summary_is_vouched_for_by_its_article_and_not_the_other_way_round() -> None:
    summary = "The mayor praised 21 divers."
    assert _score(summary) > 0.9 > _score(_PARENT, summary)


def test_a_parent_a_hundred_times_longer_hides_nothing() -> None:
    counted = (f"Clerk {n} of ward {n % 97} counted the ballots of Brenholm." for n in range(400))
    started = time.perf_counter()
    assert _score(_PARENT, f"{' '.join(counted)} {_PARENT}") == 1.0
    assert time.perf_counter() - started < 10
