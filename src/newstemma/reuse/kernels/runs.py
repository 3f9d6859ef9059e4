"""Shared passages of many pairs of texts at once, compiled.

The semantics are those of `reuse.passages`: a run is five words or more with equal keys that
cannot be made longer at either end, and every five-word gram of the right text that also stands
in the left one lies in a run. The left text's grams are put into an open-addressed table, once
for all neighbouring pairs that have the same left text; every hit is extended word by word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.table import (
    COUNT,
    LAST,
    TURN,
    Ints,
    Keys,
    Table,
    Words,
    empty_table,
    enter,
    grown,
    longest_of,
    mask_of,
    slot_of,
)
from newstemma.reuse.passages import GRAM

__all__ = ["Runs", "shared_runs"]

_PLACES = 8  # of one gram in the left text; further ones are left aside

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, Knuth's choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Parallel arrays: which pair, the first word in its left and right text, and the words.

    In the order of the pairs, and in a pair in the order of the right text.
    """

    pair: Words
    left: Words
    right: Words
    length: Words


def shared_runs(starts: Ints, key: Keys, pairs: Ints) -> Runs:
    """The runs that the texts of each pair share.

    Text t has the words `starts[t]` to `starts[t + 1]`, each with a `key`; `pairs` has two
    columns, a left and a right text. Pairs sorted by their left text are much faster.
    """
    rows = _shared_runs(starts, key, pairs)
    return Runs(pair=rows[:, 0], left=rows[:, 1], right=rows[:, 2], length=rows[:, 3])


@njit(cache=True, nogil=True)
def _shared_runs(starts: Ints, key: Keys, pairs: Ints) -> Words:
    longest = longest_of(starts, pairs[:, 0])
    table = empty_table(longest)
    before = np.empty(longest, np.int32)
    rows = np.empty((0, 4), np.int32)
    count = 0
    turn = 0
    for pair in range(len(pairs)):
        text, other = pairs[pair, 0], pairs[pair, 1]
        left = key[starts[text] : starts[text + 1]]
        right = key[starts[other] : starts[other + 1]]
        if not pair or text != pairs[pair - 1, 0]:
            turn += 1
            _index(left, table, before, turn)
        if len(rows) < count + len(right):  # no text has more runs than words
            rows = grown(rows, count, count + len(right))
        end = _runs_of_pair(left, right, (table, before, turn), rows, count)
        rows[count:end, 0] = pair
        count = end
    return rows[:count]


@njit(cache=True, nogil=True)
def _gram(key: Keys, place: int) -> np.uint64:
    gram = np.uint64(0)
    for k in range(GRAM):
        gram = (gram + key[place + k]) * _MULTIPLIER
    return gram


@njit(cache=True, nogil=True)
def _index(key: Keys, table: Table, before: Words, turn: int) -> None:
    """Enters the grams of a text: their first places, each with the one before it."""
    slots = table[1]
    mask = mask_of(len(key))
    for place in range(len(key) - GRAM + 1):
        slot = enter(table, _gram(key, place), turn, mask)
        if slots[slot, COUNT] < _PLACES:
            before[place] = slots[slot, LAST]
            slots[slot, LAST] = place
            slots[slot, COUNT] += 1


@njit(cache=True, nogil=True)
def _runs_of_pair(
    left: Keys, right: Keys, index: tuple[Table, Words, int], rows: Words, count: int
) -> int:
    """Writes the runs into `rows` from `count` on, and returns where they end."""
    table, before, turn = index
    slots = table[1]
    mask = mask_of(len(left))
    j = 0
    while j <= len(right) - GRAM:
        slot = slot_of(table, _gram(right, j), turn, mask)
        place = slots[slot, LAST] if slots[slot, TURN] == turn else -1
        start, length = _best_place(left, right, j, place, before)
        if length < GRAM:
            j += 1
            continue
        back = _back(left, right, start, j)
        rows[count, 1] = start - back
        rows[count, 2] = j - back
        rows[count, 3] = length + back
        count += 1
        j += length - GRAM + 1  # the first gram that reaches beyond the run
    return count


@njit(cache=True, nogil=True)
def _best_place(left: Keys, right: Keys, j: int, place: int, before: Words) -> tuple[int, int]:
    """Of the places of one gram the one with the longest run, the first of equals."""
    start = 0
    best = 0
    while place >= 0:
        length = 0
        while (
            place + length < len(left)
            and j + length < len(right)
            and left[place + length] == right[j + length]
        ):
            length += 1
        if length >= best:
            start = place
            best = length
        place = before[place]
    return start, best


@njit(cache=True, nogil=True)
def _back(left: Keys, right: Keys, i: int, j: int) -> int:
    back = 0
    while back < min(i, j) and left[i - back - 1] == right[j - back - 1]:
        back += 1
    return back
