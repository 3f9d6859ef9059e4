"""The best arborescence of a sparse graph (Chu and Liu 1965, Edmonds 1967).

By Tarjan's method (1977): a path grows backwards along the best arcs until it reaches the root,
or its own tail, and then the cycle becomes one node. The arcs into a node lie in a heap; of two
heaps the smaller goes into the larger, so that time is m log² n for m arcs.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

__all__ = ["Arc", "arborescence"]

Arc = tuple[int, int, float]
"""Parent, child, and what the arc is worth."""


def arborescence(size: int, root: int, arcs: Iterable[Arc]) -> dict[int, int]:
    """The parent of each of the nodes 0 to `size` but the root, worth most together.

    Each has to be within reach of the root. Of arcs worth the same, the one from the lower parent
    is taken.

    >>> arborescence(3, 0, [(0, 1, 1.0), (0, 2, 5.0), (1, 2, 9.0), (2, 1, 7.0)])
    {2: 0, 1: 2}
    """
    forest = _Forest(size, arcs)
    settled = {root}
    for start in range(size):
        path: list[int] = []
        node = forest.outer(start)
        while node not in settled:
            path.append(node)
            node = forest.outer(forest.choose(node))
            if node in path:
                at = path.index(node)
                node = forest.contract(path[at:])
                del path[at:]
        settled.update(path)
    return forest.expanded(root)


class _Forest:
    """Nodes, each with the arcs into it; some are cycles of others, and stand for them."""

    def __init__(self, size: int, arcs: Iterable[Arc]) -> None:
        self._around = list(range(size))  # the cycle that a node is in, itself if in none
        self._found = list(range(size))  # some cycle around it, to find the outermost soon
        self._chosen: dict[int, tuple[int, int]] = {}
        self._cost = [0.0] * size  # taken off each entry of the heap
        self._heaps: list[list[tuple[float, int, int]]] = [[] for _ in range(size)]
        for parent, child, worth in arcs:
            self._heaps[child].append((-worth, parent, child))
        for heap in self._heaps:
            heapify(heap)

    def outer(self, node: int) -> int:
        """The outermost cycle that the node is in."""
        found = self._found
        while found[node] != node:
            found[node] = node = found[found[node]]
        return node

    def choose(self, node: int) -> int:
        """Takes the best arc into a node, against which all others count from then on."""
        heap = self._heaps[node]
        cost, parent, child = heappop(heap)
        while self.outer(parent) == node:
            cost, parent, child = heappop(heap)
        self._cost[node] = cost
        self._chosen[node] = parent, child
        return parent

    def contract(self, cycle: list[int]) -> int:
        """Makes one node of a cycle."""
        new = len(self._heaps)
        largest = max(cycle, key=lambda node: len(self._heaps[node]))
        heap, base = self._heaps[largest], self._cost[largest]
        for node in cycle:
            self._around[node] = self._found[node] = new
            if node != largest:
                for cost, parent, child in self._heaps[node]:
                    heappush(heap, (cost - self._cost[node] + base, parent, child))
                self._heaps[node] = []
        self._heaps.append(heap)
        self._cost.append(base)
        self._around.append(new)
        self._found.append(new)
        return new

    def expanded(self, root: int) -> dict[int, int]:
        """The parent of each node, each cycle open where the arc into it ends."""
        parents: dict[int, int] = {}
        entered = {root}
        for node in reversed(range(len(self._heaps))):
            if node not in entered:
                parent, inner = self._chosen[node]
                parents[inner] = parent
                while inner != node:
                    entered.add(inner)
                    inner = self._around[inner]
        return parents
