"""Articles -> the pairs that are worth aligning, and the furniture of their publishers."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.spark.features import features
from newstemma.spark.frames import Steps, by_part, mapped
from newstemma.spark.furniture import furniture
from newstemma.spark.meetings import meetings, reach
from newstemma.spark.overlapping import OVERLAPS, overlapping
from newstemma.spark.plan import GRAMS, Plan
from newstemma.spark.postings import DOUBTED, posted
from newstemma.spark.wire import WIRE

__all__ = ["Candidates", "candidates"]


class Candidates(NamedTuple):
    """`pairs`: left, right, later (the less complete one), grams, rare and exact, as
    `corpus.search` leaves them; `furniture`: a hash and a series number a row.
    """

    pairs: DataFrame
    furniture: DataFrame


def candidates(steps: Steps, texts: DataFrame, chosen: Plan) -> Candidates:
    """The candidates among the numbered and ranked articles."""
    distinct = texts.where("rank >= 0")
    columns = distinct.select("rank", "text", F.col("series_number").alias("series"), "few")
    made = mapped(columns, partial(features, chosen), WIRE)
    shared = steps.kept("postings", by_part(made, partial(posted, chosen), WIRE), "kind")
    apart = furniture(steps, shared, distinct.drop("text", "fields"), chosen)
    sure = shared.where(F.col("kind") != DOUBTED)
    told = by_part(sure.union(apart.sharings), partial(reach, chosen), WIRE)
    met = by_part(told, partial(meetings, chosen), WIRE)
    found = by_part(met, partial(overlapping, chosen), OVERLAPS)
    pairs = _pairs(texts, steps.kept("overlaps", found))
    grams = apart.found.where(F.col("net") == GRAMS).select("hash", "series_number")
    return Candidates(steps.kept("candidates", pairs), grams)


def _pairs(texts: DataFrame, found: DataFrame) -> DataFrame:
    """The overlaps by number, and each copy with the first of the same words."""
    ranked = texts.where("rank >= 0")
    number = F.col("number").cast("int")
    text = ranked.select(F.col("rank").alias("text"), number.alias("later"))
    before = ranked.select(F.col("rank").alias("before"), number.alias("earlier"))
    exact = F.lit(False).alias("exact")
    rare = F.col("words").cast("float").alias("rare")
    near = found.join(text, "text").join(before, "before")
    columns = near.select("later", "earlier", "grams", rare, exact)
    copies = texts.where("original != number").select(
        number.alias("later"),
        F.col("original").cast("int").alias("earlier"),
        "grams",
        F.lit(1.0).cast("float").alias("rare"),
        F.lit(True).alias("exact"),
    )
    left, right = F.least("later", "earlier"), F.greatest("later", "earlier")
    return columns.union(copies).select(
        left.alias("left"), right.alias("right"), "later", "grams", "rare", "exact"
    )
