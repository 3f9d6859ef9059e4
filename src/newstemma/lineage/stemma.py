"""The stemma of a tradition: who was made from whom in a family known to come from one text.

Where all texts are known to be of one tradition and its root is named, far more is known than
from pairs: how near a text is to its parent *against how near others are* to that parent, what
of the root a candidate would have had to hand on, that few texts but the root are retold more
than once, and that a wording, once changed, stays changed, so that along a line of descent texts
are the less alike the farther apart they are.

First the likeliest parents, one by one (a conditional logit over `closeness`) and as a tree
(Chu and Liu 1965, Edmonds 1967); then single texts change their place while that pays, each
further child having its price; then the texts of each line change places within it.

The work grows with the square of the number of texts and more: it is for families, not for piles
(20 texts of 500 words take a third of a second, 40 two seconds, 80 ten).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations

import numpy as np

from newstemma.arborescence import arborescence
from newstemma.lineage.closeness import Matrix, edits, kept, runs, unspoilt
from newstemma.lineage.lines import straightened
from newstemma.lineage.places import settled
from newstemma.lineage.profile import Profile

__all__ = ["SIGNALS", "features", "stemma", "weighed"]

SIGNALS: Mapping[str, Callable[[Sequence[Profile]], Matrix]] = {
    "kept": kept,
    "edits": edits,
    "runs": runs,
}
# Fitted on `rewrite_chains/` and made-up copies by `bench.fit_stemma`. "nearest" is a signal
# against the nearest relative of the parent: it says whether that has a child it is nearer to.
_WEIGHTS: Mapping[str, float] = {
    "kept": 3.37,
    "kept, nearest": 1.12,
    "edits": 2.17,
    "edits, nearest": 4.98,
    "runs": -4.62,
    "runs, nearest": -0.92,
    "unspoilt": 3.07,
    "root": 0.20,
}
_NEVER = -1e9  # log-probability of a text being its own parent
_LEAST = 1e-3  # distance that is none


def stemma(profiles: Sequence[Profile], root: str) -> Mapping[str, str]:
    """The parent of each text but the root, by id.

    The ids have to differ. Raises ValueError where no text has the id `root`.
    """
    return {child: parent for child, (parent, _) in weighed(profiles, root).items()}


def weighed(profiles: Sequence[Profile], root: str) -> Mapping[str, tuple[str, float]]:
    """The parent of each text but the root as in `stemma`, and how probable it is as such.

    Likewise raises ValueError where no text has the id `root`.
    """
    known = sorted(profiles, key=lambda one: one.id)
    first = _place(root, known)
    found = features(known, first)
    worth = _likelihood(found)
    tree = settled(_likeliest(worth, first), worth)
    tree = straightened(tree, worth, found["edits"])
    return {
        known[child].id: (known[parent].id, float(np.exp(worth[parent, child])))
        for child, parent in sorted(tree.items())
    }


def _place(root: str, known: Sequence[Profile]) -> int:
    ids = [one.id for one in known]
    if root not in ids:
        raise ValueError(f"no text has the id {root!r}")
    return ids.index(root)


def features(profiles: Sequence[Profile], root: int) -> Mapping[str, Matrix]:
    """What speaks for each [parent, child], by name."""
    found: dict[str, Matrix] = {}
    for name, signal in SIGNALS.items():
        near = _scaled(signal(profiles))
        others = np.where(np.eye(len(near), dtype=bool), _NEVER, near)
        found[name] = near
        found[f"{name}, nearest"] = near - others.max(axis=1, keepdims=True)
    found["unspoilt"] = _scaled(unspoilt(profiles, root))
    found["root"] = np.zeros_like(found["unspoilt"])
    found["root"][root] = 1.0
    return found


def _scaled(alike: Matrix) -> Matrix:
    """The likeness with the usual distance as the unit: 1 is the same, 0 as far as any two.

    So that light edits of one text are told apart as well as free retellings.
    """
    apart = 1 - alike
    usual = float(np.median(apart[~np.eye(len(apart), dtype=bool)])) if len(apart) > 1 else 1.0
    return np.asarray(1 - apart / max(usual, _LEAST))


def _likelihood(found: Mapping[str, Matrix]) -> Matrix:
    """The log-probability that each is the parent, one of them being it."""
    worth = sum((_WEIGHTS[name] * matrix for name, matrix in found.items()), np.zeros(()))
    np.fill_diagonal(worth, _NEVER)
    worth = worth - worth.max(axis=0)
    return np.asarray(worth - np.log(np.exp(worth).sum(axis=0)))


def _likeliest(worth: Matrix, root: int) -> dict[int, int]:
    """The best arborescence under the root: the parent of each."""
    pairs = permutations(range(len(worth)), 2)
    arcs = ((parent, child, float(worth[parent, child])) for parent, child in pairs)
    return arborescence(len(worth), root, arcs)
