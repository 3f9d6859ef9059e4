"""Whom an article means where: by name, by the adjective of a place, by a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from newstemma.corroborate.propositions import Names
from newstemma.records import MentionKind, NameKind, Span, Witness

__all__ = ["mentioned"]

_LOOSE = frozenset({NameKind.GROUP, NameKind.UNKNOWN})
_SHORTEST = 4  # letters of a place's name
_ENDINGS = ("n", "an", "ian", "aian", "ese", "i", "ish", "ean")
_PERSONAL = frozenset({"he", "she"})


def mentioned(witness: Witness, names: Names, kinds: Mapping[str, NameKind]) -> dict[Span, str]:
    """The actors that an article means, by where, in text order.

    `names` are those that it names, `kinds` those of the story's actors. An adjective stands for
    its place, and "he" or "she" for the person who is known to be the source of what is said.
    """
    found = {**names, **dict(_adjectives(witness, names, kinds)), **dict(_pronouns(witness, kinds))}
    return dict(sorted(found.items()))


def _adjectives(
    witness: Witness, names: Names, kinds: Mapping[str, NameKind]
) -> Iterator[tuple[Span, str]]:
    adjectives = _adjectives_of(name for name, kind in kinds.items() if kind is NameKind.PLACE)
    ordered = sorted(names)
    for mention in witness.mentions:
        known = names.get(mention.span)
        if mention.kind is not MentionKind.NAME or (known and kinds[known] not in _LOOSE):
            continue
        if known is None and _is_taken(mention.span, ordered):
            continue
        place = adjectives.get(mention.span.of(witness.text))
        if place is not None:
            yield mention.span, place


def _is_taken(span: Span, ordered: Sequence[Span]) -> bool:
    """Whether one of the names in order overlaps a span."""
    first = bisect_left(ordered, span.start, key=attrgetter("end"))
    return any(span.overlaps(one) for one in ordered[first : first + 2])


def _adjectives_of(places: Iterable[str]) -> dict[str, str]:
    """What may be the adjectives of places: "Ruritanian" is of Ruritania."""
    stems = {place: place.rstrip("aeo") for place in sorted(places, reverse=True)}
    return {
        stem + ending: place
        for place, stem in stems.items()
        if len(stem) >= _SHORTEST
        for ending in _ENDINGS
        if stem + ending != place
    }


def _pronouns(witness: Witness, kinds: Mapping[str, NameKind]) -> Iterator[tuple[Span, str]]:
    for said in witness.attributions:
        here = said.source_span
        if here is None or said.source is None or kinds.get(said.source) is not NameKind.PERSON:
            continue
        if here.of(witness.text).lower() in _PERSONAL:
            yield here, said.source
