"""How badly some words fit a place: what they and the words round them lack in the parents."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newstemma.collate.lines import Line
from newstemma.collate.score.company import FAR, NEAR, company_at, distance
from newstemma.collate.score.deduction import Ground
from newstemma.collate.score.reading import NEIGHBOURS, Reading
from newstemma.collate.score.sources import Sources

__all__ = ["Place", "misfits", "place_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Some words, at the positions `at`, with those round them: keys, stems and weights."""

    keys: tuple[str, ...]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    at: range

    def filled(self, line: Line, positions: range) -> Place:
        """The same place with the words of another line put there."""
        own, there = self.at, slice(positions.start, positions.stop)
        keys = tuple(word.key for word in line.words[there])
        return replace(
            self,
            keys=(*self.keys[: own.start], *keys, *self.keys[own.stop :]),
            stems=(*self.stems[: own.start], *line.stems[there], *self.stems[own.stop :]),
            weights=(*self.weights[: own.start], *line.weights[there], *self.weights[own.stop :]),
            at=range(own.start, own.start + len(keys)),
        )


def place_of(reading: Reading, at: range) -> Place:
    """The words of a line at some positions, with three content words on each side."""
    line, content = reading.line, reading.content
    before = [n for n in content if n < at.start][-NEIGHBOURS:]
    after = [n for n in content if n >= at.stop][:NEIGHBOURS]
    first = min([*before, max(at.start - 2, 0)])
    end = max([*(n + 1 for n in after), min(at.stop + 2, len(line.words))])
    return Place(
        keys=tuple(word.key for word in line.words[first:end]),
        stems=tuple(reading.stem(n) for n in range(first, end)),
        weights=line.weights[first:end],
        at=range(at.start - first, at.stop - first),
    )


def misfits(place: Place, sources: Sources, alone: Ground) -> Iterator[tuple[Ground, float]]:
    """What the score would deduct for the words at the place, with its ground.

    `alone` is the ground of those whose neighbours are not near them.
    """
    content = [n for n, weight in enumerate(place.weights) if weight]
    own = [n for n in content if n in place.at]
    near = [place.stems[n] for n in content if n not in place.at]
    for n in own:
        places = sources.places.get(place.stems[n])
        held = company_at(places, near, sources.places)[0] if places else 0.0
        yield alone, (1 - held) / len(own)
    yield from _parted(place, content, sources)
    yield from _strange(place, sources)


def _parted(
    place: Place, content: Sequence[int], sources: Sources
) -> Iterator[tuple[Ground, float]]:
    """Two content words running, one of them in the place, that the parents have far apart."""
    for left, right in pairwise(content):
        if right >= place.at.start and left < place.at.stop:
            apart = distance(place.stems[left], place.stems[right], sources.places)
            loose = max(apart / (right - left), 1.0)
            yield Ground.LOOSE, min(1.0, math.log(loose) / math.log(FAR))
            if apart > NEAR:
                yield Ground.TORN, 1.0


def _strange(place: Place, sources: Sources) -> Iterator[tuple[Ground, float]]:
    """Words running that the parents do not have so."""
    keys, stems, at = place.keys, place.stems, place.at
    for n in range(max(at.start - 1, 0), min(at.stop, len(keys) - 1)):
        if stems[n : n + 2] not in sources.close:
            yield Ground.PARTED, 1.0
        if keys[n : n + 2] not in sources.pairs:
            yield Ground.NEW_PAIR, 1.0
    for n in range(max(at.start - 2, 0), min(at.stop, len(keys) - 2)):
        if keys[n : n + 3] not in sources.triples:
            yield Ground.NEW_TRIPLE, 1.0
