"""Deducts words whose company no parent has near them.

What a text says lies in which words it puts beside each other; a word is looked up with its
neighbours, as the dependency arcs of a generated text are in its source (Goyal and Durrett 2020,
"Evaluating Factuality in Generation with Dependency-level Entailment"), but without a parse.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.reading import Reading, WordKind
from newstemma.collate.score.sources import Sources
from newstemma.collate.support import Places, is_near
from newstemma.records import Span

__all__ = ["FAR", "NEAR", "company", "company_at", "distance"]

FAR = 60  # words from which on it does not matter how far
NEAR = 12
_MOST_PLACES = 60  # of a word that are tried
_GROUNDS = {
    WordKind.NAME: Ground.ALONE_NAME,
    WordKind.NUMBER: Ground.ALONE_NUMBER,
    WordKind.OTHER: Ground.ALONE,
}


def company(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    """What each word lacks of its neighbours, and each two neighbours that stand apart."""
    for n in reading.content:
        neighbours = reading.neighbours(n)
        if neighbours and n in reading.meant:
            held, place = company_at(sources.places[reading.meant[n]], neighbours, sources.places)
            parent, span = sources.where(place)
            yield Deduction(
                ground=_GROUNDS[reading.kind(n)],
                amount=1 - held,
                child_span=reading.span(n),
                parent=parent,
                parent_span=span,
            )
        elif neighbours:
            yield Deduction(
                ground=_GROUNDS[reading.kind(n)], amount=1.0, child_span=reading.span(n)
            )
    yield from _pairs(reading, sources)


def company_at(
    places: Sequence[int], neighbours: Sequence[str | None], around: Places
) -> tuple[float, int]:
    """The largest share of `neighbours` that stands near one of `places`, and that place."""
    best, at = -1, places[0]
    known = [key for key in neighbours if key is not None]
    for place in _tried(places, neighbours, around):
        held = sum(is_near(key, place, around) for key in known)
        if held > best:
            best, at = held, place
        if held == len(known):
            break
    return best / max(len(neighbours), 1), at


def _tried(
    places: Sequence[int], neighbours: Sequence[str | None], around: Places
) -> Sequence[int]:
    """The places of a word; of a common one, those nearest to its rarest neighbour."""
    if len(places) <= _MOST_PLACES:
        return places
    there = [around[key] for key in neighbours if key is not None and key in around]
    rarest = min(there, key=len, default=())[:_MOST_PLACES]
    after = [bisect_left(places, place) for place in rarest]
    nearest = {n for at in after for n in (at - 1, at) if 0 <= n < len(places)}
    return [places[n] for n in sorted(nearest)] or places[:_MOST_PLACES]


def _pairs(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    for left, right in pairwise(reading.content):
        keys = [reading.meant.get(n) for n in (left, right)]
        apart = distance(keys[0], keys[1], sources.places) / (right - left)
        span = Span(reading.span(left).start, reading.span(right).end)
        loose = min(1.0, math.log(max(apart, 1.0)) / math.log(FAR))
        yield Deduction(ground=Ground.LOOSE, amount=loose, child_span=span)
        if apart * (right - left) > NEAR:
            yield Deduction(ground=Ground.TORN, amount=1.0, child_span=span)


def distance(left: str | None, right: str | None, places: Places) -> float:
    """The least number of words between two stems' places; infinite where one is nowhere."""
    few, many = sorted((places.get(key, ()) if key else () for key in (left, right)), key=len)
    best = math.inf
    for place in few[:_MOST_PLACES]:
        at = bisect_left(many, place)
        near = (abs(other - place) for other in many[max(at - 1, 0) : at + 2] if other != place)
        best = min(best, *near, math.inf)
    return best
