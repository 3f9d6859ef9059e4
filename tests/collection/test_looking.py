"""Stories taken out of a collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newstemma import collection
from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.pipeline import Through
from newstemma.records import Derivation, DerivationKind
from newstemma.store import Store
from newstemma.views import Beyond, page
from tests.collection.made import BRIDGE, MUSEUM, REPRINT, add, written


@pytest.fixture
def tied(store: Store, tmp_path: Path) -> Store:
    """Two stories that a digest ties."""
    add(store, written(tmp_path / "in", a=BRIDGE, b=REPRINT, d=MUSEUM))
    apart = store.analysis()
    ids = {one.article.path[-5]: one.id for one in apart.witnesses}
    edge = Derivation(child=ids["d"], parent=ids["a"], kind=DerivationKind.DIGEST, probability=0.9)
    edges = sorted((*apart.derivations, edge), key=lambda one: (one.child, one.parent))
    with store.writing():
        drawn = [replace(apart, derivations=tuple(edges))]
        store.replace(store.neighbourhoods([1, 2, 3]), drawn, through=Through.LINEAGE)
    assert len(store.stories()) == 2
    return store


def _files(found: collection.Excerpt) -> set[str]:
    return {one.article.path[-5:] for one in found.analysis.witnesses}


def test_a_story_is_given_without_those_that_it_was_drawn_with(tied: Store) -> None:
    found = collection.excerpt(tied, ["d.txt"])
    (story,) = found.analysis.stories
    assert set(story.articles) == {one.id for one in found.analysis.witnesses}
    assert {one.story for one in found.analysis.lineages} == {story.id}
    both = collection.excerpt(tied, ["d.txt", "a.txt"])
    assert _files(both) == {"a.txt", "b.txt", "d.txt"}
    assert both.analysis == tied.analysis()


def test_what_ties_a_story_to_another_is_told_in_words(tied: Store) -> None:
    for name in ("a.txt", "d.txt"):
        found = collection.excerpt(tied, [name])
        (tie,) = found.ties
        shown = page(found.analysis, Beyond(texts=found.texts, ties=found.ties))
        (story,) = shown.stories
        told = ["".join(part for part in one if isinstance(part, str)) for one in story.ties]
        assert any(tie.story.id in one and "digest" in one for one in told)
    assert collection.excerpt(tied).ties == ()


def test_versions_of_an_article_are_told_apart_and_count_once(store: Store, tmp_path: Path) -> None:
    for text in (BRIDGE, REPRINT):
        add(store, written(tmp_path / "in", a=text))
    (row,) = store.stories()
    assert row.articles == 1
    found = collection.excerpt(store)
    shown = page(found.analysis, Beyond(texts=found.texts, ties=found.ties))
    assert shown.answer.counts[0] == "1 article"
    assert sorted(one.file for one in shown.stories[0].articles) == [
        "a.txt (v1)",
        "a.txt (v2)",
    ]
    assert [one.heading for one in shown.stories[0].tree.bands] == ["Report 1 · stands alone"]
    facts = [dict(one.facts)["Version"] for one in shown.articles]
    assert sorted(facts) == ["1 of 2", "2 of 2, the current one"]


def test_an_article_that_was_only_read_is_no_name_of_everything(
    store: Store, tmp_path: Path
) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE))
    collection.add([written(tmp_path / "more", d=MUSEUM)], store, through=Through.READ)
    with pytest.raises(NothingToAnalyse, match="not drawn"):
        collection.analysis(store, ["d.txt"])


@pytest.mark.parametrize("name", ["", "story-", "nowhere.txt", "\ud800"])
def test_a_name_of_no_story_or_of_several_is_refused(tied: Store, name: str) -> None:
    with pytest.raises(NewstemmaError):
        collection.analysis(tied, [name])
