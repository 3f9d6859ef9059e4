from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

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


def _forbidden(pair: set[int]) -> Callable[[Sequence[int], Sequence[int]], bool]:
    return lambda left, right: any({i, j} == pair for i in left for j in right)


def test_what_is_apart_is_not_joined_and_the_others_go_to_the_nearer() -> None:
    matrix = np.array(
        [[1, 0.9, 0.8, 0.5], [0.9, 1, 0.5, 0.8], [0.8, 0.5, 1, 0.4], [0.5, 0.8, 0.4, 1]]
    )
    assert average_link(matrix, least=0.4) == ((0, 1, 2, 3),)
    assert average_link(matrix, least=0.4, apart=_forbidden({0, 1})) == ((0, 2), (1, 3))


def test_what_was_told_apart_stays_so_whatever_joins_it() -> None:
    asked: list[tuple[int, ...]] = []

    def apart(left: Sequence[int], right: Sequence[int]) -> bool:
        asked.append(tuple(sorted([*left, *right])))
        return set(left) | set(right) == {0, 1}

    matrix = np.array([[1, 0.9, 0.8], [0.9, 1, 0.8], [0.8, 0.8, 1]])
    assert average_link(matrix, least=0.4, apart=apart) == ((0, 2), (1,))
    assert (0, 1, 2) not in asked


def test_what_is_together_is_one_cluster_however_unlike() -> None:
    matrix = np.array([[1, 0.9, 0.0], [0.9, 1, 0.0], [0.0, 0.0, 1]])
    assert average_link(matrix, least=0.4, together=[(1, 2)]) == ((0, 1, 2),)
    assert average_link(matrix, least=0.5, together=[(1, 2)]) == ((0,), (1, 2))


@given(st.integers(0, 2**20), st.integers(2, 12))
def test_no_cluster_holds_two_that_are_apart(seed: int, size: int) -> None:
    half = np.random.default_rng(seed).random((size, size))
    clusters = average_link((half + half.T) / 2, least=0.2, apart=_forbidden({0, 1}))
    assert sorted(i for cluster in clusters for i in cluster) == list(range(size))
    assert not any({0, 1} <= set(cluster) for cluster in clusters)


def test_the_matrix_is_left_as_it_was() -> None:
    matrix = np.full((3, 3), 0.5)
    average_link(matrix, least=0.1)
    assert (matrix == 0.5).all()
