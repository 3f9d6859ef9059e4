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
    """Of a million pairs of openings, how many share two runs of five words; related ones none.

    `real` and `generated` texts among themselves, and pairs of one of each (`across`).
    """
    real = corpus.real
    unrelated = [base for base in real.texts if not base.event]
    Random(_SEED).shuffle(unrelated)
    walk = Walk([base.text for base in real.texts])
    walked = walk.texts(2 * _TEXTS, np.random.default_rng(_SEED))
    made = [Base(id=str(place), text=text) for place, text in enumerate(walked)]
    openings = [*_openings(unrelated), *_openings(made)]
    generated = {base.id for base in made}
    apart = real.related | real.furnished
    met = [sum(name in generated for name in pair) for pair in _alike(openings) - apart]
    there = sum(name in generated for name, _ in openings)
    born = len(openings) - there
    return {
        "chance.real": _in_a_million(met.count(0), born * (born - 1) // 2),
        "chance.across": _in_a_million(met.count(1), born * there),
        "chance.generated": _in_a_million(met.count(2), there * (there - 1) // 2),
    }


def _in_a_million(met: int, pairs: int) -> float:
    return met / max(pairs, 1) * 1e6


def _openings(texts: Sequence[Base]) -> list[tuple[str, list[str]]]:
    whole = ((base.id, words(base.text)[:_OPENING]) for base in texts)
    return [one for one in whole if len(one[1]) == _OPENING][:_TEXTS]


def _alike(openings: Sequence[tuple[str, list[str]]]) -> set[Pair]:
    """The pairs that share so many grams."""
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, opening in openings:
        for gram in {tuple(opening[i : i + _GRAM]) for i in range(_OPENING - _GRAM + 1)}:
            holders[gram].append(name)
    shared = Counter(
        ordered(*pair) for names in holders.values() for pair in combinations(names, 2)
    )
    return {pair for pair, count in shared.items() if count >= _SHARED}
