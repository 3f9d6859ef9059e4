"""The best tree is the best, and a tree."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newstemma.text.parse.heads import Floats, best_tree

_SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float32, (n, n), elements=st.integers(-9, 9).map(float))
)


def _is_tree(heads: tuple[int, ...]) -> bool:
    roots = [node for node, head in enumerate(heads) if head == node]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        node = start
        for _ in heads:
            node = heads[node]
        if node != roots[0]:
            return False
    return True


def _worth(scores: Floats, heads: tuple[int, ...]) -> float:
    return float(sum(scores[node, head] for node, head in enumerate(heads)))


@given(_SCORES)
@settings(max_examples=60, deadline=None)
def test_no_tree_scores_higher_than_the_best(scores: Floats) -> None:
    found = tuple(best_tree(scores).tolist())
    trees = [t for t in product(range(len(scores)), repeat=len(scores)) if _is_tree(t)]
    assert _is_tree(found)
    assert _worth(scores, found) == max(_worth(scores, tree) for tree in trees)


def test_a_cycle_of_good_arcs_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0, 9, 1], [9, 1, 1], [5, 1, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [1, 1, 0]


def test_of_two_good_roots_one_stays() -> None:
    scores = np.array([[9, 0], [3, 8]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 0]
