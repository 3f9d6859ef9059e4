"""Piles that nobody would make on purpose, and what one more article may change."""

from __future__ import annotations

import random
import time

import pytest

from newstemma.lineage.family import Family, family
from newstemma.records import DerivationKind, RelationKind, Witness
from tests.lineage.builder import sentence_list, witness
from tests.lineage.texts import (
    CUT,
    DIGEST,
    ELSEWHERE,
    FERRY,
    HARBOUR_RADIO,
    OTHER_CUT,
    RETOLD,
    SPEECH_ONE,
)

_SECONDS = 60  # far more than it takes, far less than anything that grows with the square


def _edges(drawn: Family) -> set[tuple[str, str]]:
    return {(edge.child, edge.parent) for edge in drawn.derivations}


def _invented(number: int, sentences: int = 8) -> str:
    """A report in words of its own."""
    chance = random.Random(number)
    syllables = ("ka", "lo", "mir", "ten", "sul", "va", "bro", "nid", "pes", "gar", "wu", "hel")

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 4)))

    lines = (" ".join(word() for _ in range(chance.randint(9, 16))) for _ in range(sentences))
    return "".join(f"{line.capitalize()}.\n" for line in lines)


def test_articles_that_are_all_the_same_are_one_lineage_without_an_arrow() -> None:
    drawn = family([witness(f"n{i}", FERRY) for i in range(12)])
    assert drawn.derivations == ()
    assert len(drawn.lineages) == len(drawn.stories) == 1
    assert {one.kind for one in drawn.relations} == {RelationKind.UNKNOWN}


def test_wrong_dates_make_no_circle() -> None:
    """The whole is stated to be the youngest, its parts each older than the other's source."""
    drawn = family(
        [
            witness("whole", FERRY, published="2025-01-09", credit="Lunna Times"),
            witness("cut", CUT, published="2025-01-08", publisher="Lunna Times"),
            witness("retold", RETOLD, published="2025-01-01", credit="Norrskar Post"),
            witness("other", OTHER_CUT, published="2025-01-02", publisher="Norrskar Post"),
        ]
    )
    parents = dict(_edges(drawn))
    for start in parents:
        seen, here = {start}, start
        while here in parents:
            here = parents[here]
            assert here not in seen
            seen.add(here)
    assert len(drawn.stories) == 1


def test_who_is_stated_to_be_older_is_nobodys_child() -> None:
    drawn = family(
        [
            witness("whole", FERRY, published="2025-01-05"),
            witness("cut", CUT, published="2025-01-04"),
        ]
    )
    assert ("cut", "whole") not in _edges(drawn)
    assert len(drawn.lineages) == 1


def test_a_date_in_the_future_is_a_date() -> None:
    drawn = family(
        [witness("a", FERRY, published="2999-12-31"), witness("b", FERRY, published="2025-01-04")]
    )
    assert _edges(drawn) == {("a", "b")}


@pytest.mark.parametrize("published", ["0001-01-01T00:00Z", "9999-12-31T23:59-11:00", "", "soon"])
def test_an_odd_date_breaks_nothing(published: str) -> None:
    drawn = family([witness("a", FERRY, published=published), witness("b", CUT, published="2025")])
    assert len(drawn.lineages) == 1


def test_a_digest_of_three_hundred_articles_takes_seconds() -> None:
    reports = [_invented(number) for number in range(300)]
    digest = "".join(sentence_list(report)[0] + "\n" for report in reports)
    pile = [witness(f"n{number:03}", report) for number, report in enumerate(reports)]
    begun = time.monotonic()
    drawn = family([*pile, witness("digest", digest)])
    assert time.monotonic() - begun < _SECONDS
    assert len(drawn.stories) >= len(reports)
    assert not any(edge.parent == "digest" for edge in drawn.derivations)


def test_a_roundup_leaves_two_stories_two() -> None:
    mine = "\n".join(sentence_list(SPEECH_ONE) + sentence_list(_invented(7, 4)))
    roundup = "\n".join(sentence_list(FERRY)[:4] + sentence_list(mine)[:6])
    drawn = family([witness("ferry", FERRY), witness("mine", mine), witness("roundup", roundup)])
    assert {edge.kind for edge in drawn.derivations} <= {DerivationKind.DIGEST}
    assert not any({"ferry", "mine"} <= set(story.articles) for story in drawn.stories)
    assert not any({"ferry", "mine"} <= set(one.articles) for one in drawn.lineages)


# --- one more article ----------------------------------------------------------------------------


def _pile() -> list[Witness]:
    return [
        witness("ferry", FERRY),
        witness("cut", CUT),
        witness("retold", RETOLD),
        witness("radio", HARBOUR_RADIO),
        witness("digest", DIGEST),
        witness("council", ELSEWHERE),
    ]


@pytest.mark.parametrize("number", range(6))
def test_an_unrelated_article_changes_no_edge(number: int) -> None:
    before = family(_pile())
    after = family([*_pile(), witness(f"new{number}", _invented(number))])
    assert _edges(after) == _edges(before)
    assert set(before.lineages) < set(after.lineages)
    assert before.relations == after.relations


@pytest.mark.parametrize("copied", ["ferry", "cut", "retold", "radio", "council"])
def test_another_copy_changes_no_edge_of_the_others(copied: str) -> None:
    """Of two equal texts either may stand for both."""
    before = family(_pile())
    text = {one.id: one.text for one in _pile()}[copied]
    after = family([*_pile(), witness("zz", text, published="2025-01-05")])
    known = {one.id: one.id for one in _pile()} | {"zz": copied}
    assert {(known[child], known[parent]) for child, parent in _edges(after)} == _edges(before)
    assert len(after.lineages) == len(before.lineages)


def test_another_cut_of_one_report_changes_no_edge_of_the_others() -> None:
    before, after = family(_pile()), family([*_pile(), witness("other", OTHER_CUT)])
    assert {edge for edge in _edges(after) if "other" not in edge} == _edges(before)
