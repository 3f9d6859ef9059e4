from __future__ import annotations

import random
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.lineage.stories import are_one_story, stories, weighed
from newstemma.records import Witness
from tests.data import needs, shared
from tests.lineage.builder import witness
from tests.lineage.texts import (
    CUT,
    ELSEWHERE,
    FERRY,
    HARBOUR_RADIO,
    OTHER_CUT,
    RETOLD,
    SPEECH_ONE,
)

_TEXTS = {
    "ferry": FERRY,
    "cut": CUT,
    "other-cut": OTHER_CUT,
    "retold": RETOLD,
    "radio": HARBOUR_RADIO,
    "council": ELSEWHERE,
    "mine": SPEECH_ONE,
}
_PILE = [witness(name, text) for name, text in _TEXTS.items()]
_SENTENCES = sorted({line for text in _TEXTS.values() for line in text.splitlines() if line})
_MADE = st.lists(st.sampled_from(_SENTENCES) | st.text(max_size=20), max_size=12).map("\n".join)


def _named(pile: list[Witness], kin: list[tuple[int, int]] | None = None) -> set[frozenset[str]]:
    return {frozenset(pile[i].id for i in story) for story in stories(pile, kin or [])}


def test_an_independent_report_on_the_event_is_in_its_story() -> None:
    event = frozenset({"ferry", "cut", "other-cut", "retold", "radio"})
    assert _named(_PILE) == {event, frozenset({"council"}), frozenset({"mine"})}


def test_two_articles_are_enough() -> None:
    assert _named([_PILE[0], _PILE[4]]) == {frozenset({"ferry", "radio"})}
    assert len(_named([_PILE[0], _PILE[5]])) == 2


def test_kin_are_one_story_however_unlike() -> None:
    assert _named([_PILE[5], _PILE[6]], [(1, 0)]) == {frozenset({"council", "mine"})}


def test_kin_stay_together_where_the_others_are_nearer_to_one_of_them() -> None:
    told = FERRY.splitlines()
    near = [witness(f"near{n}", "\n".join(told[n:] + told[:n])) for n in range(4)]
    pile = [*near, _PILE[5]]
    assert stories(pile, [(0, 4)]) == ((0, 1, 2, 3, 4),)


def test_what_was_made_from_a_roundup_stays_in_its_story() -> None:
    ferry, council = FERRY.splitlines(), ELSEWHERE.splitlines()
    roundup = witness("roundup", "\n".join([*ferry[:6], *council[:3]]))
    leaning = witness("leaning", "\n".join([*ferry[:1], *council[:3]]))
    pile = [_PILE[0], _PILE[5], roundup, leaning]
    parents = {2: (0, 1), 3: (0, 1)}
    assert stories(pile, digests=parents) == ((0, 2), (1, 3))
    assert stories(pile, [(2, 3)], digests=parents) in (((0, 2, 3), (1,)), ((0,), (1, 2, 3)))


@pytest.mark.parametrize("digests", [{}, {4: (0, 2)}], ids=["unknown", "known"])
def test_two_stories_joined_by_one_roundup_stay_two(digests: dict[int, tuple[int, ...]]) -> None:
    ferry, council = FERRY.splitlines(), ELSEWHERE.splitlines()
    roundup = witness("roundup", "\n".join([*ferry[:4], *council[:4]]))
    other = witness("council-too", "\n".join(reversed(council)))
    pile = [_PILE[0], _PILE[4], _PILE[5], other, roundup]
    found = stories(pile, digests=digests)
    assert {tuple(i for i in story if i != 4) for story in found} - {()} == {(0, 1), (2, 3)}


@pytest.mark.parametrize("known", [False, True])
def test_a_giant_digest_joins_one_story_and_merges_none(known: bool) -> None:
    events = [f"{a}{b}" for a in ascii_lowercase[:15] for b in ascii_lowercase[:10]]
    leads = [" ".join(f"word{one}{event}" for one in ascii_lowercase) for event in events]
    pile = [witness(f"{event}{n}", leads[i]) for i, event in enumerate(events) for n in (0, 1)]
    pile.append(witness("zz", "\n".join(leads)))
    found = stories(pile, digests={300: range(300)} if known else {})
    assert [story[:2] for story in found if story != (300,)] == [
        (n, n + 1) for n in range(0, 300, 2)
    ]


def _fight(city: str, total: int) -> list[Witness]:
    """Reports on one of two fights: what this fight alone has, then what every fight has."""
    chance = random.Random(city)
    facts = [f"{city}{letter}" for letter in ascii_lowercase[:20]]
    ring = [f"boxing{letter}{other}" for letter in "abcdefgh" for other in ascii_lowercase]
    told = [[*chance.sample(facts, 18), *chance.sample(ring, 160)] for _ in range(total)]
    return [witness(f"{city}-{n}", " ".join(words)) for n, words in enumerate(told)]


def test_two_events_of_one_kind_are_told_apart_where_all_reports_say_so() -> None:
    fights = [_fight("tartu", 10), _fight("lugano", 10)]
    pile = [one for fight in fights for one in fight]
    assert _named(pile) == {frozenset(one.id for one in fight) for fight in fights}


def test_kin_bind_even_two_events_of_one_kind() -> None:
    pile = [*_fight("tartu", 10), *_fight("lugano", 10)]
    assert len(stories(pile, [(n, n + 1) for n in range(19)])) == 1


def test_a_brief_binds_its_kin_only_where_others_do() -> None:
    brief = witness("brief", "Ferry aground off Norrskar, council in session.")
    pile = [_PILE[0], _PILE[4], _PILE[5], brief]
    assert stories(pile, [(0, 3), (3, 2)]) == ((0, 1, 3), (2,))
    assert (0, 1, 3) in stories(pile, [(0, 1), (1, 3), (0, 3)])


def test_too_many_articles_are_compared_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _named(_PILE)
    monkeypatch.setattr("newstemma.lineage.stories._MANY", 3)
    parted = _named(_PILE)
    assert {one for story in parted for one in story} == {one.id for one in _PILE}
    assert all(any(part <= story for story in whole) for part in parted)
    kin = [(n, n + 1) for n in range(len(_PILE) - 1)]
    assert len(_named(_PILE, kin)) == 1


def test_the_order_of_the_articles_does_not_matter() -> None:
    shuffled = random.Random(2).sample(_PILE, len(_PILE))
    assert _named(shuffled) == _named(_PILE)


def test_the_title_counts() -> None:
    bare = "It happened early in the morning. Nobody was hurt, and the cause is not known."
    one = witness("a", bare, title="Astrid Marie runs aground off Norrskar")
    other = witness("b", FERRY, title="Ferry Astrid Marie aground off Norrskar")
    assert _named([one, other]) == {frozenset("ab")}
    assert len(_named([witness("a", bare), other])) == 2


@pytest.mark.parametrize("text", ["", "Rain.", "雨", "?!"])
def test_a_text_that_says_next_to_nothing_stands_alone(text: str) -> None:
    assert len(_named([witness("a", text), *_PILE])) == 4


@given(left=_MADE, right=_MADE)
def test_two_that_were_weighed_alone_are_one_story_as_stories_has_it(left: str, right: str) -> None:
    pair = [witness("a", left, title=left[:40]), witness("b", right)]
    assert are_one_story(*map(weighed, pair)) == (len(stories(pair)) == 1)


def test_a_text_is_weighed_once_for_many() -> None:
    held = [weighed(one) for one in _PILE]
    found = {(a, b) for a in range(7) for b in range(a) if are_one_story(held[a], held[b])}
    pairs = {(a, b) for a in range(7) for b in range(a)}
    assert found == {(a, b) for a, b in pairs if len(stories([_PILE[a], _PILE[b]])) == 1}
    assert 0 < len(found) < len(pairs)


def test_no_articles_are_no_stories() -> None:
    assert stories([]) == ()


@needs("data/ecbplus")
def test_small_piles_of_ecbplus_are_told_apart_better_than_by_the_baseline() -> None:
    pytest.importorskip("sklearn")
    from bench.stories import closely_read, compared, small_piles

    told = closely_read(shared() / "data")
    figures = compared("small", small_piles(told, total=40))
    for score in ("small.b3_f1", "small.pairwise_f1"):
        assert figures[score] >= figures[f"baseline.{score}"]
