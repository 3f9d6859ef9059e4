"""Tells one name in two spellings from two names."""

from __future__ import annotations

from rapidfuzz.distance import OSA

__all__ = ["is_misspelling"]

_SHORTEST = 4  # letters of a part in which one may be wrong
_LETTERS = 4  # of which one may be wrong, in the name as a whole


def is_misspelling(name: str, other: str) -> bool:
    """Whether two different names, as keys, are the same but for slips of spelling.

    Names of one part never are: a letter parts Iran from Iraq. In longer ones every part must
    have its like in the same place, with the same first letter and at most one slip.

    >>> is_misspelling("ottilie maarn", "otilie marn")
    True
    >>> is_misspelling("iran", "iraq")
    False
    """
    left, right = name.split(), other.split()
    if len(left) != len(right) or len(left) < 2 or left == right:
        return False
    slips = [OSA.distance(a, b, score_cutoff=1) for a, b in zip(left, right, strict=True)]
    short = any(
        n and (min(len(a), len(b)) < _SHORTEST or a[0] != b[0])
        for n, a, b in zip(slips, left, right, strict=True)
    )
    return not short and max(slips) <= 1 and sum(slips) * _LETTERS <= len(name)
