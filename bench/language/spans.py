"""Scores labelled spans exactly, as CofeNet does: a span is right when its role and both its ends
are, within one paragraph.

CofeNet (Wang et al., COLING 2022) reads PolNeAR as one tag sequence a paragraph, B-ROLE, I-ROLE or
O for each token, and counts a span as found where begin and end agree. Here the same is done on
characters: a span is snapped outward to whole tokens (words, single signs), as a few of PolNeAR's
start inside a word, and cut at the ends of paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.records import Span

__all__ = ["ROLES", "Labelled", "Ruler", "exact_counts", "f1"]

ROLES = ("source", "cue", "content")

_TOKEN = re.compile(r"(?:[^\W_]|_)+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Labelled:
    """A stretch of one paragraph with its role; `first` and `end` count tokens."""

    first: int
    end: int
    role: str


class Ruler:
    """The tokens and paragraphs of a text, against which spans are measured."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _TOKEN.finditer(text)]
        self.tokens: Sequence[Span] = tuple(Span(*span) for span in found)
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]
        self._paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._openings = [start for start, _ in self._paragraphs]

    def labelled(self, role: str, span: Span) -> Iterator[Labelled]:
        """The span in tokens, one for each paragraph it runs through."""
        if not span:
            return
        at = max(0, bisect_right(self._openings, span.start) - 1)
        while at < len(self._paragraphs) and self._paragraphs[at][0] < span.end:
            start, end = self._paragraphs[at]
            first = bisect_right(self._ends, max(start, span.start))
            last = bisect_left(self._starts, min(end, span.end))
            if first < last:
                yield Labelled(first, last, role)
            at += 1

    def paragraphs(self) -> Iterator[range]:
        """The token numbers of each paragraph."""
        for start, end in self._paragraphs:
            yield range(bisect_left(self._starts, start), bisect_left(self._starts, end))


def exact_counts(gold: Iterable[Labelled], found: Iterable[Labelled]) -> Counter[str]:
    """How many spans of each role are wanted, reported and right: "source.wanted" and so on."""
    wanted, reported = set(gold), set(found)
    counts: Counter[str] = Counter()
    for name, spans in (
        ("wanted", wanted),
        ("reported", reported),
        ("right", wanted & reported),
    ):
        counts.update(f"{span.role}.{name}" for span in sorted(spans))
    return counts


def f1(counts: Counter[str], role: str) -> float:
    """The F1 of one role; 0 where nothing is right."""
    total = counts[f"{role}.wanted"] + counts[f"{role}.reported"]
    return 2 * counts[f"{role}.right"] / total if total else 0.0
