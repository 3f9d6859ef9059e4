"""Which of many kept texts a new one was most likely made from: retrieval by containment.

A retelling is shorter than its source and mixes in words of its own, so what counts is what of
the *source* comes back in it, weighed by how rare it is, in the language and in the collection.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newstemma.lineage.evidence import weight_of
from newstemma.lineage.profile import Profile

__all__ = ["Collection", "collection", "nearest"]

# Set on `rewrites/` by `bench.rewrites`: anything from 1 to 5 and from .25 to .5 does as well.
_PAIR = 3.0  # what a pair of neighbouring words counts, in nats of the language
_FAIRNESS = 0.4  # power of a text's whole weight that it is divided by: 0 favours long texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Kept texts with an index: `holders` gives the texts that have a stem or pair of stems."""

    ids: tuple[str, ...]
    totals: tuple[float, ...]
    holders: Mapping[Hashable, Sequence[int]]


def collection(profiles: Iterable[Profile]) -> Collection:
    """Indexes the texts to look among."""
    kept = sorted(profiles, key=lambda profile: profile.id)
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, profile in enumerate(kept):
        for unit in (*profile.content, *profile.pairs):
            holders[unit].append(number)
    return Collection(
        ids=tuple(profile.id for profile in kept),
        totals=tuple(weight_of(profile, profile.content) or 1.0 for profile in kept),
        holders=dict(holders),
    )


def nearest(profile: Profile, among: Collection, *, most: int = 5) -> tuple[str, ...]:
    """The ids of the likeliest sources of a text, the likeliest first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for unit, worth in _units(profile):
        holders = among.holders.get(unit, ())
        gain = worth * math.log((len(among.ids) + 1) / max(len(holders), 1))
        for number in holders:
            scores[number] += gain
    fair = {n: score / among.totals[n] ** _FAIRNESS for n, score in scores.items()}
    ranked = sorted(fair, key=lambda n: (-fair[n], among.ids[n]))
    return tuple(among.ids[number] for number in ranked[:most] if among.ids[number] != profile.id)


def _units(profile: Profile) -> Iterable[tuple[Hashable, float]]:
    """What a text holds, in its order, with what each tells."""
    yield from ((s, w) for s, w in profile.weights.items() if s in profile.content)
    yield from ((pair, _PAIR) for pair in profile.pairs)
