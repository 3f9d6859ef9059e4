from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The council asked the harbour office to inspect every boat in Port Alder."


@pytest.mark.parametrize(
    "tail",
    [
        "for greater transparency and stricter legal consequences",
        "raising fresh doubts over its shaky leadership",
        "while ignoring wealthy yacht owners",
    ],
)
def test_what_was_put_to_the_end_of_a_kept_sentence_was_added(tail: str) -> None:
    child = f"{_PARENT[:-1]} {tail}."
    assert (tail, "") in places(child, _PARENT, VariantKind.ADDED)


def test_what_another_sentence_has_was_not_added() -> None:
    tail = "for greater transparency and stricter legal consequences"
    parent = f"{_PARENT} Greater transparency and stricter legal consequences are wanted."
    assert places(f"{_PARENT[:-1]} {tail}.", parent, VariantKind.ADDED) == []


def test_what_others_do_meanwhile_may_be_told_in_other_words() -> None:
    child = f"{_PARENT[:-1]}, with captains receiving printed instructions beforehand."
    assert places(child, _PARENT, VariantKind.ADDED) == []


def test_an_end_that_only_weighs_what_goes_before_was_not_added() -> None:
    kept = "The council asked the harbour office to inspect every boat in Port Alder"
    child = f"{kept}, indicating profound bureaucratic anxiety."
    assert VariantKind.ADDED not in kinds(child, f"{kept}.")
