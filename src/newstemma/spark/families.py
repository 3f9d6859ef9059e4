"""Aligned pairs -> the last word on each, and the families that they make."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema

from newstemma.reuse.families import Links, families, joining
from newstemma.reuse.kernels.verdict import Verdicts, settle
from newstemma.spark.components import components
from newstemma.spark.frames import Steps
from newstemma.spark.plan import Plan

__all__ = ["FEW", "Grouped", "group"]

FEW = 1 << 20  # links that one worker groups by itself, in some 100 MB

_SETTLED = pa.schema(
    [
        ("left", pa.int32()),
        ("right", pa.int32()),
        ("kind", pa.int8()),
        ("score", pa.float32()),
        ("joins", pa.bool_()),
    ]
)
_MEMBERS = pa.schema(
    [
        ("number", pa.int32()),
        ("first", pa.int32()),
        ("size", pa.int32()),
        ("representative", pa.int32()),
    ]
)
_JUDGED = ["left", "right", "kind", "odds", "longest", "left_words", "right_words"]
_LINKED = ["left_parts", "right_parts", "left_words", "right_words"]
_BUCKETS = 4096  # at most: so many pairs' texts, or families, are in one as the corpus has


class Grouped(NamedTuple):
    """`pairs`: the aligned ones with their last `kind` and `score`; `members`: of each article
    in a pair that joins: the first of its family, its size and its most complete member.
    """

    pairs: DataFrame
    members: DataFrame


def group(steps: Steps, made: DataFrame, chosen: Plan) -> Grouped:
    """Settle what each pair is, and group the articles into families."""
    buckets = min(chosen.buckets, _BUCKETS)
    settled = _settled(made, buckets, chosen.articles)
    whole = made.drop("kind", "odds").join(settled, ["left", "right"])
    pairs = steps.kept("settled", whole)
    links = pairs.where("joins").select("left", "right", "kind", "score", *_LINKED)
    grouped = _grouped(steps, links, buckets)
    found = grouped.groupBy("bucket").applyInArrow(_families, from_arrow_schema(_MEMBERS))
    return Grouped(pairs, steps.kept("members", found))


def _grouped(steps: Steps, links: DataFrame, buckets: int) -> DataFrame:
    """The links with the bucket of their connected group: one for all where they are few."""
    if links.count() <= FEW:
        return links.withColumn("bucket", F.lit(0))
    groups = components(steps, links.select("left", "right"))
    first = groups.select(F.col("number").alias("right"), "first")
    bucket = F.pmod(F.xxhash64("first"), F.lit(buckets))
    return links.join(first, "right").withColumn("bucket", bucket)


def _settled(made: DataFrame, buckets: int, articles: int) -> DataFrame:
    """Each pair comes to the buckets of both its texts, and is settled in that of the shorter."""
    judged = made.select(*_JUDGED)
    sides = [
        judged.withColumn("bucket", F.pmod(F.col(side), F.lit(buckets)))
        for side in ("left", "right")
    ]
    both = sides[0].union(sides[1].where(f"pmod(left, {buckets}) != bucket"))

    def settling(table: pa.Table) -> pa.Table:
        return _settle(buckets, articles, table)

    return both.groupBy("bucket").applyInArrow(settling, from_arrow_schema(_SETTLED))


def _settle(buckets: int, articles: int, table: pa.Table) -> pa.Table:
    table = table.sort_by([("left", "ascending"), ("right", "ascending")])
    column = {name: table[name].to_numpy() for name in _JUDGED}
    numbers, pairs = _local(column["left"], column["right"])
    kind, score = settle(
        pairs,
        Verdicts(kind=column["kind"], odds=column["odds"]),
        longest=column["longest"],
        words=_words(pairs, column, len(numbers)),
        articles=articles,
    )
    shorter = np.where(
        column["left_words"] > column["right_words"], column["right"], column["left"]
    )
    own = shorter % buckets == table["bucket"][0].as_py()
    columns = [column["left"], column["right"], kind, score, joining(kind, score)]
    arrays = [pa.array(values[own]) for values in columns]
    return pa.Table.from_arrays(arrays, schema=_SETTLED)


def _families(table: pa.Table) -> pa.Table:
    """The families of the groups in a bucket; all pairs that join a text are in one bucket."""
    column = {name: table[name].to_numpy() for name in table.column_names}
    numbers, pairs = _local(column["left"], column["right"])
    links = Links(
        left=pairs[:, 0],
        right=pairs[:, 1],
        kind=column["kind"],
        score=column["score"],
        left_parts=column["left_parts"].view(np.uint64),
        right_parts=column["right_parts"].view(np.uint64),
    )
    found = families(links, _words(pairs, column, len(numbers)).astype(np.int64))
    first, most = numbers[found.first], numbers[found.representative]
    columns: list[NDArray[Any]] = [numbers, first, found.size, most]
    arrays = [pa.array(values.astype(np.int32)) for values in columns]
    return pa.Table.from_arrays(arrays, schema=_MEMBERS)


def _local(
    left: NDArray[np.int32], right: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The articles of some pairs in their order, and the pairs by their places there."""
    numbers, places = np.unique(np.stack([left, right], axis=1), return_inverse=True)
    return numbers, places.reshape(-1, 2).astype(np.int64)


def _words(
    pairs: NDArray[np.int64], column: dict[str, NDArray[Any]], articles: int
) -> NDArray[np.int32]:
    words = np.zeros(articles, np.int32)
    words[pairs[:, 0]] = column["left_words"]
    words[pairs[:, 1]] = column["right_words"]
    return words
