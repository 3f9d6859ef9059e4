"""What `text.segment` takes each code point for, and how a key folds it, as one table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from newstemma.reuse.kernels.arrays import Codes
from newstemma.text.segment import DIGIT, LETTER, MARK, UNSPACED, word_key

__all__ = [
    "DIGITS",
    "JOINS",
    "LETTERS",
    "MARKS",
    "MOVES",
    "SEQUENCE",
    "UNSPACED_ONES",
    "VALUE",
    "Alphabet",
    "alphabet",
    "decomposed",
]

# An entry of the table: what the code point folds to, its class, and two flags.
VALUE: Final = (1 << 21) - 1
LETTERS: Final = 1 << 24
MARKS: Final = 1 << 25
DIGITS: Final = 1 << 26
UNSPACED_ONES: Final = 1 << 27
JOINS: Final = 1 << 28  # a stop or an apostrophe: the word may go on behind it
MOVES: Final = 1 << 30  # a mark whose order beside another mark is not that of the text
SEQUENCE: Final = 1 << 31  # the value is a place in `sequences`: a length, then that many entries

_CODE_POINTS: Final = 0x110000
_ASSIGNED: Final = 0x34000  # no letter, digit or mark of a word is beyond
_CLASSES = (MARK, MARKS), (f"[{UNSPACED}]", UNSPACED_ONES), (DIGIT, DIGITS), (LETTER, LETTERS)


class Alphabet(NamedTuple):
    """An entry for every code point, and the entries of those that fold to none or several.

    A named tuple, as kernels take those and no dataclasses.
    """

    entries: Codes
    sequences: Codes


@cache
def alphabet() -> Alphabet:
    """The table, built once from `unicodedata` and the patterns of `text.segment`."""
    entries = np.arange(_CODE_POINTS, dtype=np.uint32)
    everything = "".join(map(chr, range(_ASSIGNED)))
    for pattern, kind in _CLASSES:
        for found in re.finditer(f"(?:{pattern})+", everything):
            entries[found.start() : found.end()] |= kind
    sequences = [0]  # of length 0, for what a key leaves out
    for code in _changing(np.flatnonzero(entries > VALUE).tolist()):
        folded = list(_folded(chr(code)))
        value = folded[0] if len(folded) == 1 else SEQUENCE | (len(sequences) if folded else 0)
        entries[code] = value | (int(entries[code]) & ~VALUE)
        if len(folded) > 1:
            sequences += [len(folded), *folded]
    entries[ord(".")] = JOINS | SEQUENCE
    entries[[ord("'"), ord("’")]] = JOINS | ord("'")
    return Alphabet(entries, np.array(sequences, dtype=np.uint32))


def decomposed(key: str) -> str:
    """The form of a key that is hashed: canonically decomposed."""
    return unicodedata.normalize("NFD", key)


def _changing(codes: list[int]) -> Iterator[int]:
    """The code points of words whose folded form may be another than themselves."""
    for code in codes:
        one = chr(code)
        if (
            0xAC00 <= code < 0xD7A4  # Hangul decomposes by a rule
            or not (one.isalnum() and one.casefold() == one)
            or unicodedata.decomposition(one)
        ):
            yield code


def _folded(one: str) -> Iterator[int]:
    iota = "\u0345" in unicodedata.normalize("NFKD", one)  # a mark that folds to a letter
    for folded in decomposed(word_key(one)):
        moves = unicodedata.combining(folded) or iota
        yield ord(folded) | (MOVES if moves else 0)
