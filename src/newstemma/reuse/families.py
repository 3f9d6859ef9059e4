"""Accepted pairs -> families: the texts that come from one text, with the most complete of them.

A family grows along two kinds of pairs. Where either text is mostly in the other, both belong
together. Where only one of them is, it is a part of the other, and a part alone proves little: a
digest holds many stories, and a short text may stand in several longer ones. So a part joins the
one text it fills most of, unless a part of that text with nothing in common with it is as large.
Passages link texts and join none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.parts import counted, shares
from newstemma.reuse.kernels.table import Flags, Floats, Ints, Keys
from newstemma.reuse.kernels.verdict import Kind, Kinds

__all__ = ["Families", "Links", "families", "joining"]

_MOSTLY = 0.5  # of a text's parts
# Score from which a rewrite joins. Of the retellings of `rewrites/` .94 reach it, and of the pairs
# of reports on one event that were compared (ecbplus) .28.
_SURE = 0.9
_RIVALS = 64  # parts of one text that a part is compared with, the largest ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Parallel arrays, a row for each accepted pair: its two texts, its kind and score (see
    `verdict.settle`), and the parts of either text that are in the other (see `parts`).
    """

    left: Ints
    right: Ints
    kind: Kinds
    score: Floats
    left_parts: Keys
    right_parts: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Parallel arrays, a row for each text: the first text of its family, how many the family
    has, and the most complete one, the first of equals.
    """

    first: Ints
    size: Ints
    representative: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """Parallel arrays, two rows for each pair that joins, one for each of its texts: the text,
    the other one, the parts of the text that are in the other, their number and their share of
    it, and the share of the other that is in the text.
    """

    text: Ints
    other: Ints
    bits: Keys
    count: Ints
    share: Floats
    other_share: Floats


def families(links: Links, words: Ints) -> Families:
    """The families of all texts; `words` has the size of each.

    Neither the order of the links matters nor which text of a pair is the left one. Time grows
    with the links, but for sorting them.
    """
    ends = _ends(links, words)
    roots = np.arange(len(words))
    whole = (ends.share >= _MOSTLY) & (ends.other_share >= _MOSTLY)
    _unite(roots, ends.text[whole], ends.other[whole])
    part = (ends.share < _MOSTLY) & (ends.other_share >= _MOSTLY)
    _unite(roots, *_parts_that_join(ends, part, roots.copy(), words))
    return _described(roots, words)


def joining(kind: Kinds, score: Floats) -> Flags:
    """Which pairs may join their texts: those that share no more than a passage do not."""
    joins: Flags = (kind >= Kind.EDIT) | ((kind == Kind.REWRITE) & (score >= _SURE))
    return joins


def _ends(links: Links, words: Ints) -> _Ends:
    """Both ends of the pairs that join, in the order of their texts, the largest parts first."""
    kept = joining(links.kind, links.score)
    one, two = links.left[kept].astype(np.int64), links.right[kept].astype(np.int64)
    text, other = np.concatenate([one, two]), np.concatenate([two, one])
    bits = np.concatenate([links.left_parts[kept], links.right_parts[kept]])
    share = shares(bits, words[text])
    count = counted(bits)
    order = np.lexsort((other, -count, text))
    return _Ends(
        text=text[order],
        other=other[order],
        bits=bits[order],
        count=count[order],
        share=share[order],
        other_share=np.roll(share, len(one))[order],
    )


def _parts_that_join(ends: _Ends, part: Flags, roots: Ints, words: Ints) -> tuple[Ints, Ints]:
    """For each group of texts united so far the one larger text that it joins, if any."""
    alone = ~_rivalled(ends.text, roots[ends.other], ends.bits, ends.count)
    rows = np.flatnonzero(part & alone)
    small, large = ends.other[rows], ends.text[rows]
    order = np.lexsort((small, large, -words[large], -ends.count[rows], roots[small]))
    first = np.ones(len(order), np.bool_)
    first[1:] = roots[small][order][1:] != roots[small][order][:-1]
    chosen = order[first]
    return small[chosen], large[chosen]


@njit(cache=True, nogil=True)
def _rivalled(text: Ints, group: Ints, bits: Keys, count: Ints) -> Flags:
    """Which parts of a text have beside them one as large, of another group, elsewhere in it."""
    rivalled = np.zeros(len(text), np.bool_)
    first = 0
    for row in range(len(text)):
        if text[row] != text[first]:
            first = row
        for rival in range(first, min(first + _RIVALS, len(text))):
            if text[rival] != text[row] or count[rival] < count[row]:
                break
            if group[rival] != group[row] and 2 * _ones(bits[rival] & bits[row]) < count[row]:
                rivalled[row] = True
                break
    return rivalled


@njit(cache=True, nogil=True)
def _ones(bits: np.uint64) -> int:
    count = 0
    while bits:
        bits &= bits - np.uint64(1)
        count += 1
    return count


@njit(cache=True, nogil=True)
def _unite(roots: Ints, one: Ints, other: Ints) -> None:
    """Joins the groups of the pairs; the root of each is its first text."""
    for pair in range(len(one)):
        left, right = _root(roots, one[pair]), _root(roots, other[pair])
        roots[max(left, right)] = min(left, right)
    for text in range(len(roots)):
        roots[text] = roots[roots[text]]


@njit(cache=True, nogil=True)
def _root(roots: Ints, text: int) -> int:
    while roots[text] != text:
        roots[text] = roots[roots[text]]
        text = roots[text]
    return text


def _described(roots: Ints, words: Ints) -> Families:
    size = np.bincount(roots, minlength=len(roots))[roots]
    order = np.lexsort((-words, roots))
    firsts = np.searchsorted(roots[order], roots)
    return Families(first=roots, size=size, representative=order[firsts])
