"""Which articles of a collection are nearest to one, by the features that they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest

from newstemma.collection.features import Fingerprints

__all__ = ["HOLDERS", "Holders", "Lengths", "nearest"]

Holders = Mapping[str, Sequence[int]]
"""The first `HOLDERS` articles, by their numbers, that have a feature; a feature that nobody has
may be absent."""

Lengths = Callable[[Sequence[int]], Mapping[int, int]]
"""Gives the lengths of articles in words, by their numbers."""

# These were set on topics 1-20 of ecbplus and on 300 families of `rewrites/`, added in a random
# order. Of the pairs of one event .956 and of one family .954 come to be drawn together; without
# `_NEAR` and `_LEAST` .956 and .955, and 263 articles of unrelated families as well, not 92.
HOLDERS = 50  # of a feature: what more hold, a wire story or a stock phrase, is known by the first
_SHARED = 2  # fewer are chance
_FIRST = 24  # by weight; of these
_NEAREST = 12  # are taken that are near
_NEAR = 0.08
_LEAST = 0.25  # told by a feature that `HOLDERS` hold: a notice ties nobody, a whole copy does


def nearest(
    found: Fingerprints, holders: Holders, lengths: Lengths, *, own: int
) -> tuple[int, ...]:
    """The numbers of the articles that share most with the one numbered `own`, sorted.

    Each feature counts for more the fewer hold it, and the whole for less the longer both are.
    """
    weights = _weights(found.pairs, holders, own)
    first = nsmallest(_FIRST, weights, key=lambda number: (-weights[number], number))
    known = lengths(first)
    usual = len(found.pairs) / math.sqrt(found.words or 1)
    near = [one for one in first if weights[one] >= _NEAR * usual * math.sqrt(known[one])]
    return tuple(sorted(near[:_NEAREST]))


def _weights(features: Sequence[str], holders: Holders, own: int) -> Mapping[int, float]:
    """What each article shares, of those that share enough features."""
    weights: defaultdict[int, float] = defaultdict(float)
    shared: defaultdict[int, int] = defaultdict(int)
    for feature in features:
        others = [number for number in holders.get(feature, ()) if number != own]
        told = _told(len(others)) if others else 0.0
        for other in others:
            weights[other] += told
            shared[other] += 1
    return {other: weight for other, weight in weights.items() if shared[other] >= _SHARED}


def _told(held: int) -> float:
    """What a feature tells that so many others hold: with each doubling, as much less."""
    return max(math.log2(HOLDERS / held), _LEAST)
