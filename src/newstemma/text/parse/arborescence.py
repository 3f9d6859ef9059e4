"""The best tree over scored arcs: Chu-Liu/Edmonds with a single root (McDonald et al. 2005)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tree"]

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
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and not _cycle(heads):
        return heads
    tree = _spanning(_above_root(scores), len(scores))[:-1]
    is_root = tree == len(scores)
    tree[is_root] = np.flatnonzero(is_root)
    return tree


def _above_root(scores: Floats) -> NDArray[np.float64]:
    """The arcs with one more node above the root.

    An arc from there costs more than all others could gain, so the best tree has just one
    (Stanojević and Cohen 2021).
    """
    size = len(scores)
    arcs = np.full((size + 1, size + 1), -np.inf)
    arcs[:size, :size] = scores
    np.fill_diagonal(arcs, -np.inf)
    dear = 1 + size * float(scores.max() - scores.min())
    arcs[:size, size] = scores.diagonal() - dear
    return arcs


def _spanning(arcs: NDArray[np.float64], root: int) -> Ints:
    """The best heads under `root`; each round takes one cycle for a single node."""
    heads: Ints = arcs.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(arcs)) if node not in set(cycle)]
    shrunk, entries, exits = _contracted(arcs, heads, cycle, rest)
    inner = _spanning(shrunk, rest.index(root))
    for place, node in enumerate(rest):
        if node != root:
            head = int(inner[place])
            heads[node] = exits[place] if head == len(rest) else rest[head]
    above = int(inner[len(rest)])
    heads[entries[above]] = rest[above]
    return heads


def _contracted(
    arcs: NDArray[np.float64], heads: Ints, cycle: list[int], rest: list[int]
) -> tuple[NDArray[np.float64], list[int], list[int]]:
    """The arcs with the cycle as one last node.

    Beside them, where an arc from each other node would enter the cycle, and from where in the
    cycle each other node would hang.
    """
    size = len(rest)
    shrunk = np.full((size + 1, size + 1), -np.inf)
    shrunk[:size, :size] = arcs[np.ix_(rest, rest)]
    leaving = arcs[np.ix_(rest, cycle)]
    shrunk[:size, size] = leaving.max(axis=1)
    gains = arcs[np.ix_(cycle, rest)] - arcs[cycle, heads[cycle]][:, None]
    shrunk[size, :size] = gains.max(axis=0)
    entries = [cycle[place] for place in gains.argmax(axis=0)]
    exits = [cycle[place] for place in leaving.argmax(axis=1)]
    return shrunk, entries, exits


def _cycle(heads: Ints) -> list[int]:
    """The nodes of a cycle of two or more, in order; none where there is no such cycle."""
    seen = np.full(len(heads), -1, dtype=np.int64)
    for start in range(len(heads)):
        node = start
        while seen[node] < 0:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start and heads[node] != node:
            cycle = [node]
            while (node := int(heads[node])) != cycle[0]:
                cycle.append(node)
            return cycle
    return []
