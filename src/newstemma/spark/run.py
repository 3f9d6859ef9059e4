"""The search for reuse on Spark, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.corpus.options import ReuseOptions
from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.progress import Progress, quiet
from newstemma.spark.aligning import align
from newstemma.spark.articles import Articles, articles
from newstemma.spark.candidates import candidates
from newstemma.spark.failing import explained
from newstemma.spark.families import Grouped, group
from newstemma.spark.frames import Steps, exists
from newstemma.spark.plan import plan
from newstemma.spark.reading import read
from newstemma.spark.session import LOCAL, session
from newstemma.spark.tables import cluster_rows, pair_tables, sorted_failures

__all__ = ["SparkOptions", "SparkSummary", "refuse_existing", "reuse_on_spark"]

_DEFAULTS = ReuseOptions()
_STEPS = 6  # of the progress
_SHOWN = 3  # failures named where nothing could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class SparkOptions:
    """Where Spark is, and its own settings, which go before ours."""

    master: str = LOCAL
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SparkSummary:
    """The figures of a finished search; the tables are folders of Parquet files in `out`."""

    out: str
    articles: int
    failures: int
    candidates: int
    pairs: int
    passages: int
    families: int
    seconds: Mapping[str, float]


_LOCALLY = SparkOptions()


def reuse_on_spark(
    inputs: Sequence[str],
    out: str,
    *,
    options: ReuseOptions = _DEFAULTS,
    spark: SparkOptions = _LOCALLY,
    progress: Progress = quiet,
) -> SparkSummary:
    """Find which articles of a corpus share text; the rows are those of `corpus.reuse`.

    `inputs` and the folder `out` are on any file system that the cluster reads; docs/scale.md
    describes what differs from one machine. Spark sends work again where a worker is lost.

    Raises:
        InputMissing: a path does not exist.
        NothingToAnalyse: there is no article in the inputs.
        NewstemmaError: there is no Spark, `out` is there already, or Spark gave up.
    """
    with session(spark.master, spark.settings) as there:
        refuse_existing(there, out)
        with explained(out):
            return _searched(Steps(there, f"{out}/work"), inputs, out, options, progress)


def _searched(
    steps: Steps, inputs: Sequence[str], out: str, options: ReuseOptions, progress: Progress
) -> SparkSummary:
    watch = _Watch(progress)
    known = articles(steps, read(steps.spark, inputs, options))
    watch.done("read")
    chosen = plan(**_sizes(known.texts))
    if not chosen.articles:
        raise NothingToAnalyse(_nothing(known))
    found = candidates(steps, known.texts, chosen)
    watch.done("candidates")
    aligned = align(steps, known.texts, found, chosen)
    watch.done("align")
    grouped = group(steps, aligned, chosen)
    watch.done("families")
    _write(steps, known, grouped, out)
    watch.done("tables")
    return SparkSummary(
        out=out,
        articles=chosen.articles,
        candidates=found.pairs.count(),
        families=grouped.members.where("size > 1").select("first").distinct().count(),
        seconds=watch.seconds,
        **{name: _rows(steps, out, name) for name in ("failures", "pairs", "passages")},
    )


def _sizes(texts: DataFrame) -> dict[str, int]:
    sizes = texts.agg(
        F.count("*").alias("articles"),
        F.count_if(F.col("rank") >= 0).alias("texts"),
        F.coalesce(F.sum("chars"), F.lit(0)).alias("chars"),
    )
    return {name: int(size) for row in sizes.collect() for name, size in row.asDict().items()}


def _rows(steps: Steps, out: str, table: str) -> int:
    return steps.spark.read.parquet(f"{out}/{table}.parquet").count()


def _write(steps: Steps, known: Articles, grouped: Grouped, out: str) -> None:
    pairs, passages = pair_tables(known.texts, grouped)
    read_ = steps.spark.read.parquet(f"{steps.folder}/read")
    tables: dict[str, DataFrame] = {
        "pairs": pairs,
        "passages": passages,
        "clusters": cluster_rows(known.texts, grouped, read_),
        "failures": sorted_failures(known.failures),
    }
    for name, table in tables.items():
        table.write.parquet(f"{out}/{name}.parquet")


class _Watch:
    """How long each stage took; a stage that is done moves the bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._started = progress, monotonic()
        self.seconds: dict[str, float] = {}
        progress("searching", 0, _STEPS)

    def done(self, stage: str) -> None:
        """Take a finished stage down."""
        now = monotonic()
        self.seconds[stage] = now - self._started
        self._started = now
        self._progress("searching", len(self.seconds) + 1, _STEPS)


def refuse_existing(spark: SparkSession, out: str) -> None:
    """Refuse a folder that is there, and may hold what somebody needs.

    Raises:
        NewstemmaError: it is.
    """
    if exists(spark, out):
        raise NewstemmaError(f"{out} is there already; name a new folder, or remove it")


def _nothing(known: Articles) -> str:
    first = sorted_failures(known.failures).limit(_SHOWN).collect()
    said = [f"{row['path']}: {row['reason']}" for row in first] or ["the inputs hold no rows"]
    return "; ".join(["no article could be read", *said])
