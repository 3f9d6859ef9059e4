"""Deducts running words, grammar included, that no parent has running or close by in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.reading import Reading
from newstemma.collate.score.sources import Sources, triples

__all__ = ["running"]


def running(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    """Each two or three words running that the parents lack (ROUGE's precision, Lin 2004)."""
    line = reading.line
    stems = [reading.stem(n) for n in range(len(line.words))]
    keys = [word.key for word in line.words]
    for at, pair in enumerate(pairwise(stems)):
        if pair not in sources.close:
            yield _deduction(Ground.PARTED, reading, at, 2)
    for at, pair in enumerate(pairwise(keys)):
        if pair not in sources.pairs:
            yield _deduction(Ground.NEW_PAIR, reading, at, 2)
    for at, triple in enumerate(triples(keys)):
        if triple not in sources.triples:
            yield _deduction(Ground.NEW_TRIPLE, reading, at, 3)


def _deduction(ground: Ground, reading: Reading, at: int, length: int) -> Deduction:
    span = reading.line.span_of(at, at + length)
    return Deduction(ground=ground, amount=1.0, child_span=span)
