"""A hash table inside compiled code: open addressing, emptied by taking a new turn."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

__all__ = [
    "COUNT",
    "LAST",
    "TURN",
    "Flags",
    "Floats",
    "Ints",
    "Keys",
    "Table",
    "Words",
    "empty_table",
    "enter",
    "grown",
    "longest_of",
    "mask_of",
    "slot_of",
]

Keys = NDArray[np.uint64]
Ints = NDArray[np.int64]
Words = NDArray[np.int32]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

# The keys, and for each slot three numbers: the turn in which it was filled (0 never), what was
# entered last and how many were.
Table = tuple[Keys, Words]
TURN, LAST, COUNT = 0, 1, 2

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, Knuth's choice
_SHIFT = np.uint64(32)


@njit(cache=True, nogil=True)
def empty_table(entries: int) -> Table:
    """A table for as many different keys at a time."""
    size = mask_of(entries) + 1
    return np.empty(size, np.uint64), np.zeros((size, 3), np.int32)


@njit(cache=True, nogil=True)
def mask_of(entries: int) -> int:
    """The part of a table that so many keys use: a power of two, less one, half of it free.

    A short text uses the front of a large table only, which stays in the processor's cache.
    """
    size = 16
    while size < 2 * entries:
        size *= 2
    return size - 1


@njit(cache=True, nogil=True)
def slot_of(table: Table, key: np.uint64, turn: int, mask: int) -> int:
    """Where the key stands in the table, or the free slot where it belongs."""
    keys, slots = table
    slot = np.int64(((key * _MULTIPLIER) >> _SHIFT) & np.uint64(mask))
    while slots[slot, TURN] == turn and keys[slot] != key:
        slot = (slot + 1) & mask
    return int(slot)


@njit(cache=True, nogil=True)
def enter(table: Table, key: np.uint64, turn: int, mask: int) -> int:
    """The slot of the key, made if need be: nothing entered last (-1), none in all."""
    keys, slots = table
    slot = slot_of(table, key, turn, mask)
    if slots[slot, TURN] != turn:
        keys[slot] = key
        slots[slot, TURN] = turn
        slots[slot, LAST] = -1
        slots[slot, COUNT] = 0
    return slot


@njit(cache=True, nogil=True)
def longest_of(starts: Ints, texts: Ints) -> int:
    """The length of the longest of some texts, `starts` being where each starts and ends."""
    most = 0
    for text in texts:
        most = max(most, starts[text + 1] - starts[text])
    return most


@njit(cache=True, nogil=True)
def grown(rows: Words, count: int, least: int) -> Words:
    """The first `count` rows, with room for `least` and for twice as many as before."""
    larger = np.empty((max(2 * len(rows), least), rows.shape[1]), np.int32)
    larger[:count] = rows[:count]
    return larger
