"""What an article is, whichever of its texts is read: its address, else its path."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from newstemma.lineage.address import page_of
from newstemma.records import Article, RawArticle
from newstemma.store import Store

__all__ = ["held", "key_of", "unused"]


def key_of(one: RawArticle | Article) -> str:
    """The address of the article's page, else its path as displayed.

    A front page is no article's own address.

    >>> from newstemma.records import TextSource
    >>> raw = RawArticle(path="a.txt", text="", text_source=TextSource.FILE)
    >>> from dataclasses import replace
    >>> key_of(replace(raw, url="https://lunna.example/ferry?utm_source=x"))
    'lunna.example/ferry'
    >>> key_of(replace(raw, url="https://lunna.example/"))
    'a.txt'
    """
    page = page_of(one.url) if one.url else ""
    return page if "/" in page or "?" in page else one.path


def unused(stem: str, store: Store, taken: Collection[str]) -> str:
    """The stem, or the stem and the first number, that neither the collection nor `taken` has."""
    for number in count(1):
        name = f"{stem}-{number}" if number > 1 else stem
        if name not in taken and store.unused_id(name) == name:
            return name
    raise AssertionError  # numbers do not end


def held(store: Store, key: str, stem: str) -> str | None:
    """The id of the text with that content among those of an article; None where it has none."""
    if store.known(key) is None:
        return None
    return next((name for name in store.find(key) if name.partition("-")[0] == stem), None)
