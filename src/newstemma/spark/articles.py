"""Rows -> articles, one an id, with their numbers and ranks: in order, as on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.corpus.ids import MADE_ID, same_id
from newstemma.reuse.kernels.furniture import LEAST, thresholds
from newstemma.spark.frames import Steps, mapped

__all__ = ["Articles", "articles"]

_SERIES = pa.schema(
    [
        ("series", pa.string()),
        ("series_number", pa.int32()),
        ("least", pa.int32()),
        ("few", pa.int32()),
    ]
)
_LIKE_MADE = rf"^[0-9a-f]{{{MADE_ID}}}(-([2-9]|[1-9][0-9]{{1,8}}))?$"


class Articles(NamedTuple):
    """`texts`: the articles with `number`, `rank` (-1: a copy, or no words), `original` (the
    number of the first with the same words) and their series; `failures`: rows that are none.
    """

    texts: DataFrame
    failures: DataFrame


def articles(steps: Steps, rows: DataFrame) -> Articles:
    """Numbers the articles in the order of their ids; `rows` are written down.

    Ids, not places, order them, so that the order of the input reaches no later step.
    """
    placed = steps.kept("read", rows.withColumn("row", F.monotonically_increasing_id()))
    named = _named(placed.where("reason is null").drop("text", "fields", "kinds"))
    named = steps.kept("named", named)
    kept = steps.numbered("numbers", named.where("not doubled"), "number", F.col("id"))
    ranked = _ranked(steps, kept)
    known = steps.kept("known", ranked.join(_series(steps, kept), "series", "left"))
    columns = ["row", "id", "number", "rank", "original", "series_number", "least", "few"]
    texts = placed.select("row", "series", "text", "chars", "fields", "words", "grams", "pairs")
    filled: dict[str, bool | float | int | str] = {
        "series_number": -1,
        "least": 0,
        "few": 0,
        "rank": -1,
    }
    whole = texts.join(known.select(columns), "row").drop("row").fillna(filled)
    return Articles(steps.kept("articles", whole), _failures(placed, named))


def _named(rows: DataFrame) -> DataFrame:
    """The rows with the ids that they get, and those whose id another one has `doubled`, which is
    at the path `kept`; as `corpus.ids` names them.
    """
    of_base = Window.partitionBy("base")
    of_id = Window.partitionBy("base", "id", "made")
    order = [F.col("chars").desc(), *map(F.col, ("hash", "path", "row"))]
    place = F.row_number().over(of_id.orderBy(*order))
    taken = F.array_sort(F.collect_set(F.when(~F.col("made"), F.col("number"))).over(of_base))
    number = F.aggregate("taken", F.col("place"), lambda n, one: n + (one <= n).cast("int"))
    suffix = F.when(F.col("number") > 1, F.concat(F.lit("-"), F.col("number"))).otherwise("")
    return (
        _based(rows)
        .withColumns({"taken": taken, "place": place})
        .withColumn("kept", F.first("path").over(of_id.orderBy(*order)))
        .withColumn("doubled", ~F.col("made") & (F.col("place") > 1))
        .withColumn("number", F.when(F.col("made"), number))
        .withColumn("id", F.when(F.col("made"), F.concat("id", suffix)).otherwise(F.col("id")))
        .drop("base", "taken", "place", "number")
    )


def _based(rows: DataFrame) -> DataFrame:
    """The rows with the `base` of their ids, and which `number` of it that is: an id that looks
    like one that was made stands beside those.
    """
    looks = F.col("id").rlike(_LIKE_MADE)
    number = F.substring("id", MADE_ID + 2, 9)
    return rows.withColumns(
        {
            "base": F.when(looks, F.substring("id", 1, MADE_ID)).otherwise(F.col("id")),
            "number": F.when(looks & (number != ""), number.cast("int")).otherwise(1),
        }
    )


def _ranked(steps: Steps, kept: DataFrame) -> DataFrame:
    """The articles with the first of the same words, and a place among the distinct ones."""
    alike = Window.partitionBy("same")
    first = F.when(F.col("same") == 0, F.col("number")).otherwise(F.min("number").over(alike))
    censused = steps.kept("census", kept.withColumn("original", first))
    distinct = censused.where("same != 0 and original = number").select("number", "words")
    order = [F.col("words").desc(), F.col("number")]
    ranks = steps.numbered("ranks", distinct, "rank", *order)
    rank = ranks.select("number", F.col("rank").cast("int").alias("rank"))
    return censused.join(rank, "number", "left")


def _series(steps: Steps, kept: DataFrame) -> DataFrame:
    """The series that are large enough to have furniture, with their numbers and thresholds."""
    sizes = kept.where("series is not null").groupBy("series").count().where(f"count >= {LEAST}")
    numbered = steps.numbered("series", sizes, "series_number", F.col("series"))
    return mapped(numbered, _thresholds, _SERIES)


def _thresholds(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        least, few = thresholds(batch["count"].to_numpy())
        arrays = [
            batch["series"],
            pa.array(batch["series_number"].to_numpy().astype(np.int32)),
            pa.array(least.astype(np.int32)),
            pa.array(few.astype(np.int32)),
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=_SERIES)


def _failures(placed: DataFrame, named: DataFrame) -> DataFrame:
    """Rows that are no articles: where, under which id, and why."""
    row = F.lit(None).cast("long").alias("row")
    rejected = placed.where("reason is not null").select("path", row, "id", "reason")
    before, behind = map(F.lit, same_id("\0").split("\0"))
    reason = F.concat(before, "kept", behind).alias("reason")
    doubled = named.where("doubled").select("path", row, "id", reason)
    return rejected.unionByName(doubled)
