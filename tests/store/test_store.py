"""A collection as its users meet it: what goes in comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from newstemma.errors import UnreadableArticle
from newstemma.records import Analysis, Article, Failure, Found, Run, Stage
from newstemma.store import Custody, Store
from tests.store.samples import FROM_DISK, any_analysis, article, drawn, harbour, keep, read_closely


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.newstemma") as store:
        yield store


def _add(store: Store, key: str, name: str, text: str = "A boat came in.") -> int:
    with store.writing():
        number = store.add_version(key, article(name, text), custody=FROM_DISK)
        store.keep_reading(number, read_closely(name, text), through="claims")
    return number


def _drawn(*names: str, story: str = "story") -> Analysis:
    """What was drawn of articles of one story that were added before."""
    return drawn(*(read_closely(name) for name in names), story=story)


# --- an analysis ----------------------------------------------------------------------------------


def test_the_analysis_of_the_harbour_comes_out_as_it_went_in(store: Store) -> None:
    keep(store, harbour())
    assert store.analysis() == harbour()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(analysis=any_analysis())
def test_any_analysis_comes_out_as_it_went_in(analysis: Analysis) -> None:
    with TemporaryDirectory() as folder, Store.create(Path(folder, "a")) as store:
        keep(store, analysis)
        assert store.analysis() == analysis


def test_an_empty_collection_is_an_empty_analysis(store: Store) -> None:
    assert store.analysis() == replace(_drawn(), stories=(), run=Run(version="0"))


def test_what_was_drawn_anew_takes_the_place_of_what_was(store: Store) -> None:
    for name in "abc":
        _add(store, name, name)
    with store.writing():
        first, second = store.replace(
            (), [_drawn("a", story="one"), _drawn("b", "c", story="two")], through="claims"
        )
    assert store.members([second]) == (2, 3)
    with store.writing():
        (both,) = store.replace([first, second], [_drawn("a", "b", "c")], through="claims")
    assert store.analysis() == _drawn("a", "b", "c")
    assert store.neighbourhoods([1, 3]) == (both,)
    assert store.members([first, second]) == ()


def test_some_neighbourhoods_are_given_without_the_others(store: Store) -> None:
    for name in "ab":
        _add(store, name, name)
    with store.writing():
        _, second = store.replace((), [_drawn("a"), _drawn("b", story="b")], through="claims")
        store.fail(Failure(path="c", stage=Stage.READ, reason="it is empty"))
    assert store.analysis([second]) == _drawn("b", story="b")


def test_findings_can_be_had_without_what_was_read_in_the_articles(store: Store) -> None:
    (number,) = keep(store, harbour())
    whole, found = store.analysis([number]), store.findings([number])
    assert replace(found, witnesses=()) == replace(whole, witnesses=())
    assert [one.article for one in found.witnesses] == [one.article for one in whole.witnesses]
    assert not any(one.words for one in found.witnesses)


def test_a_neighbourhood_that_is_not_there_is_no_empty_one(store: Store) -> None:
    with pytest.raises(KeyError, match="7"):
        store.analysis([7])


def test_an_article_that_was_not_added_cannot_be_drawn(store: Store) -> None:
    with pytest.raises(KeyError, match="stranger"), store.writing():
        store.replace((), [_drawn("stranger")], through="claims")
    assert store.analysis().stories == ()


def test_stories_are_listed_the_largest_first_with_their_dates(store: Store) -> None:
    keep(store, harbour())
    rows = store.stories()
    assert [(row.id, row.title, row.articles) for row in rows] == [
        (story.id, story.title, len(story.articles)) for story in harbour().stories
    ]
    assert [row.lineages for row in rows] == [
        sum(lineage.story == story.id for lineage in harbour().lineages)
        for story in harbour().stories
    ]
    assert rows[0].first_published == "2025-10-14"


# --- articles -------------------------------------------------------------------------------------


def test_a_changed_text_is_the_next_version_at_its_key(store: Store) -> None:
    assert store.known("k") is None
    _add(store, "k", "one")
    assert store.known("k") == article("one").sha256
    _add(store, "k", "two")
    assert store.known("k") == article("two").sha256
    assert store.find("k") == ("one", "two")


def test_a_name_may_be_an_id_a_key_a_path_a_url_or_an_end_of_one(store: Store) -> None:
    with store.writing():
        known = article("5e80af", path="old/town/late.txt", url="https://example.org/late")
        store.add_version("https://example.org/late", known, custody=FROM_DISK)
        store.add_version("b", article("5e99", path="b%.txt"), custody=FROM_DISK)
    for name in ("5e80af", "5e8", "old/town/late.txt", "late.txt", "https://example.org/late"):
        assert store.find(name) == ("5e80af",)
    assert store.find("5e") == ("5e80af", "5e99")
    for none in ("", "ate.txt", "%.txt", "5e8_", "'; DROP TABLE versions; --"):
        assert store.find(none) == ()


def test_equal_texts_get_different_ids(store: Store) -> None:
    assert store.unused_id("5e") == "5e"
    _add(store, "a", "5e")
    assert store.unused_id("5e") == "5e-2"
    _add(store, "b", "5e-2")
    assert store.unused_id("5e") == "5e-3"
    assert store.unused_id("5") == "5"


def test_where_a_text_was_read_is_kept_beside_it(store: Store, tmp_path: Path) -> None:
    told = Custody(
        read_from="pages.warc.gz",
        read_at="2026-01-02T03:04:05Z",
        content_sha256="ab",
        archive_url="https://archive.example/1",
    )
    with store.writing():
        number = store.add_version("a", article("a"), custody=told)
    assert store.custody(number) == told


@pytest.mark.parametrize(
    "broken",
    [
        article("a", "A boat\ud800."),
        article("a", title=Found(value="\ud800")),
        article("a", credits=("\udfff",)),
    ],
)
def test_half_a_surrogate_pair_is_told_of_and_not_kept(store: Store, broken: Article) -> None:
    with pytest.raises(UnreadableArticle, match="surrogate"), store.writing():
        store.add_version("a", broken, custody=FROM_DISK)
    assert store.known("a") is None


def test_a_name_that_is_no_text_is_the_name_of_nothing(store: Store) -> None:
    assert store.find("\udcff.txt") == ()


def test_a_text_with_a_null_character_comes_back_whole(store: Store) -> None:
    number = _add(store, "a", "a", "A boat\0 came in.")
    assert store.witnesses([number])[0].text == "A boat\0 came in."


def test_a_text_read_again_up_to_another_stage_is_what_it_was_read_as_last(store: Store) -> None:
    number = _add(store, "a", "a")
    assert store.through([number]) == {number: "claims"}
    with store.writing():
        bare = replace(read_closely("a"), mentions=(), quantities=())
        store.keep_reading(number, bare, through="lineage")
    assert store.through([number, 99]) == {number: "lineage"}
    assert store.witnesses([number]) == (bare,)


def test_witnesses_come_in_the_order_asked_for(store: Store) -> None:
    first, second = _add(store, "a", "a"), _add(store, "b", "b")
    assert [one.id for one in store.witnesses([second, first])] == ["b", "a"]
    with pytest.raises(KeyError):
        store.witnesses([3])


def test_a_text_is_held_at_its_own_key_in_any_version(store: Store) -> None:
    first, second = _add(store, "k", "one"), _add(store, "k", "two")
    held = [store.holds("k", article(name).sha256) for name in ("one", "two", "three")]
    assert held == [first, second, None]
    assert store.holds("two", article("two").sha256) is None


def test_a_version_can_be_had_with_its_words_alone(store: Store) -> None:
    number = _add(store, "a", "a")
    (whole,) = store.witnesses([number])
    words = store.with_words(number)
    assert (words.article, words.words) == (whole.article, whole.words)
    assert whole.sentences
    assert not words.sentences
    with pytest.raises(KeyError):
        store.with_words(number + 1)


def test_what_is_removed_is_found_nowhere_and_its_number_is_not_given_again(store: Store) -> None:
    _add(store, "b", "b")
    number = _add(store, "a", "a")
    with store.writing():
        store.index(number, ["f00d"])
        store.replace((), [_drawn("a", "b")], through="claims")
        store.remove([number])
    assert store.known("a") is None
    assert store.find("a") == ()
    assert store.removed() == {number}
    assert store.holders(["f00d"], limit=9, without=store.removed()) == {}
    assert [hit.article for hit in store.search("boat")] == ["b"]
    assert store.neighbourhoods([number]) == ()
    assert store.custody(number) is None
    assert _add(store, "a", "a") == number + 1


# --- transactions ---------------------------------------------------------------------------------


def test_what_raises_inside_writing_leaves_nothing(store: Store) -> None:
    with pytest.raises(UnreadableArticle), store.writing():
        _add_two(store, article("a"), article("b", "\ud800"))
    assert store.known("a") is None
    _add(store, "a", "a")


def _add_two(store: Store, first: Article, second: Article) -> None:
    for one in (first, second):
        store.add_version(one.id, one, custody=FROM_DISK)


def test_a_snapshot_does_not_see_what_is_written_meanwhile(store: Store) -> None:
    with Store.open_to_read(store.path) as reader, reader.reading():
        assert reader.known("a") is None
        _add(store, "a", "a")
        assert reader.known("a") is None
    with Store.open_to_read(store.path) as reader:
        assert reader.known("a") is not None
