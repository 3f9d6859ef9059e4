"""A publisher's own furniture: grams that too many articles of one series hold, compiled.

A footer, a call to subscribe, a disclaimer: what stands in article after article of a series is
no sign that one was made from another, nor are the pairs of rare words in it. A story that a
publisher ran in many editions stands in as many articles, but is most of them: features that
are at home in articles made of such features are a story's, however much its copies differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Flags, Hashes, Numbers, Places
from newstemma.reuse.kernels.fingerprints import grams_of
from newstemma.reuse.kernels.lookup import Table, found_in, table
from newstemma.reuse.kernels.rows import end_of_feature
from newstemma.reuse.kernels.tokens import Tokens, key_hashes, mixed
from newstemma.reuse.passages import GRAM

__all__ = [
    "LEAST",
    "Publishers",
    "doubtful",
    "furniture_hashes",
    "is_storys",
    "mostly_repeated",
    "own_words",
    "publishers",
    "thresholds",
    "without_furniture",
]

LEAST = 8  # articles of a series
_SHARE = 0.05  # of the articles of a series
_FEWER = 3  # times fewer show that the copies of a story have it in common
_MOSTLY = 0.5  # of an article's features: it is made of what its publisher repeats
_STORY = 0.25  # of the articles that hold a feature are made so: it may be a story's
_AT_HOME = 2.0  # times as frequent in those as in the other articles of the series: it is
_FURNITURE = -1
_HIGH = np.uint64(32)  # a gram is known by the bits above
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


class Publishers(NamedTuple):
    """The series of every text, by number; -1 for none.

    Of each series: the hash of its name, how many articles may make a gram its furniture
    (`least`), and how many make it one that the series repeats (`few`).
    """

    series: Numbers
    names: Hashes
    least: Places
    few: Places


class _Repeats(NamedTuple):
    """Which texts are made of what their publishers repeat, and of each series how many texts
    are and are not.
    """

    mostly: Flags
    made_so: Places
    others: Places


def publishers(series: Sequence[str | None]) -> Publishers:
    """Numbers the series of all texts."""
    names = sorted({name for name in series if name is not None})
    number = {name: i for i, name in enumerate(names)}
    of_text = np.array([-1 if s is None else number[s] for s in series], dtype=np.int32)
    sizes = np.bincount(of_text[of_text >= 0], minlength=len(names))
    least, few = thresholds(sizes)
    return Publishers(series=of_text, names=key_hashes(names), least=least, few=few)


def thresholds(sizes: Places) -> tuple[Places, Places]:
    """How many articles make a gram furniture, and how many make it repeated (see `Publishers`),
    in series of so many articles.
    """
    least = np.maximum(np.ceil(_SHARE * sizes), LEAST).astype(np.int64)
    return least, -(-least // _FEWER)


def doubtful(rows: Hashes, known: Publishers, rank: Numbers, bits: int) -> tuple[Hashes, Hashes]:
    """The sorted rows of a partition in two: those of features that are nobody's furniture, and
    those of features that may be. The first are put where the rows were.

    A text whose rank is below 0 counts for nothing.
    """
    if not len(known.names):
        return rows, np.zeros(0, dtype=np.uint64)
    kept, apart = _doubtful(rows, np.uint64(bits), rank, known)
    return rows[:kept], np.array(apart, dtype=np.uint64)


def without_furniture(
    rows: Hashes, sizes: Places, known: Publishers, rank: Numbers, bits: int
) -> tuple[Hashes, Hashes]:
    """All doubtful rows, sorted, without those of furniture, and the hashes of that.

    `sizes` are the features that each text has.
    """
    if not len(rows):
        return rows, rows
    low = np.uint64(bits)
    mostly = mostly_repeated(_repeated(rows, low, rank, known), sizes)
    repeats = _Repeats(
        mostly=mostly,
        made_so=_by_series(known, mostly & (rank >= 0)),
        others=_by_series(known, ~mostly & (rank >= 0)),
    )
    kept, found = _furniture(rows, low, rank, known, repeats)
    return rows[kept], np.array(found, dtype=np.uint64)


def mostly_repeated(repeated: Places, sizes: Places) -> Flags:
    """Which texts, of so many features, are made of those that their publishers repeat."""
    mostly: Flags = repeated > _MOSTLY * sizes
    return mostly


def furniture_hashes(grams: Hashes, names: Hashes) -> Hashes:
    """The hashes for `own_words` of grams that are furniture of the series with these hashes."""
    hashes: Hashes = _furniture_hashes(grams, names)
    return hashes


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
def _furniture_hashes(grams: Hashes, names: Hashes) -> Hashes:
    hashes = np.empty(len(grams), np.uint64)
    for row in range(len(grams)):
        hashes[row] = _furniture_hash(grams[row], names[row])
    return hashes


@njit(cache=True, nogil=True)
def _doubtful(
    rows: Hashes, bits: np.uint64, rank: Numbers, known: Publishers
) -> tuple[int, list[np.uint64]]:
    apart = [np.uint64(0) for _ in range(0)]
    counts = np.zeros(len(known.names), np.int64)
    fewest = np.min(known.few)
    kept = first = 0
    while first < len(rows):
        end = end_of_feature(rows, bits, first)
        if end - first >= fewest and _counted(rows[first:end], bits, rank, known, counts):
            apart.extend(rows[first:end])
        else:
            for place in range(first, end):
                rows[kept] = rows[place]
                kept += 1
        first = end
    return kept, apart


@njit(cache=True, nogil=True)
def _counted(
    rows: Hashes, bits: np.uint64, rank: Numbers, known: Publishers, counts: Places
) -> bool:
    """Counts the holders of a feature in each series; whether one of these has enough."""
    text = (np.uint64(1) << bits) - np.uint64(1)
    for row in rows:
        if known.series[row & text] >= 0:
            counts[known.series[row & text]] = 0
    enough = False
    for row in rows:
        series = known.series[row & text]
        if series >= 0 and rank[row & text] >= 0:
            counts[series] += 1
            enough |= counts[series] >= known.few[series]
    return enough


@njit(cache=True, nogil=True)
def _repeated(rows: Hashes, bits: np.uint64, rank: Numbers, known: Publishers) -> Places:
    """How many features of each text its publisher repeats."""
    text = (np.uint64(1) << bits) - np.uint64(1)
    repeated = np.zeros(len(rank), np.int64)
    counts = np.zeros(len(known.names), np.int64)
    first = 0
    while first < len(rows):
        end = end_of_feature(rows, bits, first)
        _counted(rows[first:end], bits, rank, known, counts)
        for row in rows[first:end]:
            series = known.series[row & text]
            if series >= 0 and counts[series] >= known.few[series]:
                repeated[row & text] += 1
        first = end
    return repeated


def _by_series(known: Publishers, chosen: Flags) -> Places:
    """How many of the chosen texts each series has."""
    series = known.series[chosen]
    return np.bincount(series[series >= 0], minlength=len(known.names))


@njit(cache=True, nogil=True)
def _furniture(
    rows: Hashes, bits: np.uint64, rank: Numbers, known: Publishers, repeats: _Repeats
) -> tuple[Flags, list[np.uint64]]:
    text = (np.uint64(1) << bits) - np.uint64(1)
    kept = np.ones(len(rows), np.bool_)
    found = [np.uint64(0) for _ in range(0)]
    counts = np.zeros(len(known.names), np.int64)
    mostly = np.zeros(len(known.names) + 1, np.int64)  # the last is of those of no series
    first = 0
    while first < len(rows):
        end = end_of_feature(rows, bits, first)
        _counted(rows[first:end], bits, rank, known, counts)
        _count_mostly(rows[first:end] & text, known, rank, repeats, mostly)
        for place in range(first, end):
            by = known.series[rows[place] & text]
            if by < 0 or rank[rows[place] & text] < 0:
                continue
            if counts[by] >= known.least[by]:
                made_so, others = repeats.made_so[by], repeats.others[by]
                if is_storys(counts[by], mostly[by], made_so, others):
                    counts[by] = 0
                else:
                    counts[by] = _FURNITURE
                if counts[by] == _FURNITURE:
                    found.append(_furniture_hash(rows[first], known.names[by]))
            kept[place] = counts[by] != _FURNITURE
        first = end
    return kept, found


@njit(cache=True, nogil=True)
def _count_mostly(
    texts: Hashes, known: Publishers, rank: Numbers, repeats: _Repeats, mostly: Places
) -> None:
    for text in texts:
        mostly[known.series[text]] = 0
    for text in texts:
        if rank[text] >= 0:
            mostly[known.series[text]] += repeats.mostly[text]


@njit(cache=True, nogil=True)
def is_storys(held: int, mostly: int, made_so: int, others: int) -> bool:
    """Whether a feature that so many texts of a series hold is a story's, not furniture.

    `mostly` of them are made of what is repeated, as are `made_so` of all texts of the series,
    and `others` are not.
    """
    inside = mostly * max(others, 1)
    outside = (held - mostly) * max(made_so, 1)
    return bool(mostly > _STORY * held and inside > _AT_HOME * outside)


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
