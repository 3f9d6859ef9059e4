"""Whether a story in many copies is one family, and whether equal input gives equal bytes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.launch import launched
from bench.planted import edits, publishers
from bench.planted.corpus import Article, Planted, with_notice
from bench.planted.real import Base
from bench.reuse_runs import clusters, command, write

__all__ = ["families", "first_runs", "same_bytes"]

_BYSTANDERS = 1_000
_CUT = 5  # one copy in so many is cut to its first half
_COMPARED = 2_000  # articles of which the tables are compared byte by byte
_FEW = 50  # articles of a first run
_TABLES = ("pairs.parquet", "passages.parquet", "clusters.parquet", "failures.parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    seconds: float
    clusters: dict[str, str]


def families(corpus: Planted, copies: Sequence[int], folder: Path) -> dict[str, float]:
    """A story in so many copies among bystanders: how much of it is one family, how much of the
    family it is, and the milliseconds that a copy costs.
    """
    by_length = sorted(corpus.real.texts, key=lambda base: (len(base.text), base.id))
    story = by_length[len(by_length) // 2]
    apart = [one for one in corpus.articles if story.id not in one.roots][:_BYSTANDERS]
    alone = _drawn(apart, folder, "alone")
    figures: dict[str, float] = {}
    for count in copies:
        made = list(_told(story, count, corpus))
        drawn = _drawn([*apart, *made], folder, str(count))
        held = Counter(drawn.clusters[one.id] for one in made)
        name, size = held.most_common(1)[0]
        figures[f"family.{count}"] = size / count
        figures[f"family.{count}.pure"] = size / Counter(drawn.clusters.values())[name]
        figures[f"family.{count}.ms_per_copy"] = (drawn.seconds - alone.seconds) / count * 1e3
    return figures


def same_bytes(corpus: Planted, folder: Path) -> dict[str, float]:
    """1 where the tables are the same bytes: for one job and two, for another order of input."""
    part = corpus.articles[:_COMPARED]
    shuffled = Random(1).sample(part, len(part))
    runs = (("two", part, 2), ("one", part, 1), ("shuffled", shuffled, 2))
    tables = {}
    for name, articles, jobs in runs:
        (folder / name).mkdir()
        path = write(articles, folder / name / "articles.jsonl")
        command(path, folder / name / "out", jobs=jobs)
        tables[name] = [(folder / name / "out" / table).read_bytes() for table in _TABLES]
    return {
        "same_bytes.jobs": float(tables["one"] == tables["two"]),
        "same_bytes.order": float(tables["shuffled"] == tables["two"]),
    }


def first_runs(corpus: Planted, folder: Path) -> dict[str, float]:
    """The seconds of a few articles when nothing is compiled yet, and when all of it is."""
    path = write(corpus.articles[:_FEW], folder / "few.jsonl")
    environment = os.environ | {"NUMBA_CACHE_DIR": str(folder / "compiled")}
    names = ("cold", "warm")
    ours = [sys.executable, "-m", "newstemma", "reuse", str(path)]
    return {
        f"first_run.{name}_s": launched([*ours, folder / name], environment).seconds
        for name in names
    }


def _told(story: Base, count: int, corpus: Planted) -> Iterator[Article]:
    """The story as so many publishers print it."""
    dice = Random(count)
    vocabulary = [word for base in corpus.real.texts[:200] for word in base.text.split()]
    for number in range(count):
        text = edits.near(story.text, dice, rate=dice.uniform(0.0, 0.2), vocabulary=vocabulary)
        if number % _CUT == _CUT - 1:
            text = text[: len(text) // 2]
        series = publishers.pick(dice)
        copy = Article(id=f"story/{number:05}", series=series, text=text, roots=(story.id,))
        yield with_notice(copy)


def _drawn(articles: Sequence[Article], folder: Path, name: str) -> _Drawn:
    out = folder / f"family-{name}"
    found = command(write(articles, folder / "family.jsonl"), out)
    return _Drawn(seconds=found.seconds, clusters=clusters(out))
