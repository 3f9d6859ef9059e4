"""Groups propositions that say the same, and never two that are known to differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from networkx.utils import UnionFind

from newstemma.corroborate.matching import Match

__all__ = ["clusters"]

_MOST = 6  # of a group that are held against another


def clusters(
    size: int, found: Sequence[Match], *, are_near: Callable[[int, int], bool]
) -> tuple[tuple[int, ...], ...]:
    """The places `[0, size)` in groups, sorted; matches are joined in their order.

    Two groups stay apart where a proposition of one is known to differ from one of the other,
    however many steps of likeness lie between them, and where few of the one are near any
    of the other: likeness does not run on for ever.
    """
    joined: UnionFind = UnionFind(range(size))
    apart: list[set[int]] = [set() for _ in range(size)]
    for match in found:
        if match.differs is not None:
            apart[match.left].add(match.right)
            apart[match.right].add(match.left)
    members = [{place} for place in range(size)]
    for match in found:
        left, right = joined[match.left], joined[match.right]
        if match.differs is not None or left == right or apart[left] & members[right]:
            continue
        if match.child is None and not _are_near(members[left], members[right], are_near):
            continue
        joined.union(left, right)
        kept = joined[left]
        gone = right if kept == left else left
        members[kept] |= members[gone]
        apart[kept] |= apart[gone]
    return tuple(sorted(tuple(sorted(group)) for group in joined.to_sets()))


def _are_near(left: Iterable[int], right: Iterable[int], near: Callable[[int, int], bool]) -> bool:
    """Whether a third of the pairs between the first of both groups are near, at least."""
    pairs = [near(a, b) for a in sorted(left)[:_MOST] for b in sorted(right)[:_MOST]]
    return 3 * sum(pairs) >= len(pairs)
