"""Tells whether words that stand together in a text stand together in its parents too.

Words alone say little: a retelling's comment is made of the story's own words. What a text says
lies in which of them it puts beside each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newstemma.collate.lines import Line

__all__ = ["Places", "are_near", "is_near", "places_of", "support"]

_NEAR = 12  # words within which neighbours stand together in a parent
_MOST_PLACES = 60
_LINE_BREAK = 2  # words by which what stands in two lines is farther apart

Places = Mapping[str, Sequence[int]]


def places_of(lines: Sequence[Line]) -> Places:
    """Where each stem of content stands in `lines`, counted through in words."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    start = 0
    for line in lines:
        for n, (key, weight) in enumerate(zip(line.stems, line.weights, strict=True)):
            if weight and len(found[key]) < _MOST_PLACES:
                found[key].append(start + n)
        start += len(line.words) + _LINE_BREAK
    return dict(found)


def support(line: Line, places: Places) -> float:
    """The share of the line's pairs of neighbouring content words, by weight, that stand near
    each other in `places`; 0 where it has no pair.
    """
    content = [n for n, weight in enumerate(line.weights) if weight]
    held = whole = 0.0
    for left, right in pairwise(content):
        weight = line.weights[left] + line.weights[right]
        whole += weight
        held += weight * are_near(line.stems[left], line.stems[right], places)
    return held / whole if whole else 0.0


def are_near(left: str, right: str, places: Places) -> bool:
    """Whether two stems stand within reach of each other anywhere."""
    return any(is_near(right, at, places) for at in places.get(left, ()))


def is_near(key: str, at: int, places: Places) -> bool:
    """Whether a stem stands within reach of a place."""
    there = places.get(key, ())
    first = bisect_left(there, at - _NEAR)
    return first < len(there) and there[first] <= at + _NEAR
