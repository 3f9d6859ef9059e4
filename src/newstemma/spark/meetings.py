"""What texts share -> which texts meet: two rounds between the texts and the features.

A text knows how many hold each of its features, and so which of them join it to all of their
holders (`reach`); a feature knows its holders, and names them to those that ask (`meetings`). So
no list of holders is sent to a text that will not read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from newstemma.reuse.kernels.arrays import Flags, Hashes, Numbers, Places
from newstemma.reuse.kernels.overlap import GRAMS_REACH, PAIRS_REACH, Reach
from newstemma.reuse.kernels.postings import telling
from newstemma.spark.features import SIZES
from newstemma.spark.plan import Plan
from newstemma.spark.postings import SHARINGS
from newstemma.spark.records import SHARED, SIZE, TOTAL, WANTED
from newstemma.spark.wire import Records, opened, packed, packets, passed

__all__ = ["MEETINGS", "TOTALS", "WANTS", "meetings", "reach"]

WANTS, TOTALS, MEETINGS = "wants", "totals", "meetings"

_BITS = 32
_REACH = (GRAMS_REACH, PAIRS_REACH)  # by net
_NETS = ("grams", "pairs")


def reach(chosen: Plan, bucket: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    """For the texts of a bucket: what all of their features tell, to the same bucket, and what
    they ask of each feature that they share, to its part.
    """
    sizes = np.concatenate([array for _, array in opened(table, SIZES, SIZE)])
    sizes = sizes[np.argsort(sizes["rank"])]
    shared = list(opened(table, SHARINGS, SHARED))
    totals = np.empty(len(sizes), TOTAL)
    totals["rank"] = sizes["rank"]
    for net, name in enumerate(_NETS):
        own = [(origin, one) for origin, one in shared if chosen.block(origin) % 2 == net]
        records = np.concatenate([np.empty(0, SHARED), *(one for _, one in own)])
        place = np.searchsorted(sizes["rank"], records["rank"])
        totals[name] = _totals(chosen, sizes[name], records, place)
        rare = _rare(len(sizes), records, place, _REACH[net])
        yield from _wanted(chosen, own, sizes["rank"], rare)
    yield from packets(TOTALS, np.full(len(totals), bucket), totals)


def _totals(chosen: Plan, sizes: Numbers, records: Records, place: Places) -> NDArray[np.float64]:
    """What the features of each text tell: those of nobody else, and those that it shares."""
    held = records["held"]
    tells = telling(chosen.texts, max(int(held.max(initial=0)), 1)).astype(np.float64)
    told = np.where(held > 0, tells[held], 0.0)
    own = sizes - np.bincount(place, minlength=len(sizes))
    totals: NDArray[np.float64] = own * tells[1] + np.bincount(place, told, len(sizes))
    return totals


def _rare(texts: int, records: Records, place: Places, reach: Reach) -> Places:
    """Of each text the most bits of how many hold a feature that joins it to all of them; as
    the kernel of `overlap` has it for one text.
    """
    later = records["later"]
    bits = _bits(records["held"][later])
    size = texts * _BITS
    met = np.bincount(place[later] * _BITS + bits, 2.0 ** (bits - 1), size).reshape(texts, _BITS)
    rare: Places = (np.cumsum(met, axis=1) <= reach.meetings).sum(axis=1) - 1
    return rare


def _bits(held: Numbers) -> Places:
    return np.frexp(held.astype(np.float64))[1].astype(np.int64)


def _wanted(
    chosen: Plan, own: Sequence[tuple[int, Records]], ranks: Numbers, rare: Places
) -> Iterator[pa.RecordBatch]:
    for origin, records in own:
        records = records[records["held"] > 0]
        wanted = np.empty(len(records), WANTED)
        for name in ("hash", "rank", "held"):
            wanted[name] = records[name]
        wanted["every"] = _bits(records["held"]) <= rare[np.searchsorted(ranks, records["rank"])]
        yield from packets(WANTS, np.full(len(wanted), origin), wanted)


def meetings(chosen: Plan, part: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    """For the features of a part: which texts stand before those that ask, to their buckets.

    `TOTALS` are passed on.
    """
    yield from passed(table, TOTALS)
    asked = [array for _, array in opened(table, WANTS, WANTED)]
    records = np.concatenate([np.empty(0, WANTED), *asked])
    records = records[chosen.order(records["hash"], records["rank"])]
    rank = np.ascontiguousarray(records["rank"])
    hashes, every = np.ascontiguousarray(records["hash"]), np.ascontiguousarray(records["every"])
    few = _REACH[chosen.block(part) % 2].representatives
    first, size = _lists(hashes, every, few)
    asks = np.flatnonzero(size)
    buckets = chosen.bucket(rank[asks])
    order = asks[np.argsort(buckets, kind="stable")]
    held = np.ascontiguousarray(records["held"])
    stream, bounds = _stream(_Lists(rank, held, first, size), order)
    sent = np.sort(buckets)
    starts = np.flatnonzero(np.diff(sent, prepend=-1))
    yield from packed(MEETINGS, sent[starts], bounds[starts], stream, part)


class _Lists(NamedTuple):
    """The sorted records: a text's rank, how many hold the feature, where its holders begin,
    and how many of them it is told.
    """

    rank: Numbers
    held: Numbers
    first: Places
    size: Places


@njit(cache=True, nogil=True)
def _lists(hashes: Hashes, every: Flags, few: int) -> tuple[Places, Places]:
    first, size = np.empty(len(hashes), np.int64), np.empty(len(hashes), np.int64)
    begin = 0
    for row in range(len(hashes)):
        if hashes[row] != hashes[begin]:
            begin = row
        first[row] = begin
        size[row] = row - begin if every[row] else min(row - begin, few)
    return first, size


@njit(cache=True, nogil=True)
def _stream(lists: _Lists, order: Places) -> tuple[Numbers, Places]:
    """The meetings in this order (see `records.STREAM`), and where each begins."""
    bounds = np.zeros(len(order) + 1, np.int64)
    for place in range(len(order)):
        bounds[place + 1] = bounds[place] + lists.size[order[place]] + 3
    stream = np.empty(bounds[-1], np.int32)
    for place in range(len(order)):
        row, at = order[place], bounds[place]
        size, first = lists.size[row], lists.first[row]
        stream[at], stream[at + 1] = size, lists.held[row]
        for other in range(size):
            stream[at + 2 + other] = lists.rank[first + other]
        stream[at + 2 + size] = lists.rank[row]
    return stream, bounds[:-1]
