"""Which of many kept texts a new one was most likely made from: retrieval by containment.

A retelling is shorter than its source and mixes in words of its own, so what counts is what of
the *source* comes back in it: words, pairs of neighbours, and pairs with one word between them,
each weighed by the square of its rarity. What is rare is told by the language as well as by the
collection, so that a small collection ranks as a large one does.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.lineage.evidence import weight_of
from newstemma.lineage.profile import Profile

__all__ = ["Collection", "collection", "nearest"]

# Set on `rewrites/` by `bench.rewrites`: _FAIRNESS from .25 to .45, _LANGUAGE from 30 to 100 and
# _WORD from 2 to 3 do as well.
_LANGUAGE = 100.0  # texts that the language's table of rarities counts for beside the collection
_WORD = 2.0  # what a word counts beside a pair
_FAIRNESS = 0.35  # power of a text's whole weight that it is divided by: 0 favours long texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Kept texts with an index: `holders` gives the texts that have a word or pair of words.

    `worth` says what sharing it counts, `totals` what all that a text has would.
    """

    ids: tuple[str, ...]
    totals: tuple[float, ...]
    holders: Mapping[Hashable, Sequence[int]]
    worth: Mapping[Hashable, float]


def collection(profiles: Iterable[Profile]) -> Collection:
    """Indexes the texts to look among."""
    kept = sorted(profiles, key=lambda profile: profile.id)
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    rarities: dict[Hashable, float] = {}
    for number, profile in enumerate(kept):
        for unit, rarity in _units(profile):
            holders[unit].append(number)
            rarities.setdefault(unit, rarity)
    worth = {unit: _worth(unit, r, len(holders[unit]), len(kept)) for unit, r in rarities.items()}
    return Collection(
        ids=tuple(profile.id for profile in kept),
        totals=tuple(math.fsum(worth[unit] for unit, _ in _units(one)) for one in kept),
        holders=dict(holders),
        worth=worth,
    )


def nearest(profile: Profile, among: Collection, *, most: int = 5) -> tuple[str, ...]:
    """The ids of the likeliest sources of a text, the likeliest first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for unit, _ in _units(profile):
        for number in among.holders.get(unit, ()):
            scores[number] += among.worth[unit]
    fair = {n: score / among.totals[n] ** _FAIRNESS for n, score in scores.items() if score}
    ranked = sorted(fair, key=lambda n: (-fair[n], among.ids[n]))
    found = [among.ids[number] for number in ranked if among.ids[number] != profile.id]
    return tuple(found[:most])


def _units(profile: Profile) -> Iterator[tuple[Hashable, float]]:
    """What a text holds, each once and in the order of the text, with its rarity in nats."""
    yield from ((s, w) for s, w in profile.weights.items() if s in profile.content)
    yield from ((pair, weight_of(profile, pair)) for pair in profile.pairs)
    yield from (((one, "", two), weight_of(profile, (one, two))) for one, two in profile.turns)


def _worth(unit: Hashable, rarity: float, holders: int, texts: int) -> float:
    expected = holders + _LANGUAGE * math.exp(-rarity)
    worth = math.log((texts + _LANGUAGE) / expected) ** 2
    return _WORD * worth if isinstance(unit, str) else worth
