"""The main job where the right answer is humble."""

from __future__ import annotations

import pytest

from newstemma.records import RelationKind
from tests.examples.answer import Answer, best_match, described, has_the_speaker, relations, squash
from tests.examples.truth import TrueArticle, TrueQuotation, truth_of

_TRUTH = truth_of("observatory")
_COPIES = frozenset({"star-blinks-copy.txt", "valley-voice.txt"})


def test_no_derivation_is_claimed(observatory: Answer) -> None:
    assert observatory.analysis.derivations == ()
    assert observatory.analysis.variants == ()


def test_two_reports_that_quote_one_release_share_a_source(observatory: Answer) -> None:
    found = relations(observatory)
    kinds = {found.get(frozenset({"hilltop-herald.txt", copy})) for copy in _COPIES}
    # The copies are one text: to say it of either is to say it of both.
    assert kinds - {None} == {RelationKind.SHARED_SOURCE}


def test_which_of_two_identical_texts_came_first_is_left_open(observatory: Answer) -> None:
    assert relations(observatory).get(_COPIES) is RelationKind.UNKNOWN


def test_the_same_content_twice_is_two_articles_and_one_lineage(observatory: Answer) -> None:
    assert set(observatory.witnesses) == {row.path for row in _TRUTH.articles}
    found = {observatory.named(row.articles) for row in observatory.analysis.lineages}
    assert found == {frozenset(row.articles) for row in _TRUTH.lineages}


def test_the_cheese_market_is_a_story_of_its_own(observatory: Answer) -> None:
    found = {observatory.named(story.articles) for story in observatory.analysis.stories}
    assert found == {frozenset(story) for story in _TRUTH.stories}
    assert not [pair for pair in relations(observatory) if "kaeseblatt.txt" in pair]


def test_languages_are_told(observatory: Answer) -> None:
    found = {name: article.language for name, article in observatory.articles.items()}
    assert found.pop("kaeseblatt.txt") == "de"
    assert set(found.values()) == {"en"}


@pytest.mark.parametrize("row", _TRUTH.articles, ids=lambda row: row.path)
def test_an_article_is_described_as_it_describes_itself(
    observatory: Answer, row: TrueArticle
) -> None:
    assert described(observatory.articles[row.path]) == row.model_dump(exclude={"path"})


def test_the_outlet_that_a_reporter_writes_for_is_no_lost_witness(observatory: Answer) -> None:
    names = [row.name for row in observatory.analysis.lost_witnesses if row.name]
    assert not [name for name in names if squash("Hilltop Herald") <= squash(name)]


@pytest.mark.parametrize("row", _TRUTH.quotations, ids=lambda row: f"{row.article}: {row.text}")
def test_each_quotation_has_its_speaker(observatory: Answer, row: TrueQuotation) -> None:
    found = best_match(row, observatory)
    assert found is not None
    assert found.kind is row.kind
    assert has_the_speaker(row, found), found.speaker
