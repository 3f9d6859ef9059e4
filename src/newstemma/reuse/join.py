"""The join of texts on shared features: an inverted index over arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "COMMON",
    "Codes",
    "Features",
    "Floats",
    "Ints",
    "Overlaps",
    "entries",
    "features",
    "overlaps",
]

COMMON = 32  # texts that hold a feature; above it they are joined to representatives only
_REPRESENTATIVES = 5

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Features:
    """Parallel arrays: a feature, a text that holds it, and its weight there.

    Sorted by feature, then by text.
    """

    code: Codes
    text: Ints
    weight: Floats


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Parallel arrays: two texts, `left < right`, and the summed products of shared weights."""

    left: Ints
    right: Ints
    weight: Floats


def features(codes: Sequence[Codes], weights: Sequence[Floats]) -> Features:
    """The features of all texts; `codes` and `weights` hold a row for each text."""
    code = np.concatenate([np.zeros(0, dtype=np.uint64), *codes])
    text = np.repeat(np.arange(len(codes), dtype=np.int64), [len(row) for row in codes])
    weight = np.concatenate([np.zeros(0), *weights])
    order = np.argsort(code, kind="stable")
    return Features(code[order], text[order], weight[order])


def overlaps(held: Features) -> Overlaps:
    """The pairs of texts that share a feature.

    A feature that more than `COMMON` texts hold joins each of them to the first
    few of them only: put the texts in an order in which the first stand for the
    others. The cost is linear in the features.
    """
    starts, sizes = entries(held.code)
    joined = [_joined(held, starts[sizes == size], int(size)) for size in np.unique(sizes)]
    left = np.concatenate([np.zeros(0, dtype=np.int64), *(row.left for row in joined)])
    right = np.concatenate([np.zeros(0, dtype=np.int64), *(row.right for row in joined)])
    weight = np.concatenate([np.zeros(0), *(row.weight for row in joined)])
    base = int(held.text.max(initial=0)) + 1
    pairs, where = np.unique(left * base + right, return_inverse=True)
    return Overlaps(
        pairs // base, pairs % base, np.bincount(where, weight, len(pairs)).astype(np.float64)
    )


def entries(code: Codes) -> tuple[Ints, Ints]:
    """Where each distinct value of the sorted `code` starts, and how often it occurs."""
    _, starts, sizes = np.unique(code, return_index=True, return_counts=True)
    return starts, sizes


def _joined(held: Features, starts: Ints, size: int) -> Overlaps:
    """The pairs that entries of one size join."""
    left, right = np.triu_indices(size, k=1) if size <= COMMON else _with_representatives(size)
    places = starts[:, None] + np.arange(size)
    texts, weights = held.text[places], held.weight[places]
    product = weights[:, left] * weights[:, right]
    return Overlaps(texts[:, left].ravel(), texts[:, right].ravel(), product.ravel())


def _with_representatives(size: int) -> tuple[Ints, Ints]:
    left, right = np.divmod(np.arange(_REPRESENTATIVES * size), size)
    later = right > left
    return left[later], right[later]
