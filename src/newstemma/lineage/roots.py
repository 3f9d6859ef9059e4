"""The root of a family of texts that all come from one of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from newstemma.lineage.closeness import edits
from newstemma.lineage.model import score_pair
from newstemma.lineage.odds import log_odds
from newstemma.lineage.profile import Profile

__all__ = ["root_of"]

# Log-odds, per unit of likeness. Set on `rewrite_chains/` by `bench.chains`: .91 of the roots,
# against .78 by direction alone and .78 by likeness alone.
_APART = 9.0


def root_of(profiles: Sequence[Profile]) -> str:
    """The id of the text that the others most likely come from; there has to be one.

    The others are later than it, by the mean of the pairs' log-odds; and no other is much like
    it, for the first retelling changes more than those after it.
    """
    known = sorted(profiles, key=lambda one: one.id)
    odds = _older(known)
    worth = odds - _APART * edits(known).max(axis=1)
    return known[int(worth.argmax())].id


def _older(known: Sequence[Profile]) -> NDArray[np.float64]:
    """The mean log-odds that the others are later, for each."""
    odds = np.zeros(len(known))
    for one, other in combinations(range(len(known)), 2):
        later = log_odds(score_pair(known[one], known[other]).later(known[other].id))
        odds[one] += later
        odds[other] -= later
    return odds / max(len(known) - 1, 1)
