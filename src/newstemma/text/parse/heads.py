"""The heads of a sentence's tokens: its best tree with a single root (McDonald et al. 2005)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newstemma.arborescence import Arc, arborescence

__all__ = ["Floats", "best_tree"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def best_tree(scores: Floats) -> Ints:
    """The head of each token in the tree with the highest sum of scores.

    `scores[i, j]` says how well `j` fits as the head of `i`, `scores[i, i]` how well `i` fits as
    the root. The tree has one root, which is its own head. Ties go to the earlier head.

    >>> best_tree(np.array([[0.0, 2.0], [3.0, 1.0]], dtype=np.float32)).tolist()
    [1, 1]
    """
    heads: Ints = scores.argmax(axis=1)
    if _is_tree(heads):
        return heads
    size = len(scores)
    for token, head in arborescence(size + 1, size, _arcs(scores)).items():
        heads[token] = token if head == size else head
    return heads


def _arcs(scores: Floats) -> Iterator[Arc]:
    """The arcs with one more node above the root.

    An arc from there costs more than all others could gain, so the best tree has just one
    (Stanojević and Cohen 2021).
    """
    size = len(scores)
    dear = 1 + size * float(scores.max() - scores.min())
    for token, row in enumerate(scores.tolist()):
        for head, score in enumerate(row):
            yield (size, token, score - dear) if head == token else (head, token, score)


def _is_tree(heads: Ints) -> bool:
    """Whether there is one root, and every token comes to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    above = heads
    for _ in range(len(heads).bit_length()):  # each round goes twice as far up
        above = above[above]
    return len(roots) == 1 and bool((above == roots[0]).all())
