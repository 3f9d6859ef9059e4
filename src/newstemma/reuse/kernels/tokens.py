"""The words of many texts at once, as arrays: those of `text.segment`, compiled.

The texts of a slice are laid end to end as code points; two tables say what each code point is
and how a key folds it. Nothing is done for a word in Python, but for the few words in which the
order of combining marks has to be settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numba import njit

from newstemma.reuse.kernels.alphabet import (
    DIGITS,
    JOINS,
    LETTERS,
    MARKS,
    MOVES,
    SEQUENCE,
    UNSPACED_ONES,
    VALUE,
    Alphabet,
    alphabet,
    decomposed,
)
from newstemma.reuse.kernels.arrays import Codes, Hashes, Kinds, Numbers, Places
from newstemma.text.segment import word_key

__all__ = ["Tokens", "key_hashes", "mixed", "tokens"]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio, Knuth's choice
_FIRST_STATE = np.uint64(0xCBF29CE484222325)
_HIGH = np.uint64(32)
_LOW = np.uint64(29)
_APOSTROPHE = np.uint32(0x27)
_TYPOGRAPHIC_APOSTROPHE = np.uint32(0x2019)
_STOP = np.uint32(0x2E)
_COMMA = np.uint32(0x2C)
_COLON = np.uint32(0x3A)
_SMALL_S = np.uint32(0x73)
_VOICED = np.uint32(0x3099)
_SEMI_VOICED = np.uint32(0x309A)
_VALUE = np.uint32(VALUE)
_LETTERS = np.uint32(LETTERS)
_DIGITS = np.uint32(DIGITS)
_UNSPACED = np.uint32(UNSPACED_ONES)
_STARTS_WORD = np.uint32(LETTERS | DIGITS | UNSPACED_ONES)
_STAYS_IN_WORD = np.uint32(LETTERS | MARKS)
_MOVES = np.uint32(MOVES)
_SEQUENCE = np.uint32(SEQUENCE)
_MAY_JOIN = np.uint32(JOINS)
_NOTHING = np.uint32(0)
_HARD = np.uint32(SEQUENCE | MOVES)
_CLASS = np.uint32(24)  # where the bits of the class start


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of texts. Text t has the words `starts[t]` to `starts[t + 1]` (int64).

    Of each word: `key`, the hash of its `word_key`; `start` and `end`, code points in its own
    text (int32); `kind`, the class of its first code point (see `alphabet`).
    """

    starts: Places
    key: Hashes
    start: Numbers
    end: Numbers
    kind: Kinds


def tokens(texts: Sequence[str]) -> Tokens:
    """The words of each text, the same as `text.segment.words` finds."""
    starts, found, unsettled = _scan(*_laid_out(texts), alphabet())
    if len(unsettled):
        text = np.searchsorted(starts, unsettled, side="right") - 1
        spans = found.start[unsettled].tolist(), found.end[unsettled].tolist()
        places = zip(text.tolist(), *spans, strict=True)
        found.key[unsettled] = key_hashes([word_key(texts[t][a:b]) for t, a, b in places])
    return Tokens(starts=starts, key=found.key, start=found.start, end=found.end, kind=found.kind)


def key_hashes(keys: Sequence[str]) -> Hashes:
    """The hash of each key, a result of `word_key`."""
    return _hashes(*_laid_out([decomposed(key) for key in keys]))


def _laid_out(texts: Sequence[str]) -> tuple[Codes, Places]:
    """The code points of the texts, end to end, and where each starts."""
    bounds = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in texts], out=bounds[1:])
    encoded = "".join(texts).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(encoded, dtype="<u4"), bounds


class _Words(NamedTuple):
    """`Tokens` without `starts`; kernels take named tuples, no dataclasses."""

    key: Hashes
    start: Numbers
    end: Numbers
    kind: Kinds


@njit(cache=True, nogil=True)
def _scan(codes: Codes, bounds: Places, known: Alphabet) -> tuple[Places, _Words, Places]:
    """Where each text's words start, the words, and those whose keys are not settled."""
    room = len(codes)  # of which only what is written to takes memory
    start, end = np.empty(room, np.int32), np.empty(room, np.int32)
    key, kind = np.empty(room, np.uint64), np.empty(room, np.uint8)
    unsettled = [np.int64(0) for _ in range(0)]
    starts = np.zeros(len(bounds), np.int64)
    count = 0
    for text in range(len(bounds) - 1):
        at = first = bounds[text]
        limit = bounds[text + 1]
        while at < limit:
            entry = known.entries[codes[at]]
            if not entry & _STARTS_WORD:
                at += 1
                continue
            start[count] = at - first
            kind[count] = entry >> _CLASS
            key[count], at, settled = _word(codes, at, limit, known)
            end[count] = at - first
            if not settled:
                unsettled.append(np.int64(count))
            count += 1
        starts[text + 1] = count
    found = _Words(key[:count], start[:count], end[:count], kind[:count])
    return starts, found, np.array(unsettled, np.int64)


@njit(cache=True, nogil=True)
def _word(codes: Codes, at: int, limit: int, known: Alphabet) -> tuple[np.uint64, np.int64, bool]:
    """The hash of the key of the word at `at`, where it ends, and whether the hash is settled."""
    state = _FIRST_STATE
    flags = np.uint32(0)
    stop = at
    entry = known.entries[codes[at]]
    while entry & _STAYS_IN_WORD:  # nearly every word ends in this loop
        state = (state ^ np.uint64(entry & _VALUE)) * _MULTIPLIER
        flags |= entry
        stop += 1
        entry = known.entries[codes[stop]] if stop < limit else _NOTHING
    if stop > at and not flags & _HARD and not entry & _MAY_JOIN:
        return mixed(state), np.int64(stop), True
    end = _end(codes, known.entries, at, limit)
    key, settled = _hash(codes, at, end, known)
    return key, np.int64(end), settled


@njit(cache=True, nogil=True)
def _end(codes: Codes, entries: Codes, at: int, limit: int) -> int:
    """Where the word that starts at `at` ends."""
    first = entries[codes[at]]
    if first & _UNSPACED:
        voiced = at + 1 < limit and (codes[at + 1] == _VOICED or codes[at + 1] == _SEMI_VOICED)
        return at + 2 if voiced else at + 1
    if first & _DIGITS:
        return _end_of_number(codes, entries, at, limit)
    stops = at + 3 < limit and codes[at + 1] == _STOP and codes[at + 3] == _STOP
    if stops and entries[codes[at + 2]] & _LETTERS:
        return _end_of_abbreviation(codes, entries, at + 4, limit)
    return _end_of_letters(codes, entries, at, limit)


@njit(cache=True, nogil=True)
def _end_of_abbreviation(codes: Codes, entries: Codes, at: int, limit: int) -> int:
    while at + 1 < limit and entries[codes[at]] & _LETTERS and codes[at + 1] == _STOP:
        at += 2
    return at


@njit(cache=True, nogil=True)
def _end_of_number(codes: Codes, entries: Codes, at: int, limit: int) -> int:
    while at < limit:
        code = codes[at]
        if entries[code] & _DIGITS:
            at += 1
        elif (
            code in (_STOP, _COMMA, _COLON) and at + 1 < limit and entries[codes[at + 1]] & _DIGITS
        ):
            at += 2
        else:
            break
    return at


@njit(cache=True, nogil=True)
def _end_of_letters(codes: Codes, entries: Codes, at: int, limit: int) -> int:
    while at < limit:
        code = codes[at]
        if entries[code] & _STAYS_IN_WORD:
            at += 1
        elif (
            code in (_APOSTROPHE, _TYPOGRAPHIC_APOSTROPHE)
            and at + 1 < limit
            and entries[codes[at + 1]] & _LETTERS
        ):
            at += 2
        else:
            break
    return at


@njit(cache=True, nogil=True)
def _hash(codes: Codes, at: int, end: int, known: Alphabet) -> tuple[np.uint64, bool]:
    """The hash of the key of a word, and whether the order of its marks is settled."""
    state = _FIRST_STATE
    flags = np.uint32(0)
    stop = end
    owned = end - at > 2 and known.entries[codes[end - 2]] & _VALUE == _APOSTROPHE
    if owned and known.entries[codes[end - 1]] & _VALUE == _SMALL_S:
        stop = end - 2
    for place in range(at, stop):
        entry = known.entries[codes[place]]
        flags |= entry
        state = (state ^ np.uint64(entry & _VALUE)) * _MULTIPLIER
    if flags & _HARD:
        return _hard_hash(codes, at, end, known)
    return mixed(state), True


@njit(cache=True, nogil=True)
def _hard_hash(codes: Codes, at: int, end: int, known: Alphabet) -> tuple[np.uint64, bool]:
    """The same where a code point folds to several, to none or to a mark."""
    state = before = earlier = _FIRST_STATE  # now, and without the last one and two code points
    last = previous = np.uint32(0)
    settled = True
    for place in range(at, end):
        entry = known.entries[codes[place]]
        first, stop = np.int64(0), np.int64(1)
        if entry & _SEQUENCE:
            first = np.int64(entry & _VALUE) + 1
            stop = first + np.int64(known.sequences[first - 1])
        for step in range(first, stop):
            folded = known.sequences[step] if entry & _SEQUENCE else entry
            folded &= _VALUE | _MOVES
            if folded & last & _MOVES:
                settled = False
            earlier, before = before, state
            previous, last = last, folded
            state = (state ^ np.uint64(folded & _VALUE)) * _MULTIPLIER
    if last == _APOSTROPHE:
        state = before
    elif last == _SMALL_S and previous == _APOSTROPHE:
        state = earlier
    return mixed(state), settled


@njit(cache=True, nogil=True)
def _hashes(codes: Codes, bounds: Places) -> Hashes:
    found = np.empty(len(bounds) - 1, np.uint64)
    for text in range(len(found)):
        state = _FIRST_STATE
        for place in range(bounds[text], bounds[text + 1]):
            state = (state ^ np.uint64(codes[place])) * _MULTIPLIER
        found[text] = mixed(state)
    return found


@njit(cache=True, nogil=True)
def mixed(state: np.uint64) -> np.uint64:
    """A hash whose every bit depends on every bit of `state`."""
    state = (state ^ (state >> _HIGH)) * _MULTIPLIER
    return state ^ (state >> _LOW)
