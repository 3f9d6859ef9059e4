"""What checking a sentence against a collection costs, beside a full-text query for its words."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

from bench.planted.corpus import Article
from newstemma.collection.checking import checked_against
from newstemma.records import RawArticle, TextSource
from newstemma.settings import Settings
from newstemma.store import Store

__all__ = ["check_times"]

_WORDS = 16  # of a sentence that is checked
_FOUND = 20  # articles that the full-text query gives, best first


def check_times(store: Store, articles: Sequence[Article], size: int) -> dict[str, float]:
    """`check_ms.N`, the median over words of some articles of the collection that has N."""
    sentences = [" ".join(one.text.split()[:_WORDS]) for one in articles]
    _checked(store, sentences[0])  # loads the parser
    return {
        f"check_ms.{size}": _median(lambda text: _checked(store, text), sentences),
        f"baseline.check_ms.{size}": _median(lambda text: _searched(store, text), sentences),
    }


def _checked(store: Store, text: str) -> None:
    raw = RawArticle(path="text", text=text, text_source=TextSource.FILE)
    checked_against(raw, store, settings=Settings())


def _searched(store: Store, text: str) -> None:
    store.nearest(text.split(), limit=_FOUND)


def _median(work: Callable[[str], None], texts: Sequence[str]) -> float:
    """Milliseconds, the median over the texts."""
    times = []
    for text in texts:
        start = time.perf_counter()
        work(text)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)
