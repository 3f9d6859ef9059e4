"""Rows: a feature's hash above the number of a text that holds it, in one integer; compiled.

To sort rows is all that an inverted index takes. They are partitioned by their highest bits, so
that a corpus of any size is indexed in parts, and the parts put together are in the order of the
hashes however many they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Hashes, Places

__all__ = ["Rows", "end_of_feature", "rows_of", "sorted_rows"]

_HASH_BITS = 64
_IN_CACHE = 1 << 14  # rows that are sorted without leaving the cache
_SHORT = 64  # rows that insertion sorts well


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows by partition: those of partition p are `rows[bounds[p]:bounds[p + 1]]`."""

    rows: Hashes
    bounds: Places


def rows_of(features: Hashes, starts: Places, first: int, *, bits: int, parts: int) -> Rows:
    """The rows of texts numbered from `first` on, text t with `features[starts[t]:starts[t + 1]]`.

    The number of a text takes `bits`; `parts` is a power of two.
    """
    return Rows(*_rows_of(features, starts, first, bits, parts.bit_length() - 1))


def sorted_rows(rows: Hashes, parts: int) -> Hashes:
    """The rows of one of so many partitions, sorted, each once.

    Rows of one feature that are in the order of their texts take least time.
    """
    scattered: Hashes = _sorted(rows, parts.bit_length() - 1)
    return scattered[: _without_repeats(scattered)]


@njit(cache=True, nogil=True)
def end_of_feature(rows: Hashes, bits: np.uint64, first: int) -> int:
    """Where the rows end that have the same feature as the one at `first`."""
    end = first + 1
    while end < len(rows) and rows[end] >> bits == rows[first] >> bits:
        end += 1
    return end


@njit(cache=True, nogil=True)
def _rows_of(
    features: Hashes, starts: Places, first: int, bits: int, depth: int
) -> tuple[Hashes, Places]:
    low = np.uint64(bits)
    ends = np.zeros((1 << depth) + 1, np.int64)
    for place in range(len(features)):
        ends[_digit(features[place], 0, depth) + 1] += 1
    ends = np.cumsum(ends)
    free = ends[:-1].copy()
    rows = np.empty(len(features), np.uint64)
    for text in range(len(starts) - 1):
        number = np.uint64(first + text)
        for place in range(starts[text], starts[text + 1]):
            part = _digit(features[place], 0, depth)
            rows[free[part]] = features[place] >> low << low | number
            free[part] += 1
    return rows, ends


@njit(cache=True, nogil=True)
def _digit(row: np.uint64, above: int, bits: int) -> np.int64:
    """The `bits` of a row below the `above` highest ones."""
    if bits == 0:
        return np.int64(0)
    return np.int64((row << np.uint64(above)) >> np.uint64(_HASH_BITS - bits))


@njit(cache=True, nogil=True)
def _sorted(rows: Hashes, depth: int) -> Hashes:
    """Scatters the rows into buckets that fit into the cache, and sorts each of them."""
    bits = 0
    while len(rows) >> bits > _IN_CACHE:
        bits += 1
    scattered, ends = _scattered(rows, depth, bits)
    for bucket in range(1 << bits):
        part = scattered[ends[bucket] : ends[bucket + 1]]
        _sort_in_cache(part, depth + bits)
    return scattered


@njit(cache=True, nogil=True)
def _sort_in_cache(rows: Hashes, depth: int) -> None:
    bits = 0
    while len(rows) >> bits > 1:
        bits += 1
    scattered, ends = _scattered(rows, depth, bits)
    for bucket in range(1 << bits):
        first, end = ends[bucket], ends[bucket + 1]
        if end - first > _SHORT and not _is_sorted(scattered[first:end]):
            scattered[first:end].sort()
        else:
            _insertion_sort(scattered, first, end)
    rows[:] = scattered


@njit(cache=True, nogil=True)
def _scattered(rows: Hashes, above: int, bits: int) -> tuple[Hashes, Places]:
    """The rows by a digit of theirs, in their order otherwise, and where each digit's start."""
    ends = np.zeros((1 << bits) + 1, np.int64)
    for place in range(len(rows)):
        ends[_digit(rows[place], above, bits) + 1] += 1
    ends = np.cumsum(ends)
    free = ends[:-1].copy()
    scattered = np.empty_like(rows)
    for place in range(len(rows)):
        digit = _digit(rows[place], above, bits)
        scattered[free[digit]] = rows[place]
        free[digit] += 1
    return scattered, ends


@njit(cache=True, nogil=True)
def _is_sorted(rows: Hashes) -> bool:
    return bool(np.all(rows[:-1] <= rows[1:]))


@njit(cache=True, nogil=True)
def _insertion_sort(rows: Hashes, first: int, end: int) -> None:
    for place in range(first + 1, end):
        row = rows[place]
        free = place
        while free > first and rows[free - 1] > row:
            rows[free] = rows[free - 1]
            free -= 1
        rows[free] = row


@njit(cache=True, nogil=True)
def _without_repeats(rows: Hashes) -> int:
    kept = min(len(rows), 1)
    for place in range(1, len(rows)):
        if rows[place] != rows[kept - 1]:
            rows[kept] = rows[place]
            kept += 1
    return kept
