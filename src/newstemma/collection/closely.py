"""Texts of a collection, as closely read as somebody asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.pipeline import Through, read_closely
from newstemma.records import Witness
from newstemma.store import Store

__all__ = ["closely"]


def closely(
    store: Store, found: Sequence[Witness], *, nlp: str | None, through: Through
) -> Iterator[Witness]:
    """The texts as far read as `through` needs. Of one that stands alone the collection may have
    the words only; it is read further here, and nothing is written.
    """
    numbers = store.numbers(one.id for one in found)
    known = store.through(sorted(set(numbers.values())))
    for one in found:
        if Through(known[numbers[one.id]]).reaches(through):
            yield one
        else:
            yield read_closely(one.article, nlp=nlp, through=through)
