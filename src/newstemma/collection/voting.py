"""Which articles of a collection are nearest to one, by the features that they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest

from newstemma.collection.features import Fingerprints

__all__ = ["HOLDERS", "Holders", "nearest"]

Holders = Callable[[str], Sequence[int]]
"""The first `HOLDERS` articles, by their numbers, that have a feature."""

HOLDERS = 50  # of a feature: what more hold, a wire story or a stock phrase, is known by the first
_BY_GRAMS = 8
_BY_PAIRS = 12
_GRAMS_SHARED = 2  # fewer are a stock phrase, as in `reuse.candidates`
_PAIRS_SHARED = 2


def nearest(found: Fingerprints, holders: Holders, *, own: int) -> tuple[int, ...]:
    """The numbers of the articles that share most with the one numbered `own`, sorted.

    Each feature counts for more the fewer hold it. Both nets give their nearest.
    """
    by_grams = _counted(found.grams, holders, own, _GRAMS_SHARED)
    by_pairs = _counted(found.pairs, holders, own, _PAIRS_SHARED)
    return tuple(sorted({*_first(by_grams, _BY_GRAMS), *_first(by_pairs, _BY_PAIRS)}))


def _counted(
    features: Sequence[str], holders: Holders, own: int, least: int
) -> Mapping[int, float]:
    """What each article shares, of those that share as many features at least."""
    weights: defaultdict[int, float] = defaultdict(float)
    shared: defaultdict[int, int] = defaultdict(int)
    for feature in features:
        others = [number for number in holders(feature) if number != own]
        for other in others:
            weights[other] += _told(len(others))
            shared[other] += 1
    return {other: weight for other, weight in weights.items() if shared[other] >= least}


def _told(held: int) -> float:
    """What a feature tells that so many others hold: with each doubling, as much less."""
    return math.log2(2 * HOLDERS / held)


def _first(weights: Mapping[int, float], count: int) -> list[int]:
    return nsmallest(count, weights, key=lambda number: (-weights[number], number))
