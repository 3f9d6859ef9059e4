"""The best arborescence, against a library that finds it more slowly."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from newstemma.arborescence import Arc, arborescence


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[int, list[Arc]]:
    """Graphs whose root 0 has an arc to every other node."""
    size = draw(st.integers(2, 9))
    worth = st.integers(-50, 50).map(float)
    arcs = [(0, child, draw(worth)) for child in range(1, size)]
    for parent in range(1, size):
        others = [child for child in range(1, size) if child != parent and draw(st.booleans())]
        arcs.extend((parent, child, draw(worth)) for child in others)
    return size, arcs


@given(_graphs())
def test_no_arborescence_is_worth_more(graph: tuple[int, list[Arc]]) -> None:
    size, arcs = graph
    parents = arborescence(size, 0, arcs)
    worth = {(parent, child): value for parent, child, value in arcs}
    tree = nx.DiGraph((parent, child) for child, parent in parents.items())
    assert nx.is_arborescence(tree)
    assert sorted(tree) == list(range(size))
    known = nx.DiGraph()
    known.add_weighted_edges_from(arcs)
    best = nx.maximum_spanning_arborescence(known)
    assert sum(worth[arc] for arc in tree.edges) == sum(worth[arc] for arc in best.edges)


def test_a_long_ring_is_opened_where_it_costs_least() -> None:
    size = 5_000
    ring = [(node, node % (size - 1) + 1, 2.0) for node in range(1, size)]
    entries = [(0, node, float(node == 77)) for node in range(1, size)]
    parents = arborescence(size, 0, [*ring, *entries])
    assert [child for child, parent in parents.items() if parent == 0] == [77]
