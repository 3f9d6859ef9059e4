"""Checks a text against a collection: only the stories are read that it may be about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newstemma.collection.closely import closely
from newstemma.errors import NothingToAnalyse
from newstemma.pipeline import Checked, Through, checked_in, read_closely
from newstemma.records import RawArticle, Witness
from newstemma.settings import Settings
from newstemma.store import Store
from newstemma.text.cleaning import clean
from newstemma.text.rarity import rarity

__all__ = ["checked_against"]

_ASKED = 8  # words of a sentence that are looked up: its rarest
_TELLING = 3.0  # nats: a word that every twentieth document has leads nowhere
_NEAREST = 16  # articles that a sentence leads to


def checked_against(raw: RawArticle, store: Store, *, settings: Settings) -> Checked:
    """What a collection has of each sentence of a text.

    The rarest words of each sentence lead, by full-text search, to the articles that have most of
    them; these are held against the text with all the articles of their stories. Those that speak
    of it are read closely first, where the collection only has their words. Call it inside
    `store.reading()` where others may write meanwhile.

    Raises:
        NothingToAnalyse: articles that were not drawn yet are all that there is.
    """
    text = read_closely(
        replace(clean(raw, id="text"), furniture=()), nlp=settings.nlp, through=Through.READ
    )
    near = {number for asked in _asked(text) for number in store.nearest(asked, limit=_NEAREST)}
    found = store.analysis(store.neighbourhoods(sorted(near)))
    if near and not found.witnesses:
        raise NothingToAnalyse(
            f"{store.path}: no article that is near was drawn yet; give them to newstemma add "
            "again, with --through lineage or further"
        )
    told = checked_in(raw, found, settings=settings)
    answering = {one.article for row in told.sentences for one in row.answers}
    known = [one for one in found.witnesses if one.id in answering]
    read = tuple(closely(store, known, nlp=settings.nlp, through=Through.CLAIMS))
    if all(own is other for own, other in zip(read, known, strict=True)):
        return told
    closer = {one.id: one for one in read}
    witnesses = tuple(closer.get(one.id, one) for one in found.witnesses)
    return checked_in(raw, replace(found, witnesses=witnesses), settings=settings)


def _asked(text: Witness) -> Iterator[list[str]]:
    """The words of each sentence by which it is looked up, rarest first."""
    for sentence in text.sentences:
        known = {word.key: word.span.of(text.text) for word in text.words_of(sentence)}
        told = sorted((-rarity(key), key) for key in known if rarity(key) >= _TELLING)
        yield [known[key] for _, key in told[:_ASKED]]
