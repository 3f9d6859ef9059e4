"""Steps of a job on Spark: kernels inside `mapInArrow`, groups, numbers, and tables kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema

__all__ = ["Steps", "by_part", "exists", "mapped"]

Batches = Iterator[pa.RecordBatch]

_ROW_BITS = 33  # of `monotonically_increasing_id`: a partition's number stands above them


def mapped(
    frame: DataFrame, function: Callable[[Batches], Batches], schema: pa.Schema
) -> DataFrame:
    """What a function makes of a partition's batches."""
    return frame.mapInArrow(function, from_arrow_schema(schema))


def by_part(
    frame: DataFrame,
    function: Callable[[int, pa.Table], Iterable[pa.RecordBatch]],
    schema: pa.Schema,
) -> DataFrame:
    """What a function makes of the number of each `part` and its packets."""

    def of_group(table: pa.Table) -> pa.Table:
        part = table["part"][0].as_py()
        return pa.Table.from_batches(function(part, table), schema)

    return frame.groupBy("part").applyInArrow(of_group, from_arrow_schema(schema))


def exists(spark: SparkSession, path: str) -> bool:
    """Whether there is a file or a folder, on whichever file system the path names."""
    jvm: Any = spark._jvm
    place = jvm.org.apache.hadoop.fs.Path(path)
    return bool(place.getFileSystem(spark._jsc.hadoopConfiguration()).exists(place))


@dataclass(frozen=True, slots=True)
class Steps:
    """A session and a folder on any file system that it reads, where steps leave their tables."""

    spark: SparkSession
    folder: str

    def kept(self, name: str, frame: DataFrame, *apart: str) -> DataFrame:
        """The frame, written down: what follows reads it and does not make it again.

        Rows that differ in the columns `apart` are in different files: who wants some reads those.
        """
        path = f"{self.folder}/{name}"
        frame.write.partitionBy(*apart).parquet(path)
        return self.spark.read.schema(frame.schema).parquet(path).select(*frame.columns)

    def numbered(self, name: str, frame: DataFrame, number: str, *order: Column) -> DataFrame:
        """The frame with the column `number`: 0, 1, 2 and so on in this order.

        The counts of the partitions go through the driver, and nothing else does.
        """
        place = F.monotonically_increasing_id()
        sorted_ = self.kept(name, frame.orderBy(*order).withColumn("_place", place))
        partition = F.shiftright("_place", _ROW_BITS)
        counted = sorted_.groupBy(partition.alias("_partition")).count().collect()
        before, offsets = 0, []
        for row in sorted(counted):
            offsets.append((row["_partition"], before - (row["_partition"] << _ROW_BITS)))
            before += row["count"]
        shift = self.spark.createDataFrame(offsets, "_partition long, _offset long")
        shifted = sorted_.withColumn("_partition", partition).join(F.broadcast(shift), "_partition")
        return shifted.withColumn(number, F.col("_place") + F.col("_offset")).drop(
            "_place", "_partition", "_offset"
        )
