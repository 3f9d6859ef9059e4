from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from bench.planted.corpus import Article, Kind, Planted, planted
from bench.planted.publishers import NOTICES
from bench.planted.real import RealTexts
from bench.planted.truth import Answer, Truth

from tests.bench.planted.invented import data_folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return planted(data_folder(tmp_path_factory.mktemp("data")))


def test_every_kind_is_planted(corpus: Planted) -> None:
    assert {plant.kind for plant in corpus.plants} == {*Kind}


def test_equal_data_give_an_equal_corpus(corpus: Planted, tmp_path: Path) -> None:
    assert planted(data_folder(tmp_path)) == corpus


def test_an_id_comes_once(corpus: Planted) -> None:
    assert len({one.id for one in corpus.articles}) == len(corpus.articles)


def test_an_exact_copy_is_the_same_text_even_where_its_publisher_has_a_notice(
    corpus: Planted,
) -> None:
    text = {one.id: one.text for one in corpus.articles}
    exact = [plant for plant in corpus.plants if plant.kind is Kind.EXACT]
    assert exact
    assert all(text[plant.left] == text[plant.right] for plant in exact)


def test_the_perfect_answer_gets_full_marks(corpus: Planted) -> None:
    truth = Truth(corpus, corpus.articles)
    found = truth.figures([(plant.right, plant.left) for plant in corpus.plants])
    shares = {k: v for k, v in found.items() if k.startswith(("recall", "precision"))}
    assert shares.pop("recall.rewrite.siblings") == 0
    assert set(shares.values()) == {1.0}
    assert {"recall.exact", "recall.near", "recall.passage", "recall.rewrite"} <= shares.keys()
    assert found["accepted.notice"] == 0


def test_every_pair_finds_all_and_is_mostly_wrong(corpus: Planted) -> None:
    truth = Truth(corpus, corpus.articles)
    found = truth.figures(list(combinations((one.id for one in corpus.articles), 2)))
    assert all(value == 1 for key, value in found.items() if key.startswith("recall"))
    assert found["precision"] < 0.1
    assert found["accepted.notice"] == 1


def test_nothing_found_is_nothing_right(corpus: Planted) -> None:
    found = Truth(corpus, corpus.articles).figures([])
    assert not any(value for key, value in found.items())
    assert len(Truth(corpus, corpus.articles).missed([])) == len(corpus.plants)


def test_a_common_root_is_true_a_related_one_counts_neither_way() -> None:
    roots = {"source": ("a",), "copy": ("a",), "host": ("b", "a"), "kin": ("c",), "far": ("d",)}
    articles = tuple(Article(id=k, series="", text="", roots=v) for k, v in roots.items())
    real = RealTexts(
        texts=(), related=frozenset({("a", "c")}), same_event=frozenset(), furnished=frozenset()
    )
    truth = Truth(Planted(articles=articles, plants=(), real=real), articles)
    assert truth.answer("source", "copy") is truth.answer("host", "copy") is Answer.TRUE
    assert truth.answer("kin", "copy") is truth.answer("host", "kin") is Answer.RELATED
    assert truth.answer("far", "copy") is truth.answer("kin", "far") is Answer.FALSE


def test_furniture_is_false_at_its_outlet_and_unknowable_elsewhere() -> None:
    places = {"one": "Gazette", "two": "Gazette", "far": "Courier"}
    articles = tuple(Article(id=k, series=v, text="", roots=(k,)) for k, v in places.items())
    furnished = frozenset({("one", "two"), ("far", "two")})
    real = RealTexts(texts=(), related=frozenset(), same_event=frozenset(), furnished=furnished)
    truth = Truth(Planted(articles=articles, plants=(), real=real), articles)
    assert truth.answer("one", "two") is Answer.FALSE
    assert truth.answer("two", "far") is Answer.RELATED


def test_two_articles_with_a_publisher_and_its_notice_alone_in_common_are_false() -> None:
    series, notice = next(iter(NOTICES.items()))
    articles = tuple(Article(id=i, series=series, text=i + notice, roots=(i,)) for i in "ab")
    real = RealTexts(texts=(), related=frozenset(), same_event=frozenset(), furnished=frozenset())
    found = Truth(Planted(articles=articles, plants=(), real=real), articles).figures([("a", "b")])
    assert (found["accepted.notice"], found["precision"]) == (1, 0)


def test_a_family_is_pure_by_its_true_mates_and_one_alone_does_not_count() -> None:
    roots = {"source": "a", "copy": "a", "stranger": "b", "alone": "c", "kin": "d"}
    articles = tuple(Article(id=k, series="", text="", roots=(v,)) for k, v in roots.items())
    real = RealTexts(
        texts=(), related=frozenset({("a", "d")}), same_event=frozenset(), furnished=frozenset()
    )
    truth = Truth(Planted(articles=articles, plants=(), real=real), articles)
    one = dict.fromkeys(("source", "copy", "kin"), "x")
    assert truth.purity({**one, "alone": "y", "stranger": "z"}) == 1
    assert truth.purity({"source": "x", "copy": "x", "stranger": "x", "alone": "y"}) == 1 / 3
