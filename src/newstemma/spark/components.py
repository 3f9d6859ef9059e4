"""Pairs -> connected groups, in rounds that Spark shuffles.

Large-star and small-star in turn (Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii 2014,
"Connected Components in MapReduce and Beyond"): each round links what a vertex touches to the
least of it, and after few rounds every vertex is linked to the least of its group alone.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.spark.frames import Steps

__all__ = ["components"]


def components(steps: Steps, pairs: DataFrame) -> DataFrame:
    """Of each `number` in a pair (`left`, `right`) the least one of its connected group, `first`.

    The rounds grow with the logarithm of the longest chain; a group of copies takes one.
    """
    edges = pairs.select(
        F.greatest("left", "right").alias("number"), F.least("left", "right").alias("first")
    )
    before, turn = None, 0
    while True:
        edges = steps.kept(f"stars-{turn}", _small_star(_large_star(edges)))
        told = edges.agg(F.count("*"), F.bit_xor(F.xxhash64("number", "first"))).first()
        if told == before:
            return edges
        before, turn = told, turn + 1


def _large_star(edges: DataFrame) -> DataFrame:
    """Each vertex links its larger neighbours to the least of its own and itself."""
    both = edges.union(edges.select("first", "number")).toDF("number", "near")
    least = F.least("number", F.min("near").alias("least"))
    leasts = both.groupBy("number").agg(least.alias("first"))
    linked = both.join(leasts, "number").where("near > number").select("near", "first")
    return linked.toDF("number", "first").distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    """Each vertex links its smaller neighbours, and itself, to the least of them."""
    down = edges.where("number != first")
    leasts = down.groupBy("number").agg(F.min("first").alias("least"))
    others = down.join(leasts, "number").where("first != least").select("first", "least")
    own = leasts.select("number", "least")
    return others.union(own).toDF("number", "first").distinct()
