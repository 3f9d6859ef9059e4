from __future__ import annotations

from itertools import combinations

import pytest

from newstemma.collate.stems import stem
from newstemma.collate.thesaurus import (
    alternatives,
    exclusions,
    exclusive,
    opposites,
    synonyms,
)


@pytest.mark.parametrize(
    ("one", "other"), [("ship", "vessel"), ("buy", "purchase"), ("protester", "demonstrator")]
)
def test_synonyms_stand_for_each_other_both_ways(one: str, other: str) -> None:
    assert stem(other) in synonyms(stem(one))
    assert stem(one) in synonyms(stem(other))


@pytest.mark.parametrize(("one", "other"), [("rose", "fell"), ("accepted", "rejected")])
def test_opposites_are_opposite_both_ways(one: str, other: str) -> None:
    assert stem(other) in opposites(stem(one))
    assert stem(one) in opposites(stem(other))


def test_of_two_colours_one_alone_can_be_meant() -> None:
    assert stem("green") in alternatives(stem("red"))


def test_nothing_stands_for_itself() -> None:
    assert stem("red") not in alternatives(stem("red"))
    assert stem("ship") not in synonyms(stem("ship"))


def test_a_word_in_no_list_has_nothing() -> None:
    assert synonyms("maarn") == opposites("maarn") == alternatives("maarn") == ()


def test_no_word_stands_in_two_groups_of_a_row() -> None:
    for row in exclusions():
        assert len(row.groups) > 1
        for left, right in combinations(row.groups, 2):
            assert not left & right


def test_a_word_leads_to_its_rows_and_groups() -> None:
    rows, others = dict(exclusive(stem("funerals"))), dict(exclusive(stem("wedding")))
    assert rows.keys() == others.keys()
    assert rows != others
    assert exclusive("maarn") == ()
