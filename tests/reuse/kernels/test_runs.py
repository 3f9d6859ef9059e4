from __future__ import annotations

import time

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.reuse.kernels.passages import coverage, passages
from newstemma.reuse.kernels.runs import shared_runs
from newstemma.reuse.passages import GRAM
from newstemma.reuse.passages import shared_runs as one_by_one
from tests.reuse.kernels.words import numbered

_TEXT = st.lists(st.integers(0, 3), max_size=60)


def _pairs(*pairs: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.array(pairs, np.int64).reshape(-1, 2)


@settings(deadline=None)  # the first call compiles
@given(st.lists(_TEXT, min_size=2, max_size=4))
def test_many_pairs_at_once_give_what_one_at_a_time_gives(texts: list[list[int]]) -> None:
    words = [[str(word) for word in text] for text in texts]
    pairs = [(i, j) for i in range(len(texts)) for j in range(len(texts))]
    found = shared_runs(*numbered(texts), _pairs(*pairs))
    expected = [
        (row, *run) for row, (i, j) in enumerate(pairs) for run in one_by_one(words[i], words[j])
    ]
    columns = (found.pair, found.left, found.right, found.length)
    assert list(zip(*(column.tolist() for column in columns), strict=True)) == expected


@settings(deadline=None)  # the first call compiles
@given(_TEXT, _TEXT)
def test_coverage_counts_each_word_of_the_runs_once(left: list[int], right: list[int]) -> None:
    starts, key = numbered([left, right])
    pairs = _pairs((0, 1))
    runs = shared_runs(starts, key, pairs)
    covered = coverage(runs, starts, np.ones(len(key), np.bool_), pairs)
    for places, count in ((runs.left, covered.left), (runs.right, covered.right)):
        words = {
            word
            for place, length in zip(places.tolist(), runs.length.tolist(), strict=True)
            for word in range(place, place + length)
        }
        assert count.tolist() == [len(words)]


def test_a_changed_word_does_not_part_a_passage() -> None:
    starts, key = numbered([[*range(20)], [*range(8), 99, *range(9, 20)]])
    pairs = _pairs((0, 1))
    own = np.ones(len(key), np.bool_)
    found = passages(shared_runs(starts, key, pairs), starts, own, pairs)
    assert (found.left.tolist(), found.left_end.tolist()) == ([0], [20])
    assert (found.right.tolist(), found.right_end.tolist()) == ([0], [20])
    assert found.equal.tolist() == [19]


def test_what_moved_is_a_passage_of_its_own() -> None:
    starts, key = numbered([[*range(20)], [*range(10, 20), *range(10)]])
    pairs = _pairs((0, 1))
    own = np.ones(len(key), np.bool_)
    found = passages(shared_runs(starts, key, pairs), starts, own, pairs)
    assert found.left.tolist() == [10, 0]


def test_boilerplate_alone_is_no_passage_and_covers_nothing() -> None:
    starts, key = numbered([[*range(30)], [*range(100, 120), *range(12)]])
    pairs = _pairs((0, 1))
    own = np.ones(len(key), np.bool_)
    own[50:60] = False
    runs = shared_runs(starts, key, pairs)
    assert len(runs.pair) == 1
    assert len(passages(runs, starts, own, pairs).pair) == 0
    assert coverage(runs, starts, own, pairs).right.tolist() == [2]


def test_a_word_repeated_without_end_takes_no_time() -> None:
    starts, key = numbered([[1] * 400_000, [1] * 300_000])
    shared_runs(*numbered([[1] * GRAM] * 2), _pairs((0, 1)))
    start = time.perf_counter()
    found = shared_runs(starts, key, _pairs((0, 1)))
    assert time.perf_counter() - start < 5
    assert found.length.tolist() == [300_000]


def test_no_pairs_give_no_runs() -> None:
    assert len(shared_runs(*numbered([[1, 2], []]), _pairs()).pair) == 0
    assert len(shared_runs(*numbered([[1, 2], []]), _pairs((0, 1), (1, 1))).pair) == 0
