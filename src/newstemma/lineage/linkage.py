"""Average-link clustering."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from newstemma.reuse.join import Floats

__all__ = ["average_link"]

_GONE = -1.0

Apart = Callable[[Sequence[int], Sequence[int]], bool]


def average_link(
    similarity: Floats,
    *,
    least: float,
    together: Sequence[Sequence[int]] = (),
    apart: Apart = lambda left, right: False,
) -> tuple[tuple[int, ...], ...]:
    """Clusters of the rows of a symmetric `similarity` in [0, 1], sorted, each sorted.

    The two groups with the highest mean similarity are joined, as long as it is at least `least`,
    unless they are `apart`, which then holds of all that joins them. Disjoint groups that are
    `together` are never told apart. Found by merging reciprocal nearest neighbours along a chain
    (Murtagh 1983), quadratic in time and space: average link is reducible, a merge never brings
    two groups nearer than they were, so the order of the merges does not matter, and a group
    whose nearest is too far is done.

    >>> similar = np.array([[1, 0.9, 0.1], [0.9, 1, 0.5], [0.1, 0.5, 1]])
    >>> average_link(similar, least=0.4)
    ((0, 1), (2,))
    >>> average_link(similar, least=0.4, together=[(0, 2)])
    ((0, 1, 2),)
    """
    matrix = similarity.copy()
    np.fill_diagonal(matrix, _GONE)
    members = [[i] for i in range(len(matrix))]
    for kept, *others in together:
        for gone in others:
            _merge(matrix, members, kept, gone)
    waiting = list(range(len(matrix) - 1, -1, -1))
    chain: list[int] = []
    while chain or waiting:
        tip = chain[-1] if chain else waiting[-1]
        before = chain[-2] if len(chain) > 1 else None
        nearest = _nearest(matrix[tip], before)
        if not members[tip] or matrix[tip, nearest] < least:
            (chain or waiting).pop()
        elif nearest != before:
            chain += [nearest] if chain else [tip]
        elif apart(members[tip], members[nearest]):
            matrix[tip, nearest] = matrix[nearest, tip] = _GONE
            chain.pop()
        else:
            del chain[-2:]
            _merge(matrix, members, *sorted((tip, nearest)))
    return tuple(sorted(tuple(sorted(cluster)) for cluster in members if cluster))


def _nearest(similarities: Floats, before: int | None) -> int:
    """The most similar group; among equals the one before in the chain, so that chains end."""
    nearest = int(similarities.argmax())
    if before is not None and similarities[before] >= similarities[nearest]:
        return before
    return nearest


def _merge(matrix: Floats, members: list[list[int]], kept: int, gone: int) -> None:
    """Joins two groups; what either is told apart from, or is no longer there, stays so."""
    both = matrix[[kept, gone]]
    mean = np.average(both, axis=0, weights=(len(members[kept]), len(members[gone])))
    mean[(both == _GONE).any(axis=0)] = _GONE
    matrix[kept, :] = matrix[:, kept] = mean
    matrix[gone, :] = matrix[:, gone] = _GONE
    members[kept] += members[gone]
    members[gone] = []
