"""Deducts words that no parent has."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.reading import Reading, WordKind
from newstemma.collate.score.sources import Sources
from newstemma.records import MentionKind
from newstemma.text.quantities import parts_of
from newstemma.text.rarity import UNKNOWN

__all__ = ["novelty"]

_GROUNDS = {WordKind.NAME: Ground.NEW_NAME, WordKind.OTHER: Ground.NEW_WORD}


def novelty(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    """New words by their rarity, names and numbers as wholes, and words put for others."""
    for n in reading.content:
        amount, kind = reading.line.weights[n] / UNKNOWN, reading.kind(n)
        if n not in reading.meant and kind in _GROUNDS:
            yield Deduction(ground=_GROUNDS[kind], amount=amount, child_span=reading.span(n))
        elif n in reading.borrowed:
            parent, span = sources.where(sources.places[reading.stem(n)][0])
            yield Deduction(
                ground=Ground.SYNONYM,
                amount=amount,
                child_span=reading.span(n),
                parent=parent,
                parent_span=span,
            )
    for mention in reading.line.of_kind(MentionKind.NUMBER):
        if parts_of(mention.key)[1] not in sources.numbers:
            yield Deduction(ground=Ground.NEW_NUMBER, amount=1.0, child_span=mention.span)
