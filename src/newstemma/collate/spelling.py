"""Tells one name in two spellings from two names."""

from __future__ import annotations

from newstemma.text.identity import compare_names
from newstemma.text.identity.alignment import How
from newstemma.text.identity.bearers import kind_of
from newstemma.text.identity.scorer import Answer

__all__ = ["is_misspelling"]

_SPELT = frozenset({How.EQUAL, How.SOUND, How.SPELLING, How.SCRIPT})


def is_misspelling(name: str, other: str) -> bool:
    """Whether two different names, as keys, are the same but for their spelling.

    Names of one part never are: a letter parts Iran from Iraq.

    >>> is_misspelling("ottilie maarn", "otilie marn")
    True
    >>> is_misspelling("iran", "iraq")
    False
    """
    left, right = name.split(), other.split()
    if len(left) != len(right) or len(left) < 2 or left == right:
        return False
    match = compare_names(name, other, kind=kind_of(name))
    return match.answer is Answer.SAME and all(one.how in _SPELT for one in match.aligned)
