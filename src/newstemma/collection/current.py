"""Which text of an article is current: the one that was given last."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.collection.identity import key_of
from newstemma.pipeline import content_hash
from newstemma.records import RawArticle
from newstemma.store import Store

__all__ = ["given_back"]


def given_back(store: Store, raws: Sequence[RawArticle]) -> tuple[int, ...]:
    """The numbers of the older texts of articles that stand at their places again.

    Of several texts that a listing has of one article the last counts, so that the same listing,
    given again, gives nothing back.
    """
    last = {key_of(raw): content_hash(raw) for raw in raws}
    older = (store.holds(*text) for text in last.items() if store.known(text[0]) != text[1])
    return tuple(number for number in older if number)
