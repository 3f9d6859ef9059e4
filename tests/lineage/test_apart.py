"""Stories as people judged them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.lineage.apart import judged_stories, likeness
from newstemma.lineage.profile import profile
from newstemma.records import Judgements
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY


def _same(one: str, other: str) -> float:
    """Likeness of names: a capital is like its small letter."""
    return float(one.casefold() == other.casefold())


def _judged(
    stories: list[list[str]],
    *,
    kin: tuple[tuple[str, str], ...] = (),
    same: tuple[tuple[str, str], ...] = (),
    different: tuple[tuple[str, str], ...] = (),
) -> list[list[str]]:
    judgements = Judgements(same_story=frozenset(same), different_story=frozenset(different))
    return judged_stories(stories, kin, judgements=judgements, alike=_same)


def test_two_stories_with_articles_of_one_are_one() -> None:
    told = _judged([["a", "b"], ["c"], ["d"]], same=(("b", "c"),))
    assert told == [["a", "b", "c"], ["d"]]


def test_a_story_with_two_articles_of_different_ones_is_parted() -> None:
    told = _judged([["a", "b"], ["c"]], different=(("a", "b"),))
    assert told == [["a"], ["b"], ["c"]]


def test_the_others_go_with_those_that_they_are_most_like() -> None:
    told = _judged([["A", "B", "a", "b"]], different=(("A", "B"),))
    assert told == [["A", "a"], ["B", "b"]]


def test_kin_stay_together_as_far_as_they_may() -> None:
    kin = (("A", "b"), ("B", "b"))
    assert _judged([["A", "B", "b"]], kin=kin, different=(("A", "B"),)) == [["A", "b"], ["B"]]


def test_those_who_are_apart_from_one_stay_together_without_it() -> None:
    told = _judged([["a", "b", "c"]], different=(("a", "c"), ("b", "c")))
    assert told == [["a", "b"], ["c"]]


def test_articles_in_two_stories_already_are_no_worse_for_being_judged() -> None:
    assert _judged([["a"], ["b"]], different=(("a", "b"),)) == [["a"], ["b"]]


_PAIRS = st.sampled_from([(one, other) for one in "abcdef" for other in "abcdef" if one < other])


@given(st.sets(_PAIRS, max_size=6), st.lists(_PAIRS, max_size=6), st.integers(1, 6))
def test_every_article_stands_in_one_story_and_no_barred_pair_in_any(
    different: set[tuple[str, str]], kin: list[tuple[str, str]], cut: int
) -> None:
    stories = [part for part in (list("abcdef"[:cut]), list("abcdef"[cut:])) if part]
    told = _judged(stories, kin=tuple(kin), different=tuple(different))
    assert sorted(one for story in told for one in story) == list("abcdef")
    assert not any(set(pair) <= set(story) for pair in different for story in told)


def test_likeness_is_of_what_is_told() -> None:
    texts = {"a": FERRY, "b": CUT, "c": ELSEWHERE, "d": ""}
    alike = likeness({name: profile(witness(name, text)) for name, text in texts.items()})
    assert alike("a", "a") > 0.999
    assert alike("a", "b") > 2 * alike("a", "c")
    assert alike("a", "d") == 0
