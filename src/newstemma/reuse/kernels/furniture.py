"""A publisher's own furniture: grams that too many articles of one series hold, compiled.

A footer, a call to subscribe, a disclaimer: what stands in article after article of a series is
no sign that one was made from another, nor are the pairs of rare words in it. Near copies of one
story count once, or a story that a publisher ran in ten editions would be its furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Codes, Flags, Hashes, Numbers, Places
from newstemma.reuse.kernels.fingerprints import grams_of
from newstemma.reuse.kernels.lookup import Table, found_in, table
from newstemma.reuse.kernels.rows import end_of_feature
from newstemma.reuse.kernels.tokens import Tokens, key_hashes, mixed
from newstemma.reuse.passages import GRAM

__all__ = ["Publishers", "own_words", "publishers", "sketches", "without_furniture"]

_LEAST = 8  # articles of a series
_SHARE = 0.05  # of the articles of a series
_SKETCHES = 4
_HIGH = np.uint64(32)  # a gram is known by the bits above
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


class Publishers(NamedTuple):
    """The series of every text, by number; -1 for none.

    Of each series: the hash of its name, and how many articles make a gram its furniture.
    `sketch` has four hashes of every text: two near copies have most of them in common.
    """

    series: Numbers
    names: Hashes
    least: Places
    sketch: Codes


def publishers(series: Sequence[str | None], sketch: Codes) -> Publishers:
    """Numbers the series of all texts."""
    names = sorted({name for name in series if name is not None})
    number = {name: i for i, name in enumerate(names)}
    of_text = np.array([-1 if s is None else number[s] for s in series], dtype=np.int32)
    sizes = np.bincount(of_text[of_text >= 0], minlength=len(names))
    least = np.maximum(np.ceil(_SHARE * sizes), _LEAST).astype(np.int64)
    return Publishers(series=of_text, names=key_hashes(names), least=least, sketch=sketch)


def sketches(grams: Hashes, starts: Places) -> Codes:
    """Four hashes of each text, text t with the grams `grams[starts[t]:starts[t + 1]]`."""
    found: Codes = _sketches(grams, starts)
    return found


def without_furniture(
    rows: Hashes, known: Publishers, rank: Numbers, bits: int
) -> tuple[Hashes, Hashes]:
    """The sorted rows without those of furniture, and the hashes of that, for `own_words`.

    A text whose rank is below 0 counts for nothing.
    """
    if not len(known.names):
        return rows, np.zeros(0, dtype=np.uint64)
    kept, found = _furniture(rows, np.uint64(bits), rank, known)
    return rows[kept], np.array(found, dtype=np.uint64)


def own_words(words: Tokens, series: Sequence[str | None], furniture: Hashes) -> Flags:
    """Which words of some texts stand in no gram of their publisher's furniture."""
    names = key_hashes([name or "" for name in series])
    hashes = np.unique(furniture)
    known = table(hashes, np.ones(len(hashes), dtype=np.float32))
    own: Flags = _own_words(words.starts, words.key, names, known)
    return own


@njit(cache=True, nogil=True)
def _furniture_hash(gram: np.uint64, name: np.uint64) -> np.uint64:
    return mixed((gram >> _HIGH) * _MULTIPLIER ^ name)


@njit(cache=True, nogil=True)
def _sketches(grams: Hashes, starts: Places) -> Codes:
    found = np.zeros((len(starts) - 1, _SKETCHES), np.uint32)
    for text in range(len(starts) - 1):
        for which in range(_SKETCHES):
            least = ~np.uint64(0)
            for gram in grams[starts[text] : starts[text + 1]]:
                least = min(least, mixed(gram + np.uint64(which)))
            found[text, which] = least >> _HIGH
    return found


@njit(cache=True, nogil=True)
def _furniture(
    rows: Hashes, bits: np.uint64, rank: Numbers, known: Publishers
) -> tuple[Flags, list[np.uint64]]:
    number = (np.uint64(1) << bits) - np.uint64(1)
    kept = np.ones(len(rows), np.bool_)
    found = [np.uint64(0) for _ in range(0)]
    fewest = np.min(known.least)
    first = 0
    while first < len(rows):
        end = end_of_feature(rows, bits, first)
        if end - first >= fewest:
            texts = (rows[first:end] & number).astype(np.int64)
            order = _by_series(texts, rank, known.series)
            start = 0
            while start < len(order):
                by = known.series[texts[order[start]]]
                stop = start + 1
                while stop < len(order) and known.series[texts[order[stop]]] == by:
                    stop += 1
                if _is_furniture(texts[order[start:stop]], known, by):
                    kept[order[start:stop] + first] = False
                    found.append(_furniture_hash(rows[first], known.names[by]))
                start = stop
        first = end
    return kept, found


@njit(cache=True, nogil=True)
def _by_series(texts: Places, rank: Numbers, series: Numbers) -> Places:
    """The places of those texts that are of a series and stand for themselves, by series."""
    keys = np.empty(len(texts), np.int64)
    count = 0
    for place in range(len(texts)):
        if rank[texts[place]] >= 0 and series[texts[place]] >= 0:
            keys[count] = (np.int64(series[texts[place]]) << 32) | place
            count += 1
    keys = keys[:count]
    keys.sort()
    return keys & 0xFFFFFFFF


@njit(cache=True, nogil=True)
def _is_furniture(texts: Places, known: Publishers, series: int) -> bool:
    """Whether texts of one series are enough, near copies counted once."""
    least = known.least[series]
    if len(texts) < least:
        return False
    hashes = np.empty(len(texts), np.uint32)
    for which in range(_SKETCHES):
        for place in range(len(texts)):
            hashes[place] = known.sketch[texts[place], which]
        hashes.sort()
        if 1 + np.sum(hashes[1:] != hashes[:-1]) < least:
            return False
    return True


@njit(cache=True, nogil=True)
def _own_words(starts: Places, key: Hashes, names: Hashes, known: Table) -> Flags:
    own = np.ones(len(key), np.bool_)
    for text in range(len(starts) - 1):
        grams = grams_of(key[starts[text] : starts[text + 1]])
        for gram in range(len(grams)):
            if found_in(known, _furniture_hash(grams[gram], names[text])) >= 0:
                first = starts[text] + gram
                own[first : first + GRAM] = False
    return own
