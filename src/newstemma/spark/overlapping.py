"""Meetings -> overlaps: the kernel of one machine, given the lists of a bucket's texts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from newstemma.reuse.kernels.arrays import Numbers, Places, Sums
from newstemma.reuse.kernels.overlap import Index, overlaps, place_of
from newstemma.reuse.kernels.postings import telling
from newstemma.spark.meetings import MEETINGS, TOTALS
from newstemma.spark.plan import GRAMS, PAIRS, Plan
from newstemma.spark.records import STREAM, TOTAL
from newstemma.spark.wire import opened

__all__ = ["OVERLAPS", "overlapping"]

OVERLAPS = pa.schema(
    [
        ("text", pa.int32()),
        ("before", pa.int32()),
        ("grams", pa.int32()),
        ("words", pa.float32()),
    ]
)

_NAMES = ("grams", "pairs")


def overlapping(chosen: Plan, bucket: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    """What the texts of a bucket share with texts before them, by rank, where it is enough."""
    totals = np.concatenate([array for _, array in opened(table, TOTALS, TOTAL)])
    met = list(opened(table, MEETINGS, STREAM))
    streams = [_of_net(chosen, met, net) for net in (GRAMS, PAIRS)]
    ranks = np.unique(np.concatenate([totals["rank"], *map(_ranks, streams)]))
    indexes = [
        _index(stream, ranks, totals["rank"], totals[name])
        for stream, name in zip(streams, _NAMES, strict=True)
    ]
    most = max(2, *(_most(stream) for stream in streams))
    tells = telling(chosen.texts, min(most, chosen.texts))
    found = overlaps(indexes[GRAMS], indexes[PAIRS], tells, 0, len(ranks))
    columns = [ranks[found.text], ranks[found.before], found.grams, found.words]
    yield pa.RecordBatch.from_arrays(list(map(pa.array, columns)), schema=OVERLAPS)


def _of_net(chosen: Plan, met: Sequence[tuple[int, Numbers]], net: int) -> Numbers:
    """A net's meetings in the order of their parts, which is that of one machine's features."""
    own = [stream for origin, stream in met if chosen.block(origin) % 2 == net]
    return np.concatenate([np.empty(0, np.int32), *own])


def _index(stream: Numbers, ranks: Numbers, texts: Numbers, totals: Sums) -> Index:
    """The meetings as the kernel's index, with texts by their places in `ranks`.

    A list ends with the text itself, where the kernel stops to read.
    """
    told = np.zeros(len(ranks))
    told[np.searchsorted(ranks, texts)] = totals
    blocks = _placed(stream, ranks)
    return Index(*_lists(blocks, len(ranks)), blocks, told)


@njit(cache=True, nogil=True)
def _ranks(stream: Numbers) -> Numbers:
    """All texts in the meetings."""
    found = np.empty(len(stream), np.int32)
    at = count = 0
    while at < len(stream):
        size = stream[at] + 1
        found[count : count + size] = stream[at + 2 : at + 2 + size]
        count += size
        at += 2 + size
    return found[:count]


@njit(cache=True, nogil=True)
def _most(stream: Numbers) -> int:
    """The most texts that hold a feature."""
    most = at = 0
    while at < len(stream):
        most = max(most, stream[at + 1])
        at += 3 + stream[at]
    return most


@njit(cache=True, nogil=True)
def _placed(stream: Numbers, ranks: Numbers) -> Numbers:
    placed = stream.copy()
    at = 0
    while at < len(stream):
        first, end = at + 2, at + 3 + stream[at]
        placed[first:end] = np.searchsorted(ranks, stream[first:end])
        at = end
    return placed


@njit(cache=True, nogil=True)
def _lists(blocks: Numbers, texts: int) -> tuple[Places, NDArray[np.int64]]:
    ends = np.zeros(texts + 1, np.int64)
    at = 0
    while at < len(blocks):
        at += 3 + blocks[at]
        ends[blocks[at - 1] + 1] += 1
    ends = np.cumsum(ends)
    free = ends[:-1].copy()
    places = np.empty(ends[-1], np.int64)
    at = 0
    while at < len(blocks):
        block = at + 1
        at += 3 + blocks[at]
        text = blocks[at - 1]
        places[free[text]] = place_of(block, blocks[block])
        free[text] += 1
    return ends, places
