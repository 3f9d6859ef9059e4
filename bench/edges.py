"""Derivations claimed between reports on one event in `ecbplus/`, judged one by one.

    python -m bench.edges [--data DIR] [--json]

Thirty of the edges that `report` draws over all the reports are drawn with a fixed seed (all,
where there are fewer) and looked up in `judged/edges.jsonl`, which says, after a reading of both
reports, whether the one was made from the other: `edges_judged_right` is the share of those
judged. The baseline has as many edges, each from a report to its nearest by TF-IDF of words and
pairs of words, the likest first. An edge that nobody has judged yet counts in `edges_unjudged`
alone; `claimed` says how many edges there are of each kind.

A line of the judgements names two reports, where in their texts (offsets in code points, the
tokens of the set put together as `bench.corpora` does) stands what decides, the verdict and the
reason. A baseline edge is judged as the pair: the longer is taken for the parent.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.corpora import rows
from bench.figures import arguments, missing, share, show
from bench.stories import closely_read
from newstemma.lineage.family import family
from newstemma.records import DerivationKind, Witness

__all__ = ["Edge", "claimed", "drawn", "measure", "nearest"]

_JUDGED = Path(__file__).with_name("judged") / "edges.jsonl"
_DRAWN = 30
_SEED = 20

Edge = tuple[str, str]
"""The names of a child and its parent."""


def main() -> None:
    """Prints the figures of `ecbplus/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """The share judged right, followed by its baseline, and how many are claimed of each kind."""
    if not (data / "ecbplus").exists():
        missing(data / "ecbplus")
        return {}
    witnesses = [witness for _, witness in closely_read(data)]
    edges = claimed(witnesses)
    known = {(row["child"], row["parent"]): row["verdict"] == "right" for row in rows(_JUDGED)}
    ours = _figures(drawn(list(edges)), known)
    theirs = _figures(drawn(nearest(witnesses, len(edges))), known)
    kinds = Counter(edges.values())
    return {
        **{f"stories.{name}": value for name, value in ours.items()},
        **{f"baseline.stories.{name}": value for name, value in theirs.items()},
        **{f"stories.claimed.{kind}": float(kinds[kind]) for kind in DerivationKind},
    }


def claimed(witnesses: Sequence[Witness]) -> dict[Edge, DerivationKind]:
    """The kinds of the edges that `report` draws."""
    return {(edge.child, edge.parent): edge.kind for edge in family(witnesses).derivations}


def nearest(witnesses: Sequence[Witness], total: int) -> list[Edge]:
    """So many edges to the nearest text, the likest first; the longer of two is the parent."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(
        [witness.text for witness in witnesses]
    )
    likeness = (vectors @ vectors.T).toarray()
    np.fill_diagonal(likeness, 0.0)
    found: dict[Edge, float] = {}
    for place, other in enumerate(likeness.argmax(axis=1).tolist()):
        pair = (witnesses[place], witnesses[other])
        child, parent = sorted(pair, key=lambda one: (len(one.words), one.id))
        found[child.id, parent.id] = float(likeness[place, other])
    return sorted(found, key=lambda edge: (-found[edge], edge))[:total]


def drawn(edges: Sequence[Edge]) -> list[Edge]:
    """Thirty of the edges, whatever their order; always the same ones."""
    chosen = random.Random(_SEED).sample(sorted(edges), min(_DRAWN, len(edges)))
    return sorted(chosen)


def _figures(edges: Sequence[Edge], known: Mapping[Edge, bool]) -> dict[str, float]:
    judged = [known[edge] for edge in edges if edge in known]
    return {
        "edges_judged_right": share(judged),
        "edges_unjudged": float(len(edges) - len(judged)),
    }


if __name__ == "__main__":
    main()
