"""The last stage: the tables that come out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newstemma.corpus.align import passage_parts
from newstemma.corpus.articles import Articles, Names, open_articles, read_table
from newstemma.corpus.columns import Kinds, schema, typed_columns
from newstemma.corpus.families import Settled, members, settled_parts
from newstemma.corpus.job import Job
from newstemma.corpus.read import FAILURES_FILE, KINDS_FILE
from newstemma.corpus.tables import CLUSTERS, FAILURES, PAIRS, PASSAGES, write_parquet
from newstemma.reuse.kernels.verdict import Kind

__all__ = ["TABLES", "pair_rows", "passage_rows", "write_tables"]

_RUN, _SENTENCE = "run", "sentence"
_MEASURES = ("left_share", "right_share", "support", "words", "longest")
_NETS = ("exact", "grams", "rare")
TABLES = ("pairs.parquet", "passages.parquet", "clusters.parquet", "failures.parquet")


def write_tables(job: Job, folder: Path) -> None:
    """Write the four tables."""
    articles = open_articles(job.work)
    failures = read_table(job.work / "read" / FAILURES_FILE).rename_columns(FAILURES.names)
    write_parquet(folder / "failures.parquet", FAILURES, [failures])
    pairs = (pair_rows(articles, part) for part in settled_parts(job.work))
    write_parquet(folder / "pairs.parquet", PAIRS, pairs)
    both = zip(settled_parts(job.work), passage_parts(job.work), strict=True)
    passages = (passage_rows(articles, part, found) for part, found in both)
    write_parquet(folder / "passages.parquet", PASSAGES, passages)
    kinds = json.loads((job.work / "read" / KINDS_FILE).read_bytes())
    whole = pa.schema([*CLUSTERS, *schema(kinds, CLUSTERS.names)], metadata=CLUSTERS.metadata)
    write_parquet(folder / "clusters.parquet", whole, _clusters(job, articles, kinds, whole))


def pair_rows(articles: Names, settled: Settled) -> pa.Table:
    """The rows of `pairs.parquet` that a part gives."""
    kept = settled.kind != Kind.NONE
    pairs = settled.pairs.filter(pa.array(kept))
    kinds = np.array([kind.name.lower() for kind in sorted(Kind)])
    columns = [
        *_named(articles, "id", pairs),
        *_named(articles, "series", pairs),
        pa.array(kinds[settled.kind[kept]]),
        pa.array(settled.score[kept]),
        *(pairs[name] for name in _MEASURES),
        _why(pairs),
        *(pairs[name] for name in _NETS),
    ]
    return pa.table(columns, names=PAIRS.names)


def _named(articles: Names, field: str, pairs: pa.Table) -> list[pa.Array]:
    return [articles.names(field, pairs[side].to_numpy()) for side in ("left", "right")]


def _why(pairs: pa.Table) -> pa.Array:
    """The names of the nets that found each pair."""
    nets = (
        ("exact", pairs["exact"]),
        ("passage", pc.greater(pairs["grams"], 0)),
        ("rewrite", pc.greater(pairs["rare"], 0)),
    )
    words = [pc.if_else(found, name, pa.scalar(None, pa.string())) for name, found in nets]
    return pc.binary_join_element_wise(*words, "+", null_handling="skip")


def passage_rows(articles: Names, settled: Settled, found: pa.Table) -> pa.Table:
    """The rows of `passages.parquet`; `found` are the passages of the part's pairs."""
    pair, words = found["pair"].to_numpy(), found["words"].to_numpy()
    is_run = words > 0
    kept = np.where(is_run, settled.kind[pair] != Kind.NONE, settled.kind[pair] == Kind.REWRITE)
    places = found.filter(pa.array(kept))
    pairs = settled.pairs.select(["left", "right"]).take(places["pair"])
    columns = [
        *_named(articles, "id", pairs),
        pa.array(np.where(is_run, _RUN, _SENTENCE)[kept]),
        *(places[name] for name in PASSAGES.names[3:]),
    ]
    return pa.table(columns, names=PASSAGES.names)


def _clusters(job: Job, articles: Articles, kinds: Kinds, whole: pa.Schema) -> Iterator[pa.Table]:
    found = members(job.work)
    for first, end in articles.ranges():
        numbers, here = np.arange(first, end), found.slice(first, end - first)
        columns = [
            articles.names("id", numbers),
            articles.names("series", numbers),
            articles.names("id", here["first"].to_numpy()),
            here["size"],
            articles.names("id", here["representative"].to_numpy()),
            articles.table["chars"].slice(first, end - first),
            *typed_columns(articles.fields(numbers), kinds),
        ]
        yield pa.table(columns, schema=whole)
        job.progress("writing", end, len(articles))
