"""Who is drawn together: articles joined by ties, however indirectly."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

from networkx.utils import UnionFind

__all__ = ["grouped"]

_One = TypeVar("_One", bound=Hashable)


def grouped(members: Iterable[_One], ties: Iterable[tuple[_One, _One]]) -> list[list[_One]]:
    """The members in the groups that the ties make of them, each in the order of the members.

    >>> grouped([1, 2, 3, 4], [(4, 2)])
    [[1], [2, 4], [3]]
    """
    known = list(members)
    joined: UnionFind = UnionFind(known)
    for left, right in ties:
        joined.union(left, right)
    groups: dict[_One, list[_One]] = {}
    for one in known:
        groups.setdefault(joined[one], []).append(one)
    return list(groups.values())
