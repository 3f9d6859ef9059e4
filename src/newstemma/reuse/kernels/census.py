"""Which texts of a corpus are distinct, and which stand for others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newstemma.reuse.kernels.arrays import Hashes, Numbers, Places

__all__ = ["Census", "census"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The distinct texts in the order of their ranks, the most complete first.

    `rank` gives a text's place there, -1 for one without words and for the copy of another;
    `original` is the first text with the same words.
    """

    order: Places
    rank: Numbers
    original: Places


def census(sizes: Places, same: Hashes) -> Census:
    """Ranks texts of so many words each, with such hashes of all words (0 where there is none).

    >>> found = census(np.array([2, 3, 2]), np.array([7, 8, 7], dtype=np.uint64))
    >>> found.order.tolist(), found.rank.tolist(), found.original.tolist()
    ([1, 0], [1, 0, -1], [0, 1, 0])
    """
    numbers = np.arange(len(sizes))
    _, first, group = np.unique(same, return_index=True, return_inverse=True)
    original = np.where(same != 0, first[group], numbers)
    distinct = np.flatnonzero((original == numbers) & (same != 0))
    order = distinct[np.argsort(-sizes[distinct], kind="stable")]
    rank = np.full(len(sizes), -1, dtype=np.int32)
    rank[order] = np.arange(len(order))
    return Census(order=order, rank=rank, original=original)
