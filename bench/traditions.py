"""Text traditions with a known tree: how alike are it and the tree that is found?

    python -m bench.traditions --data DIR --json

The average sign similarity of Roos and Heikkilä (2009), "Evaluating methods for computer-assisted
stemmatology using artificial benchmark data sets": over all texts A and each two others B and C,
1 - |sign(d(A,B) - d(A,C)) - sign(d'(A,B) - d'(A,C))| / 2, where d counts the edges between two
texts in the one tree and d' in the other, texts that are lost among them. The baseline is
neighbour joining (Saitou and Nei 1987) on the share of words that differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from bench.corpora import read
from bench.figures import arguments, missing, show
from newstemma.lineage.closeness import edits
from newstemma.lineage.profile import Profile
from newstemma.lineage.roots import root_of
from newstemma.lineage.stemma import stemma

__all__ = ["measure", "neighbour_joining", "sign_similarity"]

_NODE = re.compile(r'^\s*"?(?P<name>[^"\[\]]+?)"?\s*\[(?P<attributes>[^\]]*)\]')
_EDGE = re.compile(r'^\s*"?(?P<one>[^"\[\]]+?)"?\s*-[->]\s*"?(?P<other>[^"\[\];]+?)"?\s*(?:\[|;|$)')

Distances = NDArray[np.float64]


def main() -> None:
    """Prints the figures of `traditions/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """The average sign similarity of each tradition, followed by its baseline."""
    stemmata = sorted((data / "traditions").glob("*/stemma.dot"))
    if not stemmata:
        missing(data / "traditions")
    figures: dict[str, float] = {}
    for path in stemmata:
        figures |= _measured(path.parent)
    return figures


def _measured(folder: Path) -> dict[str, float]:
    true = _true_tree(folder / "stemma.dot")
    paths = sorted((folder / "witnesses").glob("*.txt"))
    texts = [read(path.stem, path.read_text(encoding="utf-8")) for path in paths]
    texts = [one for one in texts if one.id in true]
    name = f"traditions.{folder.name}.sign_similarity"
    names = [one.id for one in texts]
    return {
        name: sign_similarity(true, _drawn(texts), names),
        f"baseline.{name}": sign_similarity(true, _joined(texts), names),
    }


def _true_tree(path: Path) -> nx.Graph:
    """The nodes and edges of a file in the DOT language, one to a line."""
    tree = nx.Graph()
    for line in path.read_text(encoding="utf-8").splitlines():
        if edge := _EDGE.match(line):
            tree.add_edge(edge["one"], edge["other"])
        elif node := _NODE.match(line):
            tree.add_node(node["name"])
    return tree


def _drawn(texts: Sequence[Profile]) -> nx.Graph:
    return nx.Graph((child, parent) for child, parent in stemma(texts, root_of(texts)).items())


def _joined(texts: Sequence[Profile]) -> nx.Graph:
    tree = neighbour_joining(1 - edits(texts))
    return nx.relabel_nodes(tree, dict(enumerate(one.id for one in texts)))


def sign_similarity(true: nx.Graph, found: nx.Graph, names: Sequence[str]) -> float:
    """How often the two trees agree on which of two texts is nearer to a third, from 0 to 1."""
    one, other = (_steps(tree, names) for tree in (true, found))
    agreed = [
        1 - abs(_sign(one, a, b, c) - _sign(other, a, b, c)) / 2
        for a in range(len(names))
        for b, c in combinations([place for place in range(len(names)) if place != a], 2)
    ]
    return float(np.mean(agreed)) if agreed else 1.0


def _sign(steps: Distances, text: int, one: int, other: int) -> float:
    return float(np.sign(steps[text, one] - steps[text, other]))


def _steps(tree: nx.Graph, names: Sequence[str]) -> Distances:
    lengths = dict(nx.all_pairs_shortest_path_length(tree))
    return np.array([[lengths[one].get(other, np.inf) for other in names] for one in names])


def neighbour_joining(distances: Distances) -> nx.Graph:
    """The tree of Saitou and Nei (1987) over the rows; inner nodes are numbered on."""
    tree = nx.Graph()
    tree.add_nodes_from(range(len(distances)))
    apart = {frozenset(p): float(distances[p]) for p in combinations(range(len(distances)), 2)}
    left = list(range(len(distances)))
    while len(left) > 2:
        one, other = _neighbours(left, apart)
        node = len(tree)
        left = [place for place in left if place not in (one, other)]
        for third in left:
            ways = apart[frozenset((one, third))] + apart[frozenset((other, third))]
            apart[frozenset((node, third))] = (ways - apart[frozenset((one, other))]) / 2
        tree.add_edges_from(((node, one), (node, other)))
        left.append(node)
    tree.add_edges_from(combinations(left, 2))
    return tree


def _neighbours(left: Sequence[int], apart: dict[frozenset[int], float]) -> tuple[int, int]:
    total = {
        one: sum(apart[frozenset((one, other))] for other in left if other != one) for one in left
    }
    return min(
        combinations(left, 2),
        key=lambda pair: (len(left) - 2) * apart[frozenset(pair)] - total[pair[0]] - total[pair[1]],
    )


if __name__ == "__main__":
    main()
