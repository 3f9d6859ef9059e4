"""A table from hashes to values, compiled: open addressing, a quarter full at least."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from newstemma.reuse.kernels.arrays import Hashes, Shares

__all__ = ["Table", "found_in", "lookup", "table"]

_EMPTY = np.uint64(0)
_LEAST_SLOTS = 16


class Table(NamedTuple):
    """`values[i]` belongs to the hash `slots[i]`, 0 marks a free slot; a power of two of them.

    A named tuple, as kernels take those and no dataclasses.
    """

    slots: Hashes
    values: Shares


def table(keys: Hashes, values: Shares) -> Table:
    """The table of distinct, well-mixed hashes and their values; a hash of 0 cannot be kept."""
    size = _LEAST_SLOTS
    while size < 2 * len(keys):
        size *= 2
    return Table(*_filled(keys, values, size))


def lookup(known: Table, keys: Hashes, missing: float) -> Shares:
    """The value of each hash, `missing` where the table has none."""
    found: Shares = _looked_up(known, keys, np.float32(missing))
    return found


@njit(cache=True, nogil=True)
def found_in(known: Table, key: np.uint64) -> np.int64:
    """The slot of a hash, -1 where it is in none."""
    slots = known.slots
    mask = np.uint64(len(slots) - 1)
    place = key & mask
    while slots[place] != _EMPTY:
        if slots[place] == key:
            return np.int64(place)
        place = (place + np.uint64(1)) & mask
    return np.int64(-1)


@njit(cache=True, nogil=True)
def _filled(keys: Hashes, values: Shares, size: int) -> tuple[Hashes, Shares]:
    slots = np.zeros(size, np.uint64)
    kept = np.zeros(size, np.float32)
    mask = np.uint64(size - 1)
    for row in range(len(keys)):
        place = keys[row] & mask
        while slots[place] != _EMPTY:
            place = (place + np.uint64(1)) & mask
        slots[place] = keys[row]
        kept[place] = values[row]
    return slots, kept


@njit(cache=True, nogil=True)
def _looked_up(known: Table, keys: Hashes, missing: np.float32) -> Shares:
    found = np.empty(len(keys), np.float32)
    for row in range(len(keys)):
        place = found_in(known, keys[row])
        found[row] = known.values[place] if place >= 0 else missing
    return found
