"""How much of one stretch of text lies in many others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newstemma.records import Span

__all__ = ["Cover", "cover"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The sorted starts and ends of some spans, each with the sum of those before it.

    A span takes as long to look up among thousands as it does among a few.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    start_sums: Sequence[int]
    end_sums: Sequence[int]

    def holds(self, span: Span) -> bool:
        """Whether most of `span` lies in the spans; where two overlap, both count.

        >>> cover([Span(4, 20)]).holds(Span(0, 10))
        True
        """
        return 2 * (self._before(span.end) - self._before(span.start)) > len(span)

    def _before(self, place: int) -> int:
        """How many characters of the spans stand before a place."""
        begun, ended = bisect_left(self.starts, place), bisect_left(self.ends, place)
        return (begun - ended) * place - self.start_sums[begun] + self.end_sums[ended]


def cover(spans: Iterable[Span]) -> Cover:
    """The spans, in any order, made ready to be asked."""
    edges = [(span.start, span.end) for span in spans]
    starts, ends = sorted(start for start, _ in edges), sorted(end for _, end in edges)
    return Cover(
        starts=starts,
        ends=ends,
        start_sums=list(accumulate(starts, initial=0)),
        end_sums=list(accumulate(ends, initial=0)),
    )
