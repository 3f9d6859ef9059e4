from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from bench.traditions import neighbour_joining, sign_similarity

LINE = nx.path_graph(["a", "b", "c", "d"])


def test_a_tree_is_like_itself() -> None:
    assert sign_similarity(LINE, LINE, ["a", "b", "c", "d"]) == 1.0


def test_one_text_in_the_wrong_place_costs_the_comparisons_it_is_in() -> None:
    turned = nx.path_graph(["a", "c", "b"])
    # b is nearer to a than c is; of b, a and c are as near; of c, b is nearer than a.
    assert sign_similarity(nx.path_graph(["a", "b", "c"]), turned, ["a", "b", "c"]) == (
        pytest.approx((0 + 0.5 + 0.5) / 3)
    )


def test_lost_texts_count_as_steps() -> None:
    through = nx.Graph([("a", "lost"), ("lost", "b"), ("a", "c")])
    beside = nx.Graph([("a", "b"), ("a", "c")])
    assert sign_similarity(through, beside, ["a", "b", "c"]) < 1


def test_neighbours_are_joined_first() -> None:
    apart = np.array([[0, 1, 4, 4], [1, 0, 4, 4], [4, 4, 0, 1], [4, 4, 1, 0]], dtype=float)
    tree = neighbour_joining(apart)
    assert nx.shortest_path_length(tree, 0, 1) == 2
    assert nx.shortest_path_length(tree, 2, 3) == 2
    assert nx.shortest_path_length(tree, 0, 2) == 3


def test_one_text_is_a_tree() -> None:
    assert len(neighbour_joining(np.zeros((1, 1)))) == 1
