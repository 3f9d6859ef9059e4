"""The features by which texts find each other, of many texts at once, compiled.

Two nets. Winnowed five-word grams (Schleimer, Wilkerson and Aiken 2003) find copies and shared
passages. Pairs of neighbouring rare words, in either order, find rewrites: names, numbers and
rare words keep their company when everything around them is put in other words, and what a pair
of them tells is hardly ever chance. In scripts without spaces, two characters stand for a word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.alphabet import UNSPACED_ONES
from newstemma.reuse.kernels.arrays import Hashes, Kinds, Places
from newstemma.reuse.kernels.lookup import Table, found_in
from newstemma.reuse.kernels.tokens import Tokens, mixed
from newstemma.reuse.passages import GRAM

__all__ = ["RARE", "WINDOW", "Fingerprints", "fingerprints", "grams_of"]

WINDOW = 4  # grams: one in a window is kept, so a shared run of eight words is never missed
# Nats. At three false pairs in ten articles, 2,665 unrelated ones, pairs of words of 2, 3 and 4
# nats find .94, .91 and .89 of the manipulated texts of `rewrites/`, all alike the rewrites (.98);
# pairs with the next word but one cost twice as much and find as many.
RARE = 2.0

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_NONE = np.uint64(0)
_UNSPACED = np.uint8(UNSPACED_ONES >> 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """The features of texts. Text t has the grams `gram_starts[t]` to `gram_starts[t + 1]`.

    `same` is the hash of all words of a text in their order, 0 where it has none. Of a text that
    repeats itself, a feature may be listed more than once.
    """

    gram_starts: Places
    grams: Hashes
    pair_starts: Places
    pairs: Hashes
    same: Hashes


def fingerprints(words: Tokens, rarities: Table) -> Fingerprints:
    """The features of the texts; `rarities` holds the rarity in nats of known words."""
    gram_starts, grams = _winnowed(words.starts, words.key)
    pair_starts, pairs = _pairs(words.starts, words.key, words.kind, rarities)
    return Fingerprints(
        gram_starts=gram_starts,
        grams=grams,
        pair_starts=pair_starts,
        pairs=pairs,
        same=_same(words.starts, words.key),
    )


@njit(cache=True, nogil=True)
def grams_of(key: Hashes) -> Hashes:
    """The hash of every five-word gram of a text, whose words are `key`, in their order."""
    grams = np.empty(max(len(key) - GRAM + 1, 0), np.uint64)
    oldest = _MULTIPLIER
    for _ in range(GRAM - 1):
        oldest *= _MULTIPLIER
    state = _NONE
    for word in range(len(key)):
        state = (state + key[word]) * _MULTIPLIER
        if word >= GRAM:
            state -= key[word - GRAM] * oldest * _MULTIPLIER
        if word >= GRAM - 1:
            grams[word - GRAM + 1] = mixed(state)
    return grams


@njit(cache=True, nogil=True)
def _winnowed(starts: Places, key: Hashes) -> tuple[Places, Hashes]:
    kept = np.empty(len(key), np.uint64)
    ends = np.zeros(len(starts), np.int64)
    count = 0
    for text in range(len(starts) - 1):
        grams = grams_of(key[starts[text] : starts[text + 1]])
        last = _NONE
        window = min(WINDOW, len(grams))
        for first in range(len(grams) - window + 1 if window else 0):
            least = grams[first]
            for place in range(first + 1, first + window):
                least = min(least, grams[place])
            if least != last:
                kept[count] = last = least
                count += 1
        ends[text + 1] = count
    return ends, kept[:count]


@njit(cache=True, nogil=True)
def _pairs(starts: Places, key: Hashes, kind: Kinds, rarities: Table) -> tuple[Places, Hashes]:
    kept = np.empty(len(key), np.uint64)
    ends = np.zeros(len(starts), np.int64)
    count = 0
    for text in range(len(starts) - 1):
        before = last = _NONE
        for word in range(starts[text], starts[text + 1]):
            term = key[word]
            if kind[word] == _UNSPACED:
                if word + 1 == starts[text + 1] or kind[word + 1] != _UNSPACED:
                    continue
                term = mixed((term ^ _MULTIPLIER) * _MULTIPLIER ^ key[word + 1])
            else:
                place = found_in(rarities, term)
                if place >= 0 and rarities.values[place] < RARE:
                    continue
            if before != _NONE and before != term:
                pair = mixed(min(before, term) * _MULTIPLIER ^ max(before, term))
                if pair != last:
                    kept[count] = last = pair
                    count += 1
            before = term
        ends[text + 1] = count
    return ends, kept[:count]


@njit(cache=True, nogil=True)
def _same(starts: Places, key: Hashes) -> Hashes:
    same = np.zeros(len(starts) - 1, np.uint64)
    for text in range(len(same)):
        state = _NONE
        for word in range(starts[text], starts[text + 1]):
            state = (state ^ key[word]) * _MULTIPLIER
            state ^= state >> np.uint64(32)
        same[text] = mixed(state) if starts[text + 1] > starts[text] else _NONE
    return same
