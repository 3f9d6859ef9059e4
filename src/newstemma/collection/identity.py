"""What an article is, whichever of its texts is read: its address, else its path."""

from __future__ import annotations

from collections.abc import Collection

from newstemma.lineage.address import place_of
from newstemma.pipeline import identity
from newstemma.records import Article, RawArticle
from newstemma.store import Store

__all__ = ["key_of", "unused"]

_STANDARD_INPUT = "-"


def key_of(one: RawArticle | Article) -> str:
    """The address of the article's page, else its path as displayed.

    What came in by standard input has no path.
    """
    place = place_of(one)
    return f"{_STANDARD_INPUT}#{identity(one)}" if place == _STANDARD_INPUT else place


def unused(stem: str, store: Store, taken: Collection[str]) -> str:
    """The stem, or the stem and the first number, that neither the collection nor `taken` has."""
    name = store.unused_id(stem)
    number = int(name[len(stem) + 1 :] or 1)
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
