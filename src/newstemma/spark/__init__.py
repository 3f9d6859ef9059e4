"""Text reuse past one machine: the kernels of `reuse`, with Spark for all that is between them.

Needs the packages of the extra `spark`, and Java; nothing outside this room and its command
imports it.
"""

from newstemma.spark.lineages import draw_families
from newstemma.spark.run import SparkOptions, SparkSummary, reuse_on_spark

__all__ = ["SparkOptions", "SparkSummary", "draw_families", "reuse_on_spark"]
