"""The order of the texts along one line of descent.

What a retelling changes stays changed below it, so of three texts of a line the outer two are
less alike than either is to the one between (the seriation of archaeology: Robinson 1951).
Neighbours alone do not show the order; all threes of a line together do better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from newstemma.lineage.closeness import Matrix

__all__ = ["straightened"]

# Set on `rewrite_chains/`: with it .02 more of the parents are right; 1.5 to 15 did as well.
_BETWEEN = 5.0  # nats for each unit of likeness by which the outer two are less alike
_LEAST = 1e-9


def straightened(tree: Mapping[int, int], worth: Matrix, alike: Matrix) -> dict[int, int]:
    """The tree with each unbranched line down to a leaf in its best order.

    `worth` is the log-probability of [parent, child], `alike` the likeness of each two.
    """
    between = _between(alike)
    found = dict(tree)
    for line in _lines(tree):
        found.update((child, parent) for parent, child in pairwise(_ordered(line, worth, between)))
    return found


def _lines(tree: Mapping[int, int]) -> list[list[int]]:
    """Each unbranched line with the text that it hangs on, which stays where it is."""
    children = Counter(tree.values())
    found = []
    for leaf in sorted(tree.keys() - children.keys()):
        line = [leaf]
        while line[-1] in tree and (len(line) == 1 or children[line[-1]] == 1):
            line.append(tree[line[-1]])
        found.append(line[::-1])
    return found


def _between(alike: Matrix) -> np.ndarray[tuple[int, int, int], np.dtype[np.float64]]:
    """How much less alike [0] and [2] are than the two nearer pairs with [1] between."""
    nearer = np.minimum(alike[:, :, None], alike[None, :, :])
    return np.asarray(nearer - alike[:, None, :])


def _ordered(line: Sequence[int], worth: Matrix, between: np.ndarray) -> list[int]:
    """The order to which no text alone can be moved with gain."""
    best, found = _score(line, worth, between), list(line)
    improved = True
    while improved:
        improved = False
        for source in range(1, len(line)):
            for target in range(1, len(line)):
                moved = found.copy()
                moved.insert(target, moved.pop(source))
                score = _score(moved, worth, between)
                if score > best + _LEAST:
                    best, found, improved = score, moved, True
    return found


def _score(line: Sequence[int], worth: Matrix, between: np.ndarray) -> float:
    pairs = sum(worth[parent, child] for parent, child in pairwise(line))
    one, two, three = np.ogrid[: len(line), : len(line), : len(line)]
    inner = between[np.ix_(line, line, line)]
    return float(pairs + _BETWEEN * inner[(one < two) & (two < three)].sum())
