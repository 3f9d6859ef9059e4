"""In whose words a place of an article stands: the contents of attributions, innermost first."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.records import Attribution

__all__ = ["Contents", "contents_of"]

_DEEPEST = 8  # contents inside each other that are told; nobody nests more


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """From each of `starts` on to the next one, the attributions of whose contents it is part."""

    starts: tuple[int, ...]
    inside: tuple[tuple[int, ...], ...]

    def around(self, at: int) -> tuple[int, ...]:
        """The places of the attributions in whose contents the character at `at` stands.

        The shortest content comes first.
        """
        place = bisect_right(self.starts, at) - 1
        return self.inside[place] if place >= 0 else ()


def contents_of(said: Sequence[Attribution]) -> Contents:
    """Makes the contents of an article's attributions of speech searchable by place."""
    spans = [
        (len(span), place, span)
        for place, one in enumerate(said)
        if one.speech
        for span in one.content_spans
    ]
    edges: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for length, place, span in spans:
        edges[span.start].append((length, place))
        edges[span.end].append((-length, place))
    open_: list[tuple[int, int]] = []
    inside = []
    for edge in sorted(edges):
        for length, place in edges[edge]:
            if length > 0:
                insort(open_, (length, place))
            elif length < 0:
                open_.remove((-length, place))
        inside.append(tuple(dict.fromkeys(place for _, place in open_[:_DEEPEST])))
    return Contents(starts=tuple(sorted(edges)), inside=tuple(inside))
