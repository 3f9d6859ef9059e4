"""How near the texts of one family are to each other, word for word and in order.

Sets of words or of runs of words saturate between generations of one chain: a rewriter falls back
on the same few wordings, so that a text is as near to its grandparent as to its parent. What
stays in its *place* tells more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein

from newstemma.lineage.profile import Profile

__all__ = ["Matrix", "edits", "kept", "runs", "unspoilt"]

Matrix = NDArray[np.float64]
"""One number for each [parent, child]."""

_T = TypeVar("_T")

_MOST = 4000  # words that are compared; the cost of a pair grows with their square
_FEW = 2  # runs added to every count, so that a handful decides nothing


def kept(profiles: Sequence[Profile]) -> Matrix:
    """The share of the child's words that stand in the parent in the same order."""
    texts = [_tokens(one) for one in profiles]
    common = _mutual(texts, LCSseq.similarity)
    return np.asarray(common / np.array([max(len(text), 1) for text in texts]))


def edits(profiles: Sequence[Profile]) -> Matrix:
    """The share of the longer one's words that need no edit (Levenshtein 1966); symmetric."""
    return _mutual([_tokens(one) for one in profiles], Levenshtein.normalized_similarity)


def unspoilt(profiles: Sequence[Profile], root: int) -> Matrix:
    """The share of the child's wording from the root that the parent has as well.

    What came down from the root came through every text between.
    """
    own = [_runs(one, 2) for one in profiles]
    handed = [one & own[root] for one in own]
    sizes = np.array([len(one) + _FEW for one in handed])
    return np.asarray(_mutual(handed, _common) / sizes)


def runs(profiles: Sequence[Profile]) -> Matrix:
    """The share of the child's runs of three words that the parent has, wherever they stand."""
    own = [_runs(one, 3) for one in profiles]
    return np.asarray(_mutual(own, _common) / np.array([len(one) + _FEW for one in own]))


def _tokens(one: Profile) -> list[str]:
    """The words, and the marks between them, which a rewriter keeps or changes as well."""
    tokens: list[str] = []
    end = 0
    for word in one.witness.words[:_MOST]:
        between = one.witness.text[end : word.start]
        tokens += [mark for mark in between if not mark.isspace()]
        tokens += ["\n"] * ("\n" in between)
        tokens.append(word.key)
        end = word.end
    return tokens


def _runs(one: Profile, length: int) -> frozenset[tuple[str, ...]]:
    words = [word.key for word in one.witness.words]
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def _common(one: frozenset[_T], other: frozenset[_T]) -> float:
    return float(len(one & other))


def _mutual(texts: Sequence[_T], measure: Callable[[_T, _T], float]) -> Matrix:
    """The measure of each two; 0 of a text with itself, which is no candidate."""
    found = np.zeros((len(texts), len(texts)))
    for place, text in enumerate(texts):
        for other in range(place):
            found[place, other] = found[other, place] = measure(text, texts[other])
    return found
