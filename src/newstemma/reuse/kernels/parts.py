"""Which parts of a text correspond to another one: one bit for each of 64 parts, compiled."""

from __future__ import annotations

import numpy as np
from numba import njit

from newstemma.reuse.kernels.table import Flags, Floats, Ints, Keys, Words, longest_of

__all__ = ["PARTS", "Stretches", "counted", "parts", "shares"]

PARTS = 64

# Parallel arrays: which pair, in ascending order, and the words of a text from the first to the
# one behind the last.
Stretches = tuple[Words, Words, Words]


def parts(stretches: Stretches, starts: Ints, texts: Ints) -> Keys:
    """For each pair the parts of one of its texts, half of whose words stand in stretches.

    `texts` are those texts, and text t has the words `starts[t]` to `starts[t + 1]`. The lowest
    bit is the beginning; a text of less than 64 words has a part for each.
    """
    return _parts(stretches, starts, texts)


def shares(bits: Keys, words: Ints) -> Floats:
    """How much of texts of so many words the parts are, from 0 to 1."""
    return (counted(bits) / np.clip(words, 1, PARTS)).astype(np.float32)


def counted(bits: Keys) -> Ints:
    """How many bits are set."""
    octets = np.unpackbits(np.ascontiguousarray(bits).view(np.uint8).reshape(-1, 8), axis=1)
    counts: Ints = octets.sum(axis=1, dtype=np.int64)
    return counts


@njit(cache=True, nogil=True)
def _parts(stretches: Stretches, starts: Ints, texts: Ints) -> Keys:
    pair, first, end = stretches
    covered = np.zeros(longest_of(starts, texts), np.bool_)
    bits = np.zeros(len(texts), np.uint64)
    row = 0
    while row < len(pair):
        here = pair[row]
        begin = row
        while row < len(pair) and pair[row] == here:
            covered[first[row] : end[row]] = True
            row += 1
        text = texts[here]
        bits[here] = _bits(covered[: starts[text + 1] - starts[text]])
        for done in range(begin, row):
            covered[first[done] : end[done]] = False
    return bits


@njit(cache=True, nogil=True)
def _bits(covered: Flags) -> np.uint64:
    bits = np.uint64(0)
    size = min(len(covered), PARTS)
    for part in range(size):
        words = covered[part * len(covered) // size : (part + 1) * len(covered) // size]
        if 2 * words.sum() >= len(words):
            bits |= np.uint64(1) << np.uint64(part)
    return bits
