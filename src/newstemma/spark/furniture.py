"""What might be furniture -> what is: counts by feature and series, which Spark adds up.

The rules are those of `reuse.kernels.furniture`. An article's series and its features meet in no
single part, so they take four steps: how many of an article's features its series repeats; which
articles are made of such; how many of each series are; which features are therefore a story's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.reuse.kernels.furniture import is_storys, mostly_repeated
from newstemma.spark.frames import Steps, by_part, mapped
from newstemma.spark.plan import GRAMS, PAIRS, Plan
from newstemma.spark.postings import DOUBTED, SHARINGS, sharing
from newstemma.spark.records import FEATURE, KEPT, SHARED
from newstemma.spark.wire import WIRE, opened, packets

__all__ = ["Furniture", "furniture"]

_DOUBTED = pa.schema(
    [
        ("part", pa.int64()),
        ("net", pa.int32()),
        ("hash", pa.int64()),  # Spark knows no unsigned integers: the same bits
        ("rank", pa.int32()),
        ("series_number", pa.int32()),
        ("few", pa.int32()),
    ]
)
_MOSTLY = pa.schema([("net", pa.int32()), ("rank", pa.int32()), ("series_number", pa.int32())])
_FOUND = pa.schema([("net", pa.int32()), ("hash", pa.int64()), ("series_number", pa.int32())])
_HELD = ["net", "hash", "series_number"]


class Furniture(NamedTuple):
    """`found`: the net, the hash and the series of each. `sharings`: packets of what is none."""

    found: DataFrame
    sharings: DataFrame


def furniture(steps: Steps, posted: DataFrame, articles: DataFrame, chosen: Plan) -> Furniture:
    """The furniture among the features that `posted` set apart, a net, a hash and a series a row.

    `articles` are the distinct ones, with `rank`, `series_number`, `least`, `grams` and `pairs`.
    """
    doubted = mapped(posted.where(F.col("kind") == DOUBTED), partial(_rows, chosen), _DOUBTED)
    held = F.count("*").over(Window.partitionBy(*_HELD)).alias("held")
    doubted = steps.kept("doubted", doubted.select("*", held))
    mostly = steps.kept("mostly", _mostly(doubted, articles))
    found = steps.kept("furniture", _found(doubted, mostly, articles))
    return Furniture(found, _sharings(doubted, found, chosen))


def _rows(chosen: Plan, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for part, records in opened(pa.Table.from_batches([batch]), DOUBTED, FEATURE):
            net = chosen.block(part) % 2
            columns = [
                np.full(len(records), part),
                np.full(len(records), net, np.int32),
                records["hash"].astype(np.int64),
                *(np.ascontiguousarray(records[name]) for name in ("rank", "series", "few")),
            ]
            yield pa.RecordBatch.from_arrays(list(map(pa.array, columns)), schema=_DOUBTED)


def _mostly(doubted: DataFrame, articles: DataFrame) -> DataFrame:
    """The articles that are made of what their series repeats, in each net."""
    repeats = doubted.where((F.col("series_number") >= 0) & (F.col("held") >= F.col("few")))
    counted = repeats.groupBy("net", "rank").agg(F.count("*").alias("repeated"))
    sizes = articles.select("rank", "series_number", "grams", "pairs")
    return mapped(counted.join(sizes, "rank"), _made_so, _MOSTLY)


def _made_so(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        net = batch["net"].to_numpy()
        sizes = np.where(net == GRAMS, batch["grams"].to_numpy(), batch["pairs"].to_numpy())
        mostly = mostly_repeated(batch["repeated"].to_numpy(), sizes)
        yield batch.filter(pa.array(mostly)).select(_MOSTLY.names)


def _found(doubted: DataFrame, mostly: DataFrame, articles: DataFrame) -> DataFrame:
    made_so = mostly.groupBy("net", "series_number").agg(F.count("*").alias("made_so"))
    of_series = (
        articles.where(F.col("series_number") >= 0)
        .groupBy("series_number")
        .agg(F.count("*").alias("texts"), F.first("least").alias("least"))
    )
    marked = mostly.select("net", "rank", F.lit(1).alias("mostly"))
    counted = (
        doubted.where(F.col("series_number") >= 0)
        .join(marked, ["net", "rank"], "left")
        .groupBy(*_HELD)
        .agg(F.first("held").alias("held"), F.count("mostly").alias("mostly"))
        .join(of_series, "series_number")
        .where(F.col("held") >= F.col("least"))
        .join(made_so, ["net", "series_number"], "left")
        .fillna(0, ["made_so"])
    )
    return mapped(counted, _without_stories, _FOUND)


def _without_stories(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        held, mostly, made_so, texts = (
            batch[name].to_pylist() for name in ("held", "mostly", "made_so", "texts")
        )
        rows = zip(held, mostly, made_so, texts, strict=True)
        storys = [is_storys(h, m, made, every - made) for h, m, made, every in rows]
        kept = ~np.array(storys, dtype=np.bool_)
        yield batch.filter(pa.array(kept)).select(_FOUND.names)


def _sharings(doubted: DataFrame, found: DataFrame, chosen: Plan) -> DataFrame:
    marked = found.select(*_HELD, F.lit(True).alias("furniture"))
    told = doubted.join(marked, _HELD, "left").fillna(False, ["furniture"])
    sent = mapped(told.select("part", "hash", "rank", "furniture"), _sent, WIRE)
    return by_part(sent, partial(_shared, chosen), WIRE)


def _sent(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        records = np.empty(batch.num_rows, KEPT)
        for name in ("hash", "rank"):
            records[name] = batch[name].to_numpy()
        records["furniture"] = batch["furniture"].to_numpy(zero_copy_only=False)
        yield from packets(DOUBTED, batch["part"].to_numpy(), records)


def _shared(chosen: Plan, part: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    records = np.concatenate([array for _, array in opened(table, DOUBTED, KEPT)])
    records = records[chosen.order(records["hash"], records["rank"])]
    is_furniture = records["furniture"]
    origin = part + ((PAIRS + 1) << chosen.depth)
    yield from sharing(chosen, origin, records[~is_furniture])
    nobodys = records[is_furniture]
    marks = np.zeros(len(nobodys), SHARED)  # held by 0
    marks["hash"], marks["rank"] = nobodys["hash"], nobodys["rank"]
    yield from packets(SHARINGS, chosen.bucket(marks["rank"]), marks, origin)
