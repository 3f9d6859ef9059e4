"""Whether a collection survives `kill -9`: adding is killed at random moments, and run again.

After the next run every table has to hold the same rows as in a collection that was never
disturbed, but for the clock in `custody.read_at`; the full-text indices too, term by term.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.figures import missing, share
from bench.planted.corpus import Article
from bench.planted.filler import filler
from bench.planted.real import real_texts
from bench.reuse_runs import write
from newstemma.collection import add
from newstemma.pipeline import Through
from newstemma.store import Store

__all__ = ["measure", "rows_of"]

_ROWS = 640  # two batches
_ONE_IN = 4  # rows has a text: the rest are failures, which cost little
_CHARACTERS = 500  # of each: what is killed is the writing, not the reading
_CLOCK = "read_at"
_INDICES = ("articles_fts", "fingerprints")


def measure(data: Path, folder: Path, *, tries: int) -> dict[str, float]:
    """`kill.equal`, the share of kills after which all tables are right, and `kill.tried`."""
    real = real_texts(data).texts
    if not real:
        return {}
    if not hasattr(os, "fork"):
        missing("fork: adding cannot be killed here")
        return {}
    made = (one for batch, _ in filler(real, _ROWS) for one in batch)
    path = write((_row(one, place) for place, one in enumerate(made)), folder / "killed.jsonl")
    undisturbed = folder / "undisturbed.newstemma"
    start = time.perf_counter()
    _add(path, undisturbed)
    seconds = time.perf_counter() - start
    expected = list(rows_of(undisturbed))
    dice = Random(tries)
    equal = []
    for number in range(tries):
        killed = folder / f"killed-{number}.newstemma"
        _killed(path, killed, dice.uniform(0, seconds))
        _add(path, killed)
        equal.append(list(rows_of(killed)) == expected)
        for one in folder.glob(f"{killed.name}*"):
            one.unlink()
    return {"kill.equal": share(equal), "kill.tried": float(tries)}


def _row(article: Article, place: int) -> Article:
    return replace(article, text="" if place % _ONE_IN else article.text[:_CHARACTERS])


def _add(path: Path, collection: Path) -> None:
    with Store.open_to_write(collection) as store:
        add([path], store, through=Through.LINEAGE)


def _killed(path: Path, collection: Path, seconds: float) -> None:
    """Starts to add in a process of its own, and kills that so many seconds later."""
    process = get_context("fork").Process(target=_add, args=(path, collection))
    process.start()
    process.join(seconds)
    if process.pid is not None and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()


def rows_of(collection: Path) -> Iterator[tuple[object, ...]]:
    """Every row of a collection's own tables and every term of its indices, table by table."""
    with closing(sqlite3.connect(collection)) as reader:
        known = reader.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            " ORDER BY name"
        ).fetchall()
        for (name,) in known:
            if not name.startswith(_INDICES):
                yield from ((name, *row) for row in sorted(_rows(reader, name), key=repr))
        for name in _INDICES:
            reader.execute(
                f"CREATE VIRTUAL TABLE temp.terms_{name} USING fts5vocab(main, {name}, instance)"
            )
            yield from reader.execute(f"SELECT '{name}', * FROM temp.terms_{name} ORDER BY 2, 3, 4")


def _rows(reader: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    columns = [
        f'"{name}"'
        for _, name, *_ in reader.execute(f'PRAGMA table_xinfo("{table}")')
        if name != _CLOCK
    ]
    yield from reader.execute(f'SELECT {", ".join(columns)} FROM "{table}"')
