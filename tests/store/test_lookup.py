"""Search, and finding what shares features or words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import Article, Found
from newstemma.store import Store
from tests.store.samples import FROM_DISK, article, drawn, read_closely

_TEXTS = {
    "boats": "Three boats left the harbour at dawn. Nobody saw the pilot's café again.",
    "mayor": "The mayor of the harbour town spoke of NEAR misses AND other boats.",
    "snow": "Snow fell on the hills.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.create(tmp_path_factory.mktemp("lookup") / "a.newstemma") as store:
        with store.writing():
            for name, text in _TEXTS.items():
                title = "Boats" if name == "mayor" else None
                number = store.add_version(name, _titled(name, text, title), custody=FROM_DISK)
                store.index(number, [name, "1f", "1f2e"])
        yield store


def _titled(name: str, text: str, title: str | None) -> Article:
    return article(name, text, title=Found(value=title) if title else None)


def _found(store: Store, text: str) -> list[str]:
    return [hit.article for hit in store.search(text)]


def test_a_hit_has_all_the_words_and_a_title_counts_for_more(store: Store) -> None:
    assert _found(store, "boats harbour") == ["mayor", "boats"]
    assert _found(store, "boats pilot") == ["boats"]
    assert _found(store, "boats snow") == []


def test_accents_and_case_make_no_difference(store: Store) -> None:
    assert _found(store, "CAFE") == ["boats"]


def test_a_snippet_marks_what_matched(store: Store) -> None:
    (hit,) = store.search("pilot")
    assert "the \2pilot\3's café" in hit.snippet


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        (" \t\n", []),
        ('"', []),
        ("*", []),
        ("NEAR", ["mayor"]),
        ("AND", ["mayor"]),
        ("boats OR snow", []),
        ("left-the-harbour", ["boats"]),
        ("left,harbour", []),
        ("NEAR(boats harbour)", []),
        ("title:boats", []),
        ("-harbour", ["boats", "mayor"]),
        ("harb*", []),
        ("pilot's \"café", ["boats"]),
        ("boats\0harbour", ["mayor", "boats"]),
        ("boats\ud800", ["boats", "mayor"]),
    ],
)
def test_whatever_is_typed_is_words_and_no_query(
    store: Store, typed: str, found: list[str]
) -> None:
    assert sorted(_found(store, typed)) == sorted(found)


@settings(deadline=None)
@given(typed=st.text())
def test_no_text_breaks_the_search(store: Store, typed: str) -> None:
    assert set(_found(store, typed)) <= set(_TEXTS)


def test_a_search_gives_no_more_than_was_asked_for(store: Store) -> None:
    assert len(store.search("harbour", limit=1)) == 1


def test_holders_are_those_of_that_very_feature_the_first_ones_first(store: Store) -> None:
    assert store.holders(["1f", "mayor"], limit=9) == {"1f": [1, 2, 3], "mayor": [2]}
    assert store.holders(["1f"], limit=2) == {"1f": [1, 2]}
    assert store.holders(["1f"], limit=2, without={1, 7}) == {"1f": [2, 3]}


def test_what_nobody_has_is_left_out(store: Store) -> None:
    assert store.holders(["1"], limit=9) == {}
    assert store.holders(["mayor"], limit=9, without={2}) == {}


def test_the_nearest_have_the_most_of_the_rarest_words(store: Store) -> None:
    assert store.nearest(["pilot", "harbour"], limit=9) == [1, 2]
    assert store.nearest(["pilot", "harbour"], limit=1) == [1]
    assert store.nearest(["submarine"], limit=9) == []
    assert store.nearest([], limit=9) == []


def test_neighbourhoods_are_found_by_all_words_however_many_have_them(tmp_path: Path) -> None:
    with Store.create(tmp_path / "many.newstemma") as store, store.writing():
        read = [read_closely(f"w{number}", f"Boat {number} came in.") for number in range(1200)]
        for one in read:
            store.add_version(one.article.path, one.article, custody=FROM_DISK)
        homes = store.replace([], [drawn(one, story=one.id) for one in read], through="lineage")
        assert store.having("boat came") == frozenset(homes)
        assert store.having("boat 7") == {homes[7]}
        assert store.having("boat snow") == store.having("") == frozenset()
