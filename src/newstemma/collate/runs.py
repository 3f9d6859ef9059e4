"""Matches the words of a child's sentence with those of the sentences it rests on.

Common runs of stems, longest first, each word used once: greedy string tiling (Wise 1993),
started from content words only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.collate.lines import Line

__all__ = ["Passage", "Place", "passage"]

_MOST_PLACES = 8  # of one stem in the parents' sentences
_NEAR = 5  # words round a word among which its anchors stand
_SHIFT = 3  # words by which an anchor's partner may be out of step
_ANCHORS = 2


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A word of the parents' sentences: which sentence, which position in it."""

    line: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A child's sentence, the parents' sentences, and the word of theirs for each of its words."""

    child: Line
    parents: tuple[Line, ...]
    partners: tuple[Place | None, ...]

    def partners_in(self, positions: range) -> tuple[Place, ...]:
        """The partners of the words at `positions`, in the child's order."""
        return tuple(p for p in self.partners[positions.start : positions.stop] if p)

    def share(self, positions: range) -> float:
        """How much of the weight at `positions` has a partner, 1 where there is no weight."""
        weights = self.child.weights
        whole = sum(weights[n] for n in positions)
        held = sum(weights[n] for n in positions if self.partners[n])
        return held / whole if whole else 1.0

    def is_anchored(self, position: int) -> bool:
        """Whether two content words near by have partners near the partner of this one."""
        here = self.partners[position]
        shared = 0
        for n in range(max(position - _NEAR, 0), min(position + _NEAR + 1, len(self.partners))):
            other = self.partners[n]
            if here and other and n != position and self.child.weights[n]:
                moved = (other.position - here.position) - (n - position)
                shared += other.line == here.line and abs(moved) <= _SHIFT
        return shared >= _ANCHORS


def passage(child: Line, parents: Sequence[Line]) -> Passage:
    """Aligns the words of `child` with those of `parents`."""
    partners: list[Place | None] = [None] * len(child.words)
    taken: set[Place] = set()
    runs = _runs(child, parents)
    runs.sort(key=lambda run: (-run[2], run[1].line, run[0], run[1].position))
    for first, place, length in runs:
        for step in range(length):
            at = Place(place.line, place.position + step)
            if partners[first + step] is None and at not in taken:
                partners[first + step] = at
                taken.add(at)
    return Passage(child=child, parents=tuple(parents), partners=tuple(partners))


def _runs(child: Line, parents: Sequence[Line]) -> list[tuple[int, Place, int]]:
    """Every maximal common run that holds a content word: first, place, length."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for number, line in enumerate(parents):
        for position, (key, weight) in enumerate(zip(line.stems, line.weights, strict=True)):
            if weight and len(places[key]) < _MOST_PLACES:
                places[key].append(Place(number, position))
    found: list[tuple[int, Place, int]] = []
    ends: dict[tuple[int, int], int] = {}  # of the last run between a line and the child's, moved
    for position, key in enumerate(child.stems):
        for place in places.get(key, ()):
            moved = place.line, place.position - position
            if position >= ends.get(moved, 0):
                start, length = _extend(child, parents[place.line], position, place.position)
                found.append((start, Place(place.line, moved[1] + start), length))
                ends[moved] = start + length
    return found


def _extend(child: Line, parent: Line, position: int, other: int) -> tuple[int, int]:
    """The start and length of the common run through a pair of equal words."""
    shift = other - position
    start, end = position, position + 1
    while (
        start > 0
        and start + shift > 0
        and child.stems[start - 1] == parent.stems[start + shift - 1]
    ):
        start -= 1
    while (
        end < len(child.stems)
        and end + shift < len(parent.stems)
        and child.stems[end] == parent.stems[end + shift]
    ):
        end += 1
    return start, end - start
