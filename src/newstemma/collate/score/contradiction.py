"""Deducts what a parent contradicts: the opposite there, another of a kind, a negation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newstemma.collate.score.company import company_at
from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.reading import Reading
from newstemma.collate.score.sources import Sources, negated_at
from newstemma.collate.thesaurus import alternatives, opposites

__all__ = ["contradiction"]

_LISTS: tuple[tuple[Ground, Callable[[str], Sequence[str]]], ...] = (
    (Ground.OPPOSITE, opposites),
    (Ground.ALTERNATIVE, alternatives),
)
_MOSTLY = 0.5  # the share of a word's places that is negated


def contradiction(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    """What the neighbours of a word have near them in a parent instead of it."""
    for n in reading.content:
        for ground, others in _LISTS:
            keys = [key for key in others(reading.line.stems[n]) if key in sources.places]
            places = [place for key in keys for place in sources.places[key]]
            yield from _against(ground, n, places, reading, sources)
        if n in reading.numbers:
            numbers = sources.number_places
            yield from _against(Ground.OTHER_NUMBER, n, numbers, reading, sources)
    yield from _negations(reading, sources)


def _against(
    ground: Ground, position: int, others: Sequence[int], reading: Reading, sources: Sources
) -> Iterator[Deduction]:
    """By how much more of the word's neighbours stand near `others` than near itself."""
    neighbours = reading.neighbours(position)
    if not others or not neighbours:
        return
    places = sources.places.get(reading.line.stems[position], ())
    own = company_at(places, neighbours, sources.places)[0] if places else 0.0
    held, place = company_at(others, neighbours, sources.places)
    if held > own:
        parent, span = sources.where(place)
        yield Deduction(
            ground=ground,
            amount=held - own,
            child_span=reading.span(position),
            parent=parent,
            parent_span=span,
        )


def _negations(reading: Reading, sources: Sources) -> Iterator[Deduction]:
    negated = negated_at(reading.line)
    held: dict[int, bool] = {}
    for n, negation in negated.items():
        known = sources.negated.get(reading.stem(n), 0.0) > 0
        held[negation] = held.get(negation, False) or known
    for negation, known in held.items():
        if not known:
            span = reading.span(negation)
            yield Deduction(ground=Ground.NEGATED, amount=1.0, child_span=span)
    for n in reading.meant:
        if n not in negated and sources.negated.get(reading.meant[n], 0.0) > _MOSTLY:
            parent, span = sources.where(sources.places[reading.meant[n]][0])
            yield Deduction(
                ground=Ground.NOT_NEGATED,
                amount=1.0,
                child_span=reading.span(n),
                parent=parent,
                parent_span=span,
            )
