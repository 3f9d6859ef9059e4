"""Candidates and their texts -> what each pair is, with its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyspark import Broadcast
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema

from newstemma.corpus.articles import Ints
from newstemma.corpus.pairwise import SAMPLE, Aligned, Background, aligned
from newstemma.reuse.kernels.furniture import furniture_hashes
from newstemma.reuse.kernels.tokens import key_hashes, tokens
from newstemma.reuse.kernels.weights import Frequencies, distinct_words
from newstemma.spark.candidates import Candidates
from newstemma.spark.frames import Steps, mapped
from newstemma.spark.plan import Plan

__all__ = ["ALIGNED", "PASSAGE", "align"]

PASSAGE = np.dtype(
    [(name, "<i4") for name in ("left_start", "left_end", "right_start", "right_end", "words")]
)
ALIGNED = pa.schema(
    [
        ("left", pa.int32()),
        ("right", pa.int32()),
        ("grams", pa.int32()),
        ("rare", pa.float32()),
        ("exact", pa.bool_()),
        ("kind", pa.int8()),
        ("odds", pa.float32()),
        ("left_share", pa.float32()),
        ("right_share", pa.float32()),
        ("support", pa.float32()),
        ("longest", pa.int32()),
        ("words", pa.int32()),
        ("left_parts", pa.int64()),  # the bits of unsigned integers, which Spark has not
        ("right_parts", pa.int64()),
        ("left_words", pa.int32()),
        ("right_words", pa.int32()),
        ("passages", pa.binary()),  # PASSAGE records
    ]
)

_BUCKET_PAIRS = 4096
_BUCKET_CHARS = 1 << 24  # of all texts, were each in one bucket
_WORDS = pa.schema([("key", pa.int64())])


def align(steps: Steps, texts: DataFrame, found: Candidates, chosen: Plan) -> DataFrame:
    """Aligns the candidates bucket by bucket, a bucket of pairs beside the texts in them.

    A pair goes by its less complete text, which has few partners: a story in thousands of copies
    is no bucket of its own.
    """
    known = steps.spark.sparkContext.broadcast(_frequencies(steps, texts, chosen))
    buckets = max(found.pairs.count() // _BUCKET_PAIRS, chosen.chars // _BUCKET_CHARS) + 1
    bucket = F.pmod(F.xxhash64("later"), F.lit(buckets))
    pairs = steps.kept("buckets", found.pairs.withColumn("bucket", bucket).drop("later"))
    held = _held(pairs, texts, found.furniture)
    made = (
        pairs.groupBy("bucket")
        .cogroup(held.groupBy("place"))
        .applyInArrow(partial(_aligned, known), from_arrow_schema(ALIGNED))
    )
    return steps.kept("aligned", made)


def _held(pairs: DataFrame, texts: DataFrame, furniture: DataFrame) -> DataFrame:
    """The texts of each bucket's pairs, each once, and rows of furniture, with no number."""
    sides = [
        pairs.select(F.col("bucket").alias("place"), F.col(side).alias("number"))
        for side in ("left", "right")
    ]
    needed = sides[0].union(sides[1]).distinct()
    number, gram = F.col("number").cast("int"), F.lit(None).cast("long")
    own = texts.select(number.alias("number"), "series", "text", gram.alias("gram"))
    held = needed.join(own, "number").select("place", "number", "series", "text", "gram")
    return held.union(_marks(held, texts, furniture))


def _marks(held: DataFrame, texts: DataFrame, furniture: DataFrame) -> DataFrame:
    """The furniture of the series of each bucket's texts."""
    series = texts.where("series_number >= 0").select("series", "series_number").distinct()
    named = furniture.join(series, "series_number").select("series", F.col("hash").alias("gram"))
    there = held.select("place", "series").distinct()
    return there.join(named, "series").select(
        "place",
        F.lit(None).cast("int").alias("number"),
        "series",
        F.lit(None).cast("string").alias("text"),
        "gram",
    )


def _frequencies(steps: Steps, texts: DataFrame, chosen: Plan) -> Frequencies:
    """In how many articles of an even sample each word stands: bounded by the sample."""
    step = -(-chosen.articles // SAMPLE)
    sample = texts.where(F.col("number") % step == 0).select("text")
    counted = mapped(sample, _words, _WORDS).groupBy("key").count().toArrow()
    keys = counted["key"].to_numpy().astype(np.uint64)
    order = np.argsort(keys)
    return Frequencies(
        documents=-(-chosen.articles // step),
        keys=keys[order],
        counts=counted["count"].to_numpy()[order],
    )


def _words(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        words = distinct_words(tokens(batch["text"].to_pylist()))
        yield pa.RecordBatch.from_arrays([pa.array(words.astype(np.int64))], schema=_WORDS)


@dataclass(frozen=True, slots=True)
class _Held:
    """The texts of a bucket, a row for each, by number."""

    table: pa.Table

    def texts(self, numbers: Ints) -> list[str]:
        """The texts of some articles."""
        found: list[str] = self._rows("text", numbers).to_pylist()
        return found

    def names(self, field: str, numbers: Ints) -> pa.Array:
        """The series of some articles."""
        return self._rows(field, numbers)

    def _rows(self, field: str, numbers: Ints) -> pa.Array:
        rows = np.searchsorted(self.table["number"].to_numpy(), numbers)
        return self.table[field].take(pa.array(rows)).combine_chunks()


def _aligned(known: Broadcast[Frequencies], pairs: pa.Table, held: pa.Table) -> pa.Table:
    marked = pc.is_valid(held["gram"])
    names = key_hashes(held["series"].filter(marked).to_pylist())
    grams = held["gram"].filter(marked).to_numpy().astype(np.uint64)
    background = Background(words=known.value, furniture=furniture_hashes(grams, names))
    texts = _Held(held.filter(pc.invert(marked)).sort_by("number"))
    order = [("left", "ascending"), ("right", "ascending")]
    sorted_ = pairs.drop_columns("bucket").sort_by(order).combine_chunks()
    return _with_passages(aligned(texts, sorted_, background))


def _with_passages(made: Aligned) -> pa.Table:
    """The pairs as Spark keeps them, each with its passages."""
    passages = made.passages
    records = np.empty(passages.num_rows, PASSAGE)
    for name in PASSAGE.names or ():
        records[name] = passages[name].to_numpy()
    pair = passages["pair"].to_numpy()
    ends = np.searchsorted(pair, np.arange(made.pairs.num_rows), side="right")
    blobs = [records[a:b].tobytes() for a, b in _between(ends)]
    table = made.pairs.append_column("passages", pa.array(blobs, pa.binary()))
    signed = {
        name: pa.array(table[name].to_numpy().view(np.int64))
        for name in ("left_parts", "right_parts")
    }
    columns = [signed.get(name, table[name]) for name in ALIGNED.names]
    return pa.table(dict(zip(ALIGNED.names, columns, strict=True))).cast(ALIGNED)


def _between(ends: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    first = 0
    for end in ends.tolist():
        yield first, end
        first = end
