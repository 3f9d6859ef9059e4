"""What texts share, pair by pair: postings -> overlaps, compiled.

Each text gathers what it shares with the texts before it, which are more complete: with all of
them by its rarest features, with the first few holders only by the others. So a passage in five
thousand articles stays in play, and the cost is linear in the features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Numbers, Places, Shares, Sums
from newstemma.reuse.kernels.postings import Postings

__all__ = [
    "GRAMS_REACH",
    "PAIRS_REACH",
    "Index",
    "Overlaps",
    "Reach",
    "index",
    "overlaps",
    "place_of",
]


class Reach(NamedTuple):
    """How far the features of a net reach: the `meetings` of one text with others, at most, by
    those that join it to all of their holders; the holders that the others join it to.
    """

    meetings: int
    representatives: int


GRAMS_REACH = Reach(meetings=768, representatives=4)
# In 100,000 articles 768 and 4 find as many of the machine rewrites, .958, in twice the time.
PAIRS_REACH = Reach(meetings=512, representatives=1)

# Set on `rewrites/` and copies planted in real news (`bench.planted`): in 3,647 articles, 20,000
# and 100,000 passages meet at 1.00, 1.00, 1.00, machine rewrites at .97, .96, .93 (paraphrases and
# rewrites alone at .99, .99, .98), with .4, 1.7 and 1.4 false pairs an article.
_GRAMS_SHARED = 2.5  # grams that no other text has, or what tells as much: less is a stock phrase
_GRAMS_ANYWAY = 10  # some 28 words in a row: worth a look whoever else has them
_GRAMS_CONTAINED = 0.5  # of what the grams of the less complete text tell, where that is less
_PAIRS_CONTAINED = 0.04  # of what the pairs of rare words of the less complete text tell
_LEAST_PAIRS = 5  # pairs that no other text has: a text with less is measured against that
_NEIGHBOURS = 8  # texts kept by rare words for one text; grams add to these


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaps:
    """Parallel arrays: a text and one before it, by rank, the grams that both hold, and what
    the pairs of rare words tell that both hold, as a share of what those of `text` do.
    """

    text: Numbers
    before: Numbers
    grams: Numbers
    words: Shares


class Index(NamedTuple):
    """`Postings`, and where the blocks are of the features that each text shares with a text
    before it: text t has `places[lists[t]:lists[t + 1]]`, each with the number of bits of how
    many texts hold the feature above its 56 lowest bits.

    A named tuple, as kernels take those and no dataclasses.
    """

    lists: Places
    places: Places
    blocks: Numbers
    totals: Sums


class _Gathered(NamedTuple):
    """What one text shares with each before it, and with which it shares anything.

    `sums` has a row for each text, side by side for the cache: the features, and what they tell.
    `meetings` counts those of one text by the number of bits of how many hold a feature.
    """

    sums: Shares
    touched: Numbers
    meetings: Places


_COUNT, _WEIGHT = 0, 1
_BITS = 32
_ABOVE = 56
_PLACE = (1 << _ABOVE) - 1


def index(found: Postings) -> Index:
    """The postings with the features of each text."""
    return Index(*_lists(found.blocks, len(found.totals)), found.blocks, found.totals)


def overlaps(grams: Index, pairs: Index, tells: Shares, first: int, end: int) -> Overlaps:
    """What the texts `first` to `end` share with texts before them, where it is enough.

    `tells` is what a feature tells by how many texts hold it (see `telling`).
    """
    text, before, shared, words = _overlaps(grams, pairs, tells, first, end)
    return Overlaps(text=text, before=before, grams=shared, words=words)


@njit(cache=True, nogil=True)
def place_of(block: int, held: int) -> np.int64:
    """An entry of `Index.places`: where a block is, of a feature that so many texts hold."""
    return block | np.int64(_bits(held)) << _ABOVE


@njit(cache=True, nogil=True)
def _lists(blocks: Numbers, texts: int) -> tuple[Places, Places]:
    ends = np.zeros(texts + 1, np.int64)
    block = 0
    while block < len(blocks):
        held = blocks[block]
        for later in blocks[block + 2 : block + 1 + held]:
            ends[later + 1] += 1
        block += 1 + held
    ends = np.cumsum(ends)
    free = ends[:-1].copy()
    places = np.empty(ends[-1], np.int64)
    block = 0
    while block < len(blocks):
        held = blocks[block]
        for later in blocks[block + 2 : block + 1 + held]:
            places[free[later]] = place_of(block, held)
            free[later] += 1
        block += 1 + held
    return ends, places


@njit(cache=True, nogil=True)
def _overlaps(
    grams: Index, pairs: Index, tells: Shares, first: int, end: int
) -> tuple[Numbers, Numbers, Numbers, Shares]:
    alone = tells[min(2, len(tells) - 1)]
    meetings = np.zeros(_BITS, np.int64)
    by_grams = _Gathered(np.zeros((end, 2), np.float32), np.empty(end, np.int32), meetings)
    by_pairs = _Gathered(np.zeros((end, 2), np.float32), np.empty(end, np.int32), meetings)
    best = np.empty(_NEIGHBOURS, np.int32)
    found = [(np.int32(0), np.int32(0), np.int32(0), np.float32(0)) for _ in range(0)]
    for text in range(first, end):
        met_by_grams = _gather(text, grams, tells, by_grams, GRAMS_REACH)
        met_by_pairs = _gather(text, pairs, tells, by_pairs, PAIRS_REACH)
        enough = min(_GRAMS_SHARED * alone, _GRAMS_CONTAINED * grams.totals[text])
        all_words = max(pairs.totals[text], _LEAST_PAIRS * alone)
        for other in by_grams.touched[:met_by_grams]:
            if _share_enough(by_grams.sums[other], enough):
                words = _share(by_pairs.sums[other], all_words)
                found.append((np.int32(text), other, _count(by_grams.sums[other]), words))
                _leave_out(by_pairs, other)
        kept = _nearest(by_pairs, met_by_pairs, _PAIRS_CONTAINED * all_words, best)
        for other in best[:kept]:
            words = _share(by_pairs.sums[other], all_words)
            found.append((np.int32(text), other, _count(by_grams.sums[other]), words))
        _clear(by_grams, met_by_grams)
        _clear(by_pairs, met_by_pairs)
    return _columns(found)


@njit(cache=True, nogil=True)
def _gather(text: int, net: Index, tells: Shares, gathered: _Gathered, reach: Reach) -> int:
    """Adds up what a text shares with each before it; returns how many those are."""
    met = 0
    places = net.places[net.lists[text] : net.lists[text + 1]]
    rare = _rare(places, gathered.meetings, reach.meetings)
    for place in places:
        block = place & _PLACE
        held = net.blocks[block]
        joined = held if place >> _ABOVE <= rare else min(held, reach.representatives)
        for other in net.blocks[block + 1 : block + 1 + joined]:
            if other >= text:
                break
            if gathered.sums[other, _COUNT] == 0:
                gathered.touched[met] = other
                met += 1
            gathered.sums[other, _COUNT] += 1
            gathered.sums[other, _WEIGHT] += tells[held]
    return met


@njit(cache=True, nogil=True)
def _bits(number: int) -> int:
    bits = 0
    while number >> bits:
        bits += 1
    return bits


@njit(cache=True, nogil=True)
def _rare(places: Places, meetings: Places, most: int) -> int:
    """The most bits of how many hold a feature with which a text has `most` at most."""
    meetings[:] = 0
    for place in places:
        bits = place >> _ABOVE
        meetings[bits] += 1 << (bits - 1)
    rare = met = 0
    while rare < _BITS and met + meetings[rare] <= most:
        met += meetings[rare]
        rare += 1
    return rare - 1


@njit(cache=True, nogil=True)
def _leave_out(gathered: _Gathered, other: int) -> None:
    # A function, as numba drops what is written to a named tuple where that was made.
    gathered.sums[other] = 0


@njit(cache=True, nogil=True)
def _clear(gathered: _Gathered, met: int) -> None:
    for other in gathered.touched[:met]:
        gathered.sums[other] = 0


@njit(cache=True, nogil=True)
def _share_enough(sums: Shares, enough: float) -> bool:
    return bool(sums[_COUNT] >= _GRAMS_ANYWAY or sums[_WEIGHT] >= enough)


@njit(cache=True, nogil=True)
def _count(sums: Shares) -> np.int32:
    return np.int32(sums[_COUNT])


@njit(cache=True, nogil=True)
def _share(sums: Shares, of: float) -> np.float32:
    return np.float32(min(sums[_WEIGHT] / of, 1.0))


@njit(cache=True, nogil=True)
def _nearest(gathered: _Gathered, met: int, enough: float, best: Numbers) -> int:
    """Fills `best` with the texts of most weight, of enough at least; returns how many."""
    sums = gathered.sums
    kept = 0
    for other in gathered.touched[:met]:
        weight = sums[other, _WEIGHT]
        if weight < enough:
            continue
        if kept == len(best):
            if not _is_better(other, best[kept - 1], sums):
                continue
            kept -= 1
        place = kept
        while place > 0 and _is_better(other, best[place - 1], sums):
            best[place] = best[place - 1]
            place -= 1
        best[place] = other
        kept += 1
    return kept


@njit(cache=True, nogil=True)
def _is_better(one: int, other: int, sums: Shares) -> bool:
    """Whether one text has more weight than another or, with as much, stands before it."""
    mine, its = sums[one, _WEIGHT], sums[other, _WEIGHT]
    return bool(mine > its or (mine == its and one < other))


@njit(cache=True, nogil=True)
def _columns(
    rows: list[tuple[np.int32, np.int32, np.int32, np.float32]],
) -> tuple[Numbers, Numbers, Numbers, Shares]:
    text, before = np.empty(len(rows), np.int32), np.empty(len(rows), np.int32)
    grams, words = np.empty(len(rows), np.int32), np.empty(len(rows), np.float32)
    for row in range(len(rows)):
        text[row], before[row], grams[row], words[row] = rows[row]
    return text, before, grams, words
