"""Deducts what a sentence says that its best sentence in a parent does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.reading import Reading
from newstemma.collate.score.sources import Sources
from newstemma.text.rarity import UNKNOWN

__all__ = ["spread"]

_MOST_LINES = 64  # of the parents that one stem may lead to
_CANDIDATES = 20


def spread(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    """What is not in the parents' line that has most of it, by weight, nor in a second one."""
    weights = {reading.stem(n): reading.line.weights[n] for n in reading.content}
    held = _held(weights, sources)
    if not held:
        return
    ranked = nsmallest(_CANDIDATES, held, key=lambda number: (-held[number], number))
    best, line = ranked[0], sources.lines[ranked[0]]
    missing = {key: weight for key, weight in weights.items() if key not in {*line.stems}}
    beside = [n for n in (best - 1, best + 1) if 0 <= n < len(sources.lines)]
    whole = sum(missing.values())
    for ground, amount in (
        (Ground.SCATTERED, whole),
        (Ground.APART, whole - _most(missing, beside, sources)),
        (Ground.BEYOND, whole - _most(missing, ranked[1:], sources)),
    ):
        yield Deduction(
            ground=ground,
            amount=amount / UNKNOWN,
            child_span=reading.line.span,
            parent=line.witness.id,
            parent_span=line.span,
        )


def _held(weights: Mapping[str, float], sources: Sources) -> Mapping[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    for key, weight in weights.items():
        for number in sources.postings.get(key, ())[:_MOST_LINES]:
            found[number] += weight
    return found


def _most(missing: Mapping[str, float], numbers: Sequence[int], sources: Sources) -> float:
    """The most of what is missing that one of the parents' lines has."""
    held = (
        sum(missing[key] for key in sorted(missing.keys() & {*sources.lines[n].stems}))
        for n in numbers
    )
    return max(held, default=0.0)
