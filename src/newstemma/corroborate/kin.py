"""Which propositions of a child rest on which of its parent: those in aligned sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newstemma.collate.align import align, index_lines
from newstemma.collate.lines import Line, lines_of
from newstemma.corroborate.propositions import Proposition
from newstemma.corroborate.scene import Scene

__all__ = ["kin"]


def kin(told: Sequence[Proposition], scene: Scene) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Places in `told`: of a child's proposition, and of its parent's in aligned sentences.

    Once for each parent that has any.
    """
    edges = [(child, parent) for child in sorted(scene.parents) for parent in scene.parents[child]]
    articles = sorted({article for edge in edges for article in edge})
    lines = {article: lines_of(scene.witnesses[article]) for article in articles}
    places = _by_line(told, lines)
    for child, parent in edges:
        for one in align(lines[child], index_lines(lines[parent])):
            numbers = sorted({line.number for line in one.parents})
            beside = tuple(place for n in numbers for place in places.get((parent, n), ()))
            for place in places.get((child, one.child.number), ()) if beside else ():
                yield place, beside


def _by_line(
    told: Sequence[Proposition], lines: Mapping[str, Sequence[Line]]
) -> Mapping[tuple[str, int], Sequence[int]]:
    """The propositions by their article and the number of their line in it."""
    starts = {article: [line.span.start for line in lines[article]] for article in lines}
    found: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        if one.article in starts:
            number = bisect_right(starts[one.article], one.at) - 1
            found[one.article, max(number, 0)].append(place)
    return found
