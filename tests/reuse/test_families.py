from __future__ import annotations

import time

import numpy as np
import pytest

from newstemma.reuse.families import Families, Links, families
from newstemma.reuse.kernels.verdict import Kind

_ALL = (1 << 64) - 1


def _part(first: float, end: float) -> int:
    """The parts of a text from one share of it to another."""
    return sum(1 << bit for bit in range(round(64 * first), round(64 * end)))


def _links(*rows: tuple[int, int, Kind, int, int]) -> Links:
    left, right, kind, left_parts, right_parts = zip(*rows, strict=True) if rows else ((),) * 5
    return Links(
        left=np.array(left, np.int64),
        right=np.array(right, np.int64),
        kind=np.array(kind, np.int8),
        score=np.full(len(rows), 0.95, np.float32),
        left_parts=np.array(left_parts, np.uint64),
        right_parts=np.array(right_parts, np.uint64),
    )


def _groups(found: Families) -> list[list[int]]:
    firsts = found.first.tolist()
    return [[t for t, f in enumerate(firsts) if f == one] for one in sorted(set(firsts))]


def test_copies_are_one_family_with_the_most_complete_one_named() -> None:
    found = families(
        _links((0, 2, Kind.REPRINT, _ALL, _ALL), (2, 3, Kind.EDIT, _ALL, _ALL)),
        np.array([100, 80, 120, 120]),
    )
    assert _groups(found) == [[0, 2, 3], [1]]
    assert found.size.tolist() == [3, 1, 3, 3]
    assert found.representative.tolist() == [2, 1, 2, 2]


def test_a_rewrite_of_a_part_joins_its_source() -> None:
    found = families(_links((0, 1, Kind.REWRITE, _part(0, 0.3), _ALL)), np.array([900, 200]))
    assert _groups(found) == [[0, 1]]


def test_a_shared_passage_joins_nothing() -> None:
    found = families(_links((0, 1, Kind.PASSAGE, _ALL, _ALL)), np.array([100, 100]))
    assert _groups(found) == [[0], [1]]


def test_a_digest_does_not_melt_the_stories_it_holds() -> None:
    links = _links(
        (0, 3, Kind.REPRINT, _ALL, _part(0, 0.33)),
        (1, 3, Kind.REPRINT, _ALL, _part(0.33, 0.66)),
        (2, 3, Kind.REPRINT, _ALL, _part(0.66, 0.99)),
    )
    assert _groups(families(links, np.array([200, 200, 200, 600]))) == [[0], [1], [2], [3]]


def test_a_sidebar_does_not_join_the_story_it_stands_beside() -> None:
    links = _links(
        (0, 1, Kind.EDIT, _ALL, _part(0, 0.8)), (1, 2, Kind.REPRINT, _part(0.85, 1), _ALL)
    )
    assert _groups(families(links, np.array([480, 600, 90]))) == [[0, 1], [2]]


def test_a_short_text_in_two_long_ones_does_not_join_them() -> None:
    links = _links(
        (0, 1, Kind.REPRINT, _ALL, _part(0, 0.2)), (0, 2, Kind.REPRINT, _ALL, _part(0.5, 0.6))
    )
    assert _groups(families(links, np.array([60, 300, 600]))) == [[0, 1], [2]]


def test_families_depend_neither_on_the_order_of_links_nor_on_their_sides() -> None:
    dice = np.random.default_rng(4)
    rows = [
        (a, b, Kind.REWRITE, _part(0, dice.random()), _part(0, dice.random()))
        for a in range(30)
        for b in range(a + 1, 30, 7)
    ]
    words = dice.integers(50, 500, 30)
    turned = [(b, a, kind, mine, other) for a, b, kind, other, mine in reversed(rows)]
    one, other = families(_links(*rows), words), families(_links(*turned), words)
    assert one.first.tolist() == other.first.tolist()
    assert one.representative.tolist() == other.representative.tolist()


@pytest.mark.parametrize("copies", [500, 50_000])
def test_a_story_in_many_copies_is_one_family_in_linear_time(copies: int) -> None:
    words = np.full(copies, 400)
    full = np.full(copies - 1, _ALL, np.uint64)
    links = Links(
        left=np.zeros(copies - 1, np.int64),
        right=np.arange(1, copies, dtype=np.int64),
        kind=np.full(copies - 1, Kind.REPRINT, np.int8),
        score=np.ones(copies - 1, np.float32),
        left_parts=full,
        right_parts=full,
    )
    families(_links(), words)
    start = time.perf_counter()
    assert set(families(links, words).size.tolist()) == {copies}
    assert time.perf_counter() - start < 5


def test_no_links_leave_every_text_alone() -> None:
    assert _groups(families(_links(), np.array([10, 0]))) == [[0], [1]]
