"""How alike texts are: cosines of weighted terms, without ever holding all pairs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from newstemma.reuse.join import COMMON, Features, Floats, Ints, entries, features, overlaps

__all__ = ["cosines", "near", "select", "split", "vectors"]

_ROWS = 512  # of the similarity matrix held at a time
_DECIMALS = 9  # beyond them a sum depends on the order in which it was added up


def vectors(texts: Sequence[Mapping[str, float]]) -> Features:
    """The texts as vectors of length one, from the weight of each of their terms."""
    codes = {term: code for code, term in enumerate(sorted({t for text in texts for t in text}))}
    rows = [sorted((codes[term], weight) for term, weight in text.items()) for text in texts]
    norms = [math.sqrt(math.fsum(w * w for _, w in row)) or 1.0 for row in rows]
    return features(
        [np.array([code for code, _ in row], dtype=np.uint64) for row in rows],
        [np.array([w for _, w in row]) / norm for row, norm in zip(rows, norms, strict=True)],
    )


def select(held: Features, texts: Sequence[int]) -> Features:
    """The vectors of the `texts` alone, numbered from 0 in their order."""
    return split(held, [texts])[0]


def split(held: Features, groups: Sequence[Sequence[int]]) -> list[Features]:
    """The vectors of each of some disjoint groups of texts, as `select` gives them."""
    members = np.array([text for group in groups for text in group], dtype=np.int64)
    group_of = np.full(int(max(held.text.max(initial=0), members.max(initial=0))) + 1, -1)
    place = np.zeros_like(group_of)
    group_of[members] = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    place[members] = np.array([i for group in groups for i in range(len(group))], dtype=np.int64)
    number = group_of[held.text]
    order = np.argsort(number, kind="stable")
    edges = np.searchsorted(number[order], np.arange(len(groups) + 1))
    parts = [order[start:end] for start, end in pairwise(edges.tolist())]
    return [Features(held.code[p], place[held.text[p]], held.weight[p]) for p in parts]


def cosines(held: Features, total: int) -> Floats:
    """The symmetric matrix of the cosines of `total` texts."""
    common, rare = _parted(held, total)
    shared = overlaps(rare)
    matrix = common @ common.T
    matrix[shared.left, shared.right] += shared.weight
    matrix[shared.right, shared.left] += shared.weight
    return np.round(matrix, _DECIMALS)


def near(held: Features, total: int, *, least: float) -> Iterator[tuple[int, int]]:
    """The pairs of texts, smaller number first, whose cosine is at least `least`."""
    common, rare = _parted(held, total)
    shared = overlaps(rare)
    bounds = np.searchsorted(shared.left, np.arange(0, total + _ROWS, _ROWS))
    for first, start, end in zip(range(0, total, _ROWS), bounds, bounds[1:], strict=False):
        block = common[first : first + _ROWS] @ common.T
        block[shared.left[start:end] - first, shared.right[start:end]] += shared.weight[start:end]
        left, right = np.nonzero(np.round(block, _DECIMALS) >= least)
        above = left + first < right
        yield from zip((left[above] + first).tolist(), right[above].tolist(), strict=True)


def _parted(held: Features, total: int) -> tuple[Floats, Features]:
    """The terms of many texts as a dense matrix, a row for each text, and the others."""
    _, sizes = entries(held.code)
    place: Ints = np.repeat(np.cumsum(sizes > COMMON) - 1, sizes)
    frequent = np.repeat(sizes > COMMON, sizes)
    dense = np.zeros((total, int((sizes > COMMON).sum())))
    dense[held.text[frequent], place[frequent]] = held.weight[frequent]
    rare = ~frequent
    return dense, Features(held.code[rare], held.text[rare], held.weight[rare])
