"""Runs -> passages, and how much of either text they cover, compiled.

Neighbouring runs that a few changed words part are one passage to a reader, as in passim (Smith,
Cordell and Mullen 2015). What a publisher's own boilerplate makes up counts for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.runs import Runs
from newstemma.reuse.kernels.table import Flags, Ints, Words, longest_of
from newstemma.reuse.passages import GRAM

__all__ = ["Coverage", "Passages", "coverage", "passages"]

_NEAR = 5  # words that may part two runs of one passage, in either text; as in `lineage.overlap`


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Parallel arrays: which pair, the words from `left` to `left_end` of its left text and from
    `right` to `right_end` of its right one, and how many of the latter are equal and own.
    """

    pair: Words
    left: Words
    left_end: Words
    right: Words
    right_end: Words
    equal: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Parallel arrays, a row for each pair: the own words of either text that stand in runs."""

    left: Words
    right: Words


def passages(runs: Runs, starts: Ints, own: Flags, pairs: Ints) -> Passages:
    """The passages that the runs make up, in their order.

    `starts` and `pairs` are as in `shared_runs`; `own` says of each word of all texts whether it
    is no boilerplate of its publisher. A passage with fewer such words than a run has is none.
    """
    rows = _passages(_rows(runs), starts, own, pairs)
    return Passages(
        pair=rows[:, 0],
        left=rows[:, 1],
        left_end=rows[:, 2],
        right=rows[:, 3],
        right_end=rows[:, 4],
        equal=rows[:, 5],
    )


def coverage(runs: Runs, starts: Ints, own: Flags, pairs: Ints) -> Coverage:
    """How many own words of the left and the right text stand in the runs, none counted twice."""
    places = (runs.left, runs.right)
    left, right = (
        _covered(runs.pair, places[side], runs.length, starts, own, pairs[:, side])
        for side in (0, 1)
    )
    return Coverage(left=left, right=right)


def _rows(runs: Runs) -> Words:
    return np.stack([runs.pair, runs.left, runs.right, runs.length], axis=1)


@njit(cache=True, nogil=True)
def _passages(rows: Words, starts: Ints, own: Flags, pairs: Ints) -> Words:
    found = np.empty((len(rows), 6), np.int32)
    count = 0
    for k in range(len(rows)):
        pair, left, right, length = rows[k, 0], rows[k, 1], rows[k, 2], rows[k, 3]
        if not (k and _follows(rows[k - 1], rows[k])):
            if not (count and found[count - 1, 5] < GRAM):
                count += 1
            found[count - 1, :5] = np.array((pair, left, left, right, right), np.int32)
            found[count - 1, 5] = 0
        last = found[count - 1]
        first = starts[pairs[pair, 1]]
        last[5] += own[first + max(right, last[4]) : first + right + length].sum()
        last[2] = max(last[2], left + length)
        last[4] = max(last[4], right + length)
    if count and found[count - 1, 5] < GRAM:
        count -= 1
    return found[:count]


@njit(cache=True, nogil=True)
def _follows(run: Words, after: Words) -> bool:
    """Whether two runs of one pair stand near each other in both texts, in one order."""
    if run[0] != after[0]:
        return False
    left = after[1] - run[1] - run[3]
    right = after[2] - run[2] - run[3]
    return bool(-run[3] < left <= _NEAR and -run[3] < right <= _NEAR)


@njit(cache=True, nogil=True)
def _covered(
    pair: Words, place: Words, length: Words, starts: Ints, own: Flags, texts: Ints
) -> Words:
    """For each pair the own words of one of its texts that stand in runs."""
    counts = np.zeros(len(texts), np.int32)
    turn = np.full(longest_of(starts, texts), -1, np.int32)  # the last pair that covered a word
    for run in range(len(pair)):
        first = starts[texts[pair[run]]]
        for word in range(place[run], place[run] + length[run]):
            if turn[word] != pair[run]:
                turn[word] = pair[run]
                counts[pair[run]] += own[first + word]
    return counts
