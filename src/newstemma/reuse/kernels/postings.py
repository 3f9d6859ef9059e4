"""Which texts hold which feature, and what it tells: sorted rows -> postings, compiled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Hashes, Numbers, Shares, Sums
from newstemma.reuse.kernels.rows import end_of_feature

__all__ = ["Postings", "joined", "postings", "telling"]

# Documents that the language counts for: what two of five texts share still tells something.
_LANGUAGE = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The features that two texts or more hold, in the order of their hashes.

    `blocks` has for each feature how many texts hold it and then their ranks, ascending, side by
    side for the cache. `totals` has, by rank, the sum of what all features of a text tell (see
    `telling`), those that no other text holds included.
    """

    blocks: Numbers
    totals: Sums


def telling(texts: int, most: int | None = None) -> Shares:
    """What a feature tells that 0, 1, 2 and so on of so many texts hold: its rarity, squared.

    The last is that of `most` texts, or of all. Squared, as three words that nobody else has
    tell more than ten that a tenth of all have.
    """
    held = np.arange((texts if most is None else most) + 1, dtype=np.float64)
    held[0] = 1
    return (np.log((texts + _LANGUAGE) / held) ** 2).astype(np.float32)


def postings(rows: Hashes, rank: Numbers, *, bits: int, texts: int) -> Postings:
    """What the rows of a partition say, each text by its `rank` among so many `texts`.

    A text whose rank is below 0 is left out.
    """
    blocks, totals = _postings(rows, rank, np.uint64(bits), telling(texts), texts)
    return Postings(blocks=blocks, totals=totals)


def joined(parts: Iterable[Postings]) -> Postings:
    """The postings of all partitions, one at least, in their order."""
    blocks = []
    totals = np.zeros(0)
    for part in parts:
        blocks.append(part.blocks)
        totals = totals + part.totals if len(totals) else part.totals
    return Postings(blocks=np.concatenate(blocks), totals=totals)


@njit(cache=True, nogil=True)
def _postings(
    rows: Hashes, rank: Numbers, bits: np.uint64, tells: Shares, texts: int
) -> tuple[Numbers, Sums]:
    text = (np.uint64(1) << bits) - np.uint64(1)
    totals = np.zeros(texts, np.float64)
    blocks = np.empty(2 * len(rows), np.int32)  # of which only what is written to takes memory
    block = first = 0
    while first < len(rows):
        end = end_of_feature(rows, bits, first)
        last = block + 1
        for place in range(first, end):
            number = rank[rows[place] & text]
            if number >= 0:
                blocks[last] = number
                last += 1
        first = end
        held = last - block - 1
        for place in range(block + 1, last):
            totals[blocks[place]] += tells[held]
        if held > 1:
            _sort(blocks, block + 1, last)
            blocks[block] = held
            block = last
    return blocks[:block].copy(), totals


@njit(cache=True, nogil=True)
def _sort(holders: Numbers, first: int, end: int) -> None:
    if end - first > 32:
        holders[first:end].sort()
        return
    for place in range(first + 1, end):
        holder = holders[place]
        free = place
        while free > first and holders[free - 1] > holder:
            holders[free] = holders[free - 1]
            free -= 1
        holders[free] = holder
