from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from newstemma.lineage.linkage import average_link

Matrix = NDArray[np.float64]


def _naive(matrix: Matrix, least: float) -> set[tuple[int, ...]]:
    """Joins the two most similar groups again and again, as the definition says."""
    groups: list[tuple[int, ...]] = [(i,) for i in range(len(matrix))]
    while len(groups) > 1:
        pairs = list(itertools.combinations(groups, 2))
        means = [float(np.mean([matrix[i, j] for i in a for j in b])) for a, b in pairs]
        best = max(range(len(pairs)), key=means.__getitem__)
        if means[best] < least:
            break
        a, b = pairs[best]
        groups = [g for g in groups if g not in (a, b)] + [tuple(sorted(a + b))]
    return set(groups)


@pytest.mark.parametrize("least", [0.3, 0.5, 0.7])
@pytest.mark.parametrize("seed", range(8))
def test_clusters_are_those_of_the_definition(seed: int, least: float) -> None:
    half = np.random.default_rng(seed).random((14, 14))
    matrix = (half + half.T) / 2
    assert set(average_link(matrix, least=least)) == _naive(matrix, least)


@given(st.integers(0, 8), st.integers(0, 3))
def test_equal_similarities_come_to_an_end(size: int, tenths: int) -> None:
    clusters = average_link(np.full((size, size), tenths / 10), least=0.2)
    assert sorted(i for cluster in clusters for i in cluster) == list(range(size))


def test_the_matrix_is_left_as_it_was() -> None:
    matrix = np.full((3, 3), 0.5)
    average_link(matrix, least=0.1)
    assert (matrix == 0.5).all()
