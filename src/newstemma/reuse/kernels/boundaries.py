"""Where the sentences of many texts begin, compiled.

A coarser sister of `text.segment.sentences` for texts by the hundred thousand: only what stands
between two words is looked at, and of abbreviations it knows the shapes alone ("J.", "Mr.").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numba import njit
from numpy.typing import NDArray

from newstemma.reuse.kernels.table import Flags, Ints, Words

__all__ = ["sentence_starts"]

_LINE_ENDS = tuple(map(ord, "\n\r\x0b\x0c\u2028\u2029"))
_FULL_STOPS = tuple(map(ord, "。！？｡।۔؟"))  # they end a sentence whatever follows
_MARKS = tuple(map(ord, "!?…"))
_STOP = ord(".")
_SPACES = tuple(map(ord, " \t\u00a0\u2009\u202f"))

_Codes = NDArray[np.uint32]

# Of each code point of the scripts that have case: 1 for a capital, 2 for a small letter.
_CASE = np.array([1 if chr(c).isupper() else 2 * chr(c).islower() for c in range(0x600)], np.uint8)
_CAPITAL, _SMALL = 1, 2


def sentence_starts(
    texts: Sequence[str], starts: Ints, start: Words, end: Words, needed: Flags
) -> tuple[Ints, Words]:
    """The first words of the sentences of each text that is `needed`; the others are one sentence.

    `starts`, `start` and `end` are those of the texts' `Tokens`. The first array says where each
    text's rows start in the second, and where the last one's end; the second holds the number of
    the sentence's first word in its own text.
    """
    opens = np.zeros(len(start), np.bool_)
    opens[starts[:-1][np.diff(starts) > 0]] = True
    for text in np.flatnonzero(needed).tolist():
        own = slice(starts[text], starts[text + 1])
        codes = np.frombuffer(texts[text].encode("utf-32-le", "surrogatepass"), np.uint32)
        _mark(codes, start[own], end[own], opens[own])
    places = np.flatnonzero(opens)
    rows = np.searchsorted(places, starts)
    words = places - np.repeat(starts[:-1], np.diff(rows))
    return rows.astype(np.int64), words.astype(np.int32)


@njit(cache=True, nogil=True)
def _mark(codes: _Codes, start: Words, end: Words, opens: Flags) -> None:
    """Notes which words of a text open a sentence."""
    for word in range(1, len(start)):
        opens[word] = _parts(codes, start, end, word)


@njit(cache=True, nogil=True)
def _parts(codes: _Codes, start: Words, end: Words, word: int) -> bool:
    """Whether a sentence ends between a word and the one before it."""
    last = end[word - 1]
    after = _case(codes[start[word]])
    stop, space = False, False
    for place in range(last, start[word]):
        code = codes[place]
        if code in _FULL_STOPS:
            return True
        if code in _LINE_ENDS:
            return after != _SMALL
        if code in _MARKS and after != _SMALL:
            return True
        stop = stop or code == _STOP
        space = space or code in _SPACES
    if not stop or after == _SMALL:
        return False
    length = last - start[word - 1]
    if not space:  # "platform.He promised": a lost space, not "Node.Js"
        return after == _CAPITAL and length > 1 and _case(codes[last - 1]) == _SMALL
    return length > 3 or not _is_title(codes, start[word - 1], last)


@njit(cache=True, nogil=True)
def _is_title(codes: _Codes, first: int, last: int) -> bool:
    """A short word that opens with a capital, or a letter: "Mr", "Sen", "J"."""
    return _case(codes[first]) == _CAPITAL and (
        last - first == 1 or _case(codes[last - 1]) == _SMALL
    )


@njit(cache=True, nogil=True)
def _case(code: np.uint32) -> int:
    return _CASE[code] if code < len(_CASE) else 0
