"""Which pairs of witnesses are worth comparing.

Two nets over one inverted index: winnowed five-word grams (Schleimer, Wilkerson and Aiken 2003)
for copies and shared passages, and weighted rare words for rewrites. Both measure containment in
the smaller text, since a rewrite is shorter than its source. What many texts hold joins each of
them to the most complete of those texts only, so that a wire story in five hundred copies is one
family at linear cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from newstemma.records import Witness
from newstemma.reuse.join import Codes, Floats, Overlaps, features, overlaps
from newstemma.reuse.passages import GRAM
from newstemma.reuse.terms import terms
from newstemma.text.rarity import rarity

__all__ = ["candidates"]

_WINDOW = 4  # grams: one in a window is kept, so a shared run of eight words is never missed
_GRAMS_SHARED = 2  # fewer are a stock phrase
# The next four were set on `rewrites/`, in piles of 3, 5, 20, 60 and 1,919 articles: sources meet
# 1.00, 1.00, 1.00, 1.00 and (fabrications included) .98 of what was made from them, the largest
# pile at 7 pairs an article. Rarity is that in the language: in a small pile the words that a
# whole family has would else count as common.
_RARE = 4.0  # nats: a more common word says nothing about descent
_CONTAINED = 0.1  # of the weight of the smaller text's rare words
_LEAST_WEIGHT = 30.0  # nats, four rare words: a text with fewer is measured against that
_NEIGHBOURS = 16  # pairs kept by rare words for one text; grams add to these

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, Knuth's choice


def candidates(witnesses: Sequence[Witness]) -> tuple[tuple[int, int], ...]:
    """The pairs of positions in `witnesses`, smaller first, that share enough to be compared."""
    order = sorted(range(len(witnesses)), key=lambda i: _completeness(witnesses[i]))
    texts = [witnesses[i] for i in order]
    pairs = {*_by_grams(texts), *_by_words(texts)}
    return tuple(sorted(_ordered(order[left], order[right]) for left, right in pairs))


def _completeness(witness: Witness) -> tuple[int, str]:
    """Sorts the most complete text first: it represents the others."""
    return -len(witness.words), witness.id


def _ordered(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)


def _by_grams(texts: Sequence[Witness]) -> Iterator[tuple[int, int]]:
    codes = [_fingerprints(text) for text in texts]
    found = overlaps(features(codes, [np.ones(len(code)) for code in codes]))
    sizes = np.array([len(code) for code in codes])
    smaller = np.minimum(sizes[found.left], sizes[found.right])
    enough = found.weight >= np.minimum(smaller, _GRAMS_SHARED)
    yield from zip(found.left[enough].tolist(), found.right[enough].tolist(), strict=True)


def _fingerprints(text: Witness) -> Codes:
    """The winnowed grams of a text, distinct and sorted."""
    words = np.array([_stable_hash(word.key) for word in text.words], dtype=np.uint64)
    if len(words) < GRAM:
        return words[:0]
    grams = np.zeros(len(words) - GRAM + 1, dtype=np.uint64)
    for k in range(GRAM):
        grams = grams * _MULTIPLIER + words[k : k + len(grams)]
    grams = (grams ^ (grams >> np.uint64(29))) * _MULTIPLIER
    window = min(_WINDOW, len(grams))
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, window).min(axis=1))


def _stable_hash(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))


def _by_words(texts: Sequence[Witness]) -> Iterator[tuple[int, int]]:
    """The pairs of which one holds enough of the other's rare words."""
    documents = [sorted({term for term, _ in terms(text.words)}) for text in texts]
    weights = {t: w for document in documents for t in document if (w := rarity(t)) >= _RARE}
    number = {term: code for code, term in enumerate(sorted(weights))}
    kept = [[term for term in document if term in number] for document in documents]
    codes = [np.array([number[term] for term in row], dtype=np.uint64) for row in kept]
    values = [np.array([weights[term] for term in row], dtype=np.float64) for row in kept]
    found = overlaps(features(codes, [np.sqrt(row) for row in values]))
    totals = np.array([max(float(row.sum()), _LEAST_WEIGHT) for row in values])
    contained = found.weight / np.minimum(totals[found.left], totals[found.right])
    yield from _nearest(found, contained, len(texts))


def _nearest(found: Overlaps, contained: Floats, total: int) -> Iterator[tuple[int, int]]:
    """The pairs with enough contained that are among the nearest of either of their texts."""
    taken = [0] * total
    enough = np.flatnonzero(contained >= _CONTAINED)
    for pair in enough[np.argsort(-contained[enough], kind="stable")].tolist():
        left, right = int(found.left[pair]), int(found.right[pair])
        if min(taken[left], taken[right]) < _NEIGHBOURS:
            taken[left] += 1
            taken[right] += 1
            yield left, right
