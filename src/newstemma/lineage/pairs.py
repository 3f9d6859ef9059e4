"""Two articles in no order."""

from __future__ import annotations

__all__ = ["Pair", "pair_of"]

Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """The ids of two articles, the smaller first, whichever way they are given.

    >>> pair_of("b", "a") == pair_of("a", "b") == ("a", "b")
    True
    """
    return (one, other) if one <= other else (other, one)
