"""How alike two unrelated articles are by chance, real ones and generated ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from random import Random

import numpy as np

from bench.planted.corpus import Planted
from bench.planted.real import Base, Pair, ordered, words
from bench.planted.walk import Walk

__all__ = ["chance"]

_TEXTS = 800
_OPENING = 250  # words of each, so that length does not matter
_GRAM = 5
_SHARED = 2  # grams: what a join by word runs asks for at least
_SEED = 11


def chance(corpus: Planted) -> dict[str, float]:
    """Of a million pairs of openings, how many share two runs of five words; related ones none."""
    real = corpus.real
    unrelated = [base for base in real.texts if not base.event]
    Random(_SEED).shuffle(unrelated)
    walk = Walk([base.text for base in real.texts])
    walked = walk.texts(2 * _TEXTS, np.random.default_rng(_SEED))
    made = [Base(id=str(place), text=text) for place, text in enumerate(walked)]
    apart = real.related | real.furnished
    return {
        "chance.real": _alike(unrelated, apart),
        "chance.generated": _alike(made, frozenset()),
    }


def _alike(texts: Sequence[Base], apart: frozenset[Pair]) -> float:
    openings = ((base.id, words(base.text)[:_OPENING]) for base in texts)
    whole = [one for one in openings if len(one[1]) == _OPENING][:_TEXTS]
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, opening in whole:
        for gram in {tuple(opening[i : i + _GRAM]) for i in range(_OPENING - _GRAM + 1)}:
            holders[gram].append(name)
    shared = Counter(
        ordered(*pair) for names in holders.values() for pair in combinations(names, 2)
    )
    alike = sum(count >= _SHARED and pair not in apart for pair, count in shared.items())
    return alike / max(len(whole) * (len(whole) - 1) / 2, 1) * 1e6
