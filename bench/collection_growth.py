"""What adding to a collection costs while it grows, beside SQLite's plain insert of the same text.

Generated articles (`bench.planted.filler`) fill the collection up to each size, through the stages
of reuse and lineage. Then single articles are added, half of them rewrites of what is there and
half new ones, each alone, as on a desk. Times are medians, in one process that has loaded all it
needs. Words of the same articles are then checked against the collection.
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from random import Random

from bench.collection_checks import check_times
from bench.planted import edits
from bench.planted.corpus import Article
from bench.planted.filler import filler
from bench.planted.real import Base, real_texts
from bench.reuse_runs import write
from newstemma.collection import add
from newstemma.pipeline import Through
from newstemma.store import Store

__all__ = ["measure"]

_CHUNK = 10_000  # articles in a file
_PROBES = 20  # articles added alone through each of the stages that are timed
_REWRITTEN = 0.4  # of the words of a probe that tells an article anew
_CLOSELY = 100_000  # articles up to which one is added through all stages
_SPARE = 10_000  # articles generated beyond the largest size, for probes
_COMMITTED = 512  # articles at a time, as `collection.adding` does


@dataclass(slots=True)
class _Bulk:
    """How many articles were added in bulk so far, in which time; `alone`, how many probes."""

    articles: int = 0
    alone: int = 0
    seconds: float = 0.0
    plain_seconds: float = 0.0


def measure(data: Path, sizes: Sequence[int], folder: Path) -> dict[str, float]:
    """`add_one_ms.N` for each size, the rate of adding in bulk, and the bytes on disk."""
    real = real_texts(data).texts
    if not real:
        return {}
    made = chain.from_iterable(batch for batch, _ in filler(real, max(sizes) + _SPARE))
    figures: dict[str, float] = {}
    bulk = _Bulk()
    with Store.open_to_write(folder / "grown.newstemma") as store:
        for size in sorted(sizes):
            there = _grow(store, made, size, bulk, folder)
            probes = _probes(there, made, real, seed=size)
            figures |= _added_one_by_one(store, probes, size, folder)
            figures |= check_times(store, probes, size)
            bulk.alone += len(probes)
    figures["add_articles_per_s"] = bulk.articles / bulk.seconds
    figures["baseline.add_articles_per_s"] = bulk.articles / bulk.plain_seconds
    figures["bytes_per_article"] = _size(folder, "grown.newstemma") / (bulk.articles + bulk.alone)
    figures["baseline.bytes_per_article"] = _size(folder, "plain.db") / bulk.articles
    return figures


def _grow(
    store: Store, made: Iterator[Article], size: int, bulk: _Bulk, folder: Path
) -> list[Article]:
    """Fills the collection up to a size; gives some of the last articles."""
    last: list[Article] = []
    while (there := bulk.articles + bulk.alone) < size:
        last = list(islice(made, min(_CHUNK, size - there)))
        path = write(last, folder / f"articles-{bulk.articles}.jsonl")
        bulk.seconds += _timed(store, path, Through.LINEAGE)
        bulk.plain_seconds += _plain(last, folder / "plain.db")
        bulk.articles += len(last)
    return last


def _timed(store: Store, path: Path, through: Through) -> float:
    start = time.perf_counter()
    add([path], store, through=through)
    return time.perf_counter() - start


def _plain(articles: Sequence[Article], path: Path) -> float:
    """The seconds of a plain insert into one table, committed as often and as surely."""
    with sqlite3.connect(path, isolation_level=None) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA synchronous = FULL")
        plain.execute("CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, text TEXT)")
        start = time.perf_counter()
        rows = iter((one.id, one.text) for one in articles)
        while batch := list(islice(rows, _COMMITTED)):
            plain.execute("BEGIN")
            plain.executemany("INSERT INTO articles VALUES (?, ?)", batch)
            plain.execute("COMMIT")
        seconds = time.perf_counter() - start
    plain.close()
    return seconds


def _probes(
    there: Sequence[Article], made: Iterator[Article], real: Sequence[Base], *, seed: int
) -> list[Article]:
    """Articles to be added alone: rewrites of some that are there, and new ones, in turn."""
    dice = Random(seed)
    words = [word for base in real[:200] for word in base.text.split() if word.islower()]
    told = (
        replace(
            one,
            id=f"{one.id}/again-{seed}",
            text=edits.rewritten(one.text, dice, rate=_REWRITTEN, vocabulary=words),
        )
        for one in dice.sample(list(there), _PROBES)
    )
    return [one for pair in zip(told, made, strict=False) for one in pair]


def _added_one_by_one(
    store: Store, probes: Sequence[Article], size: int, folder: Path
) -> dict[str, float]:
    """The median of the times of adding one, through all stages and through lineage."""
    through = Through.CLAIMS if size <= _CLOSELY else Through.LINEAGE
    times: dict[Through, list[float]] = {Through.LINEAGE: [], through: []}
    for number, probe in enumerate(probes):
        path = write([probe], folder / f"probe-{size}-{number}.jsonl")
        stage = (Through.LINEAGE, through)[number // 2 % 2]
        times[stage].append(_timed(store, path, stage))
    first = f"add_one_ms.{size}"
    return {
        first: 1000 * statistics.median(times[through]),
        f"add_one_through_lineage_ms.{size}": 1000 * statistics.median(times[Through.LINEAGE]),
    }


def _size(folder: Path, name: str) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"{name}*"))
