"""Which rows of a tree share one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newstemma.views.folding import Row, rows, spanned


def _rows(
    children: dict[str, list[str]],
    tops: Sequence[str] = ("t",),
    kinds: Sequence[str] = ("reprint",),
) -> tuple[Row, ...]:
    keys = sorted({*tops, *children, *(one for below in children.values() for one in below)})
    alike = {key: kinds[number % len(kinds)] for number, key in enumerate(keys)}
    return rows(spanned(tops, children, alike))


def _all(found: Sequence[Row]) -> list[str]:
    return [key for row in found for key in ([x.key for x in row.folded] or [row.key])]


_GRAPHS = st.dictionaries(
    st.sampled_from("abcdefghijklmnop"), st.lists(st.sampled_from("abcdefghijklmnop"), max_size=16)
)


@given(_GRAPHS)
def test_every_key_has_one_place_whatever_hangs_on_what(children: dict[str, list[str]]) -> None:
    keys = sorted("abcdefghijklmnop")
    assert sorted(_all(_rows(children, tops=keys))) == keys


def test_a_circle_is_cut_where_it_closes() -> None:
    found = _rows({"a": ["b"], "b": ["c"], "c": ["a"]}, tops=("a", "b", "c"))
    assert [(row.key, row.parent) for row in found] == [("a", None), ("b", 0), ("c", 1)]


def test_a_chain_is_drawn_as_deep_as_it_is_wide_enough_and_then_folded() -> None:
    chain = {f"{n:03}": [f"{n + 1:03}"] for n in range(99)}
    found = _rows(chain, tops=("000",))
    assert [row.depth for row in found] == list(range(16))
    assert len(found[-1].folded) == 85


def test_a_single_article_is_never_folded() -> None:
    chain = {f"{n:03}": [f"{n + 1:03}"] for n in range(15)}
    assert all(not row.folded for row in _rows(chain, tops=("000",)))


def test_leaves_are_folded_by_their_kind() -> None:
    below = [f"{n:03}" for n in range(40)]
    found = _rows({"t": below}, kinds=("reprint", "rewrite"))
    folds = [len(row.folded) for row in found if row.folded]
    assert folds == [15, 15]


def test_the_branches_that_bring_in_most_are_drawn_first() -> None:
    small = {f"s{n:02}": [f"x{n:02}"] for n in range(40)}
    large = {"large": [f"y{n:02}" for n in range(6)]}
    found = _rows({"t": [*small, "large"], **small, **large})
    assert any(row.key == "large" and not row.folded for row in found)


def test_every_report_gets_its_share_of_the_rows() -> None:
    tops = [f"t{n}" for n in range(6)]
    children = {top: [f"{top}-{n:02}" for n in range(30)] for top in tops}
    children |= {f"{top}-{n:02}": [f"{top}-{n:02}x"] for top in tops for n in range(30)}
    found = _rows(children, tops=tops)
    starts = [number for number, row in enumerate(found) if row.parent is None] + [len(found)]
    lengths = {end - start for start, end in pairwise(starts)}
    assert len(lengths) == 1
    assert len(found) <= 70


@given(st.integers(1, 400), st.randoms(use_true_random=False))
def test_no_tree_takes_more_rows_than_a_reader_can_follow(number: int, random: object) -> None:
    children: dict[str, list[str]] = {}
    for n in range(1, number):
        at = random.randrange(n)  # type: ignore[attr-defined]
        children.setdefault(f"{at:03}", []).append(f"{n:03}")
    found = _rows(children, tops=("000",), kinds=("reprint", "edit", "rewrite"))
    assert len(found) <= 62
    assert len(_all(found)) == number


def test_very_many_articles_are_folded_in_one_pass() -> None:
    many = [f"{n:05}" for n in range(30_000)]
    assert len(_rows({"t": many})) == 7
    assert len(_rows({one: [other] for one, other in pairwise(many)}, tops=many[:1])) == 16
    assert len(_rows({}, tops=many)) == 6
