"""The tables that come out, as on one machine: the same columns, the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.corpus.articles import Ints
from newstemma.corpus.columns import Kinds, merged, schema, typed_columns
from newstemma.corpus.families import Settled
from newstemma.corpus.results import pair_rows, passage_rows
from newstemma.corpus.tables import CLUSTERS, FAILURES, PAIRS, PASSAGES
from newstemma.spark.aligning import PASSAGE
from newstemma.spark.families import Grouped
from newstemma.spark.frames import mapped

__all__ = ["cluster_rows", "pair_tables", "sorted_failures"]


def pair_tables(texts: DataFrame, found: Grouped) -> tuple[DataFrame, DataFrame]:
    """The rows of `pairs` and of `passages`, sorted by the articles' ids."""
    named = found.pairs.where("kind != 0")
    number = F.col("number").cast("int")
    for side in ("left", "right"):
        names = texts.select(
            number.alias(side),
            F.col("id").alias(f"{side}_id"),
            F.col("series").alias(f"{side}_series"),
        )
        named = named.join(names, side)
    named = named.orderBy("left", "right")
    return mapped(named, _pairs, PAIRS), mapped(named, _passages, PASSAGES)


def cluster_rows(texts: DataFrame, found: Grouped, read: DataFrame) -> DataFrame:
    """The rows of `clusters`, with the columns that the fields of the input make."""
    number = F.col("number").cast("int")
    named = texts.select(number.alias("number"), "id", "series", "chars", "fields")
    whole = named.join(found.members, "number", "left").withColumns(
        {name: F.coalesce(name, "number") for name in ("first", "representative")}
    )
    names = texts.select(number.alias("of"), F.col("id").alias("name"))
    for of, name in (("first", "cluster"), ("representative", "member")):
        own = names.toDF(of, name)
        whole = whole.join(own, of)
    kinds = _kinds(read)
    out = pa.schema([*CLUSTERS, *schema(kinds, CLUSTERS.names)])
    return mapped(whole.orderBy("number"), partial(_clusters, kinds, out), out)


def sorted_failures(failures: DataFrame) -> DataFrame:
    """The rows of `failures`."""
    return failures.select(*FAILURES.names).orderBy("path", "row", "reason", "id")


def _kinds(read: DataFrame) -> Kinds:
    """The kinds of the fields: as many rows as the input has columns, and kinds."""
    exploded = read.select(F.explode("kinds").alias("name", "kind")).distinct()
    found: Kinds = {}
    for row in sorted(exploded.collect()):
        found[row["name"]] = merged(found.get(row["name"]), row["kind"])
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    """What the articles of a batch of pairs are called."""

    numbers: Ints
    table: pa.Table

    def names(self, field: str, numbers: Ints) -> pa.Array:
        """The ids or the series of some articles."""
        rows = np.searchsorted(self.numbers, numbers)
        return self.table[field].take(pa.array(rows)).combine_chunks()


def _named(batch: pa.RecordBatch) -> _Names:
    table = pa.concat_tables(
        pa.table(
            {"number": batch[side], "id": batch[f"{side}_id"], "series": batch[f"{side}_series"]}
        )
        for side in ("left", "right")
    )
    numbers, first = np.unique(table["number"].to_numpy(), return_index=True)
    return _Names(numbers, table.take(pa.array(first)))


def _settled(batch: pa.RecordBatch) -> Settled:
    pairs = pa.Table.from_batches([batch]).drop_columns(["kind", "score"])
    return Settled(pairs=pairs, kind=batch["kind"].to_numpy(), score=batch["score"].to_numpy())


def _pairs(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        rows = pair_rows(_named(batch), _settled(batch)).cast(PAIRS)
        yield from rows.to_batches()


def _passages(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        blobs = [blob.as_buffer() for blob in batch["passages"]]
        sizes = [blob.size // PASSAGE.itemsize for blob in blobs]
        records = np.concatenate(
            [np.empty(0, PASSAGE), *(np.frombuffer(blob, PASSAGE) for blob in blobs)]
        )
        columns = {name: np.ascontiguousarray(records[name]) for name in PASSAGE.names or ()}
        found = pa.table({"pair": np.repeat(np.arange(len(sizes)), sizes), **columns})
        rows = passage_rows(_named(batch), _settled(batch), found).cast(PASSAGES)
        yield from rows.to_batches()


def _clusters(
    kinds: Kinds, out: pa.Schema, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        size = pa.compute.fill_null(batch["size"], 1)
        columns = [
            *(batch[name] for name in ("id", "series", "cluster")),
            size,
            batch["member"],
            batch["chars"],
            *typed_columns(batch["fields"].to_pylist(), kinds),
        ]
        rows = pa.table(columns, names=out.names).cast(out)
        yield from rows.to_batches()
