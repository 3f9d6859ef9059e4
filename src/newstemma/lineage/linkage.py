"""Average-link clustering."""

from __future__ import annotations

import numpy as np

from newstemma.reuse.join import Floats

__all__ = ["average_link"]

_GONE = -1.0


def average_link(similarity: Floats, *, least: float) -> tuple[tuple[int, ...], ...]:
    """Clusters of the rows of a symmetric `similarity` in [0, 1], sorted, each sorted.

    The two groups with the highest mean similarity are joined, as long as it is at least
    `least`. Found by merging reciprocal nearest neighbours along a chain (Murtagh 1983):
    average link is reducible, a merge never brings two groups nearer than they were, so the
    order of the merges does not matter, and a group whose nearest is too far is done.

    >>> average_link(np.array([[1, 0.9, 0.1], [0.9, 1, 0.5], [0.1, 0.5, 1]]), least=0.4)
    ((0, 1), (2,))
    """
    matrix = similarity.copy()
    np.fill_diagonal(matrix, _GONE)
    members = [[i] for i in range(len(matrix))]
    waiting = list(range(len(matrix) - 1, -1, -1))
    chain: list[int] = []
    while chain or waiting:
        tip = chain[-1] if chain else waiting[-1]
        before = chain[-2] if len(chain) > 1 else None
        nearest = _nearest(matrix[tip], before)
        if not members[tip] or matrix[tip, nearest] < least:
            (chain or waiting).pop()
        elif nearest == before:
            del chain[-2:]
            _merge(matrix, members, *sorted((tip, nearest)))
        else:
            chain += [nearest] if chain else [tip]
    return tuple(sorted(tuple(sorted(cluster)) for cluster in members if cluster))


def _nearest(similarities: Floats, before: int | None) -> int:
    """The most similar group; among equals the one before in the chain, so that chains end."""
    nearest = int(similarities.argmax())
    if before is not None and similarities[before] >= similarities[nearest]:
        return before
    return nearest


def _merge(matrix: Floats, members: list[list[int]], kept: int, gone: int) -> None:
    sizes = len(members[kept]), len(members[gone])
    mean = np.average(matrix[[kept, gone]], axis=0, weights=sizes)
    mean[matrix[gone] == _GONE] = _GONE
    mean[[kept, gone]] = _GONE
    matrix[kept, :] = matrix[:, kept] = mean
    matrix[gone, :] = matrix[:, gone] = _GONE
    members[kept] += members[gone]
    members[gone] = []
