"""A new article in a neighbourhood that is not drawn anew."""

from __future__ import annotations

from newstemma.collection.grafting import LIMIT, grafted, is_due
from tests.collection.made import BRIDGE, BRIEF, MUSEUM, REPRINT, drawn


def test_small_neighbourhoods_are_always_drawn_anew() -> None:
    assert all(is_due(size, size + 1) for size in range(LIMIT))


def test_large_ones_are_drawn_anew_now_and_then() -> None:
    due = [size for size in range(LIMIT, 10 * LIMIT) if is_due(size, size + 1)]
    assert 5 < len(due) < 15


def test_a_graft_stands_where_it_would_have_been_drawn() -> None:
    whole = drawn(a=BRIDGE, b=REPRINT, c=MUSEUM)
    found = grafted(whole, drawn(a=BRIDGE, b=REPRINT, d=BRIEF), "d")
    anew = drawn(a=BRIDGE, b=REPRINT, c=MUSEUM, d=BRIEF)
    assert found.derivations == anew.derivations
    assert [one.articles for one in found.stories] == [one.articles for one in anew.stories]
    assert [one.articles for one in found.lineages] == [one.articles for one in anew.lineages]


def test_a_graft_without_kin_is_a_story_of_its_own() -> None:
    found = grafted(drawn(a=BRIDGE, b=REPRINT), drawn(c=MUSEUM), "c")
    assert [one.articles for one in found.stories] == [("a", "b"), ("c",)]
    assert found.lineages[-1].articles == ("c",)
