"""Reuse on Spark beside one process and a plain Spark self-join, on the same planted articles.

    python -m bench.spark_rows --data DIR --sizes 20000 100000 --json

`spark.rows_equal` is 1 where pairs, passages and clusters equal those of one process, row by row.
Each run is a process of its own, after one on few articles that leaves the kernels compiled; the
heap of Java is bounded. A self-join of more than half an hour is ended, and its figures left out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from time import monotonic

import pyarrow as pa
import pyarrow.parquet as pq

from bench.figures import missing, options, show
from bench.planted.corpus import planted
from bench.reuse_speed import first_lines, written

__all__ = ["spark_rows"]

_MASTER = "local[2]"
_HEAP = "6g"
_TABLES = ("pairs", "passages", "clusters")
_MOST_HELD = 50  # articles, for the plain join: without a bound it grows with the square
_BATCH = 65_536
_WARM = 200  # articles of a run that only compiles
_PATIENCE = 1800  # seconds


def main() -> None:
    """Print the figures."""
    parser = options(__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000], metavar="N")
    parser.add_argument("--run", nargs=3, help="one measured run: NAME IN OUT")
    chosen = parser.parse_args()
    if chosen.run:
        _run(*chosen.run)
        return
    show(spark_rows(chosen.data, chosen.sizes), as_json=chosen.json)


def spark_rows(data: Path, sizes: Sequence[int]) -> dict[str, float]:
    """The figures for each size, and those of the largest without one.

    Keys: `spark.rows_equal`, `spark.seconds`, `baseline.spark.seconds`, `one_process.seconds`,
    `spark.times_one_process` and its baseline's (which a busy machine changes little), and
    `spark.bytes_per_article` (written between the steps).
    """
    if find_spec("pyspark") is None or shutil.which("java") is None:
        missing("pyspark or Java")
        return {}
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="spark-rows-") as made:
        folder = Path(made)
        written(planted(data), max(sizes), folder)
        first_lines(folder / "all.jsonl", _WARM, folder / "few.jsonl")
        for name in ("one", "spark"):
            _seconds(name, folder / "few.jsonl", folder / f"warm-{name}")
        for size in sorted(sizes):
            path = first_lines(folder / "all.jsonl", size, folder / "articles.jsonl")
            found = _of_size(path, size, folder)
            figures |= {f"{name}.{size}": value for name, value in found.items()}
    return figures | found


def _of_size(path: Path, size: int, folder: Path) -> dict[str, float]:
    outs = {name: folder / f"{name}-{size}" for name in ("one", "spark", "plain")}
    one, many = (_seconds(name, path, outs[name]) for name in ("one", "spark"))
    work = sum(file.stat().st_size for file in (outs["spark"] / "work").rglob("*.parquet"))
    found = {
        "spark.rows_equal": float(all(_equal(outs["one"], outs["spark"], t) for t in _TABLES)),
        "spark.seconds": many,
        "one_process.seconds": one,
        "spark.times_one_process": many / one,
        "spark.bytes_per_article": work / size,
        **_beside(path, outs["plain"], one),
    }
    for out in outs.values():
        shutil.rmtree(out, ignore_errors=True)
    return found


def _beside(path: Path, out: Path, one: float) -> dict[str, float]:
    """The figures of the plain self-join, unless it takes too long."""
    try:
        plain = _seconds("plain", path, out, most=_PATIENCE)
    except subprocess.TimeoutExpired:
        missing(f"the end of a plain self-join, {_PATIENCE} seconds after its start,")
        return {}
    return {"baseline.spark.seconds": plain, "baseline.spark.times_one_process": plain / one}


def _seconds(name: str, path: Path, out: Path, *, most: float | None = None) -> float:
    started = monotonic()
    command = [sys.executable, "-m", "bench.spark_rows", "--run", name, str(path), str(out)]
    subprocess.run(command, check=True, timeout=most)
    return monotonic() - started


def _run(name: str, path: str, out: str) -> None:
    if name == "one":
        from newstemma.corpus import ReuseOptions, reuse

        reuse(path, out, options=ReuseOptions(jobs=2))
    elif name == "spark":
        from newstemma.spark import SparkOptions, reuse_on_spark

        settings = {"spark.driver.memory": _HEAP}
        spark = SparkOptions(master=_MASTER, settings=settings)
        found = reuse_on_spark([path], out, spark=spark)
        print(json.dumps(dict(found.seconds)), file=sys.stderr)
    else:
        _plain_join(path, out)


def _plain_join(path: str, out: str) -> None:
    """Pairs that share two five-grams, in Spark's own words: what people write first."""
    from pyspark.sql import functions as F  # noqa: N812

    from newstemma.spark.session import session

    with session(_MASTER, {"spark.driver.memory": _HEAP}) as spark:
        words = F.split(F.lower("text"), r"\W+")
        texts = spark.read.schema("id string, text string").json(path).repartition(8)
        starts = "filter(sequence(0, size(words) - 5), i -> i >= 0)"
        grams = f"array_distinct(transform({starts}, i -> xxhash64(slice(words, i + 1, 5))))"
        posted = (
            texts.select("id", words.alias("words"))
            .where("size(words) >= 5")
            .select("id", F.explode(F.expr(grams)).alias("gram"))
        )
        held = posted.groupBy("gram").count().where(f"count between 2 and {_MOST_HELD}")
        shared = posted.join(held, "gram").select("gram", "id")
        other = shared.withColumnRenamed("id", "other")
        pairs = shared.join(other, "gram").where("id < other").groupBy("id", "other").count()
        pairs.where("count >= 2").write.parquet(out)


def _equal(one: Path, many: Path, table: str) -> bool:
    """Whether two tables have the same rows in the same order, a few at a time."""
    sides = (_batches(out / f"{table}.parquet") for out in (one, many))
    return all(a == b for a, b in zip_longest(*sides))


def _batches(path: Path) -> list[pa.Table]:
    whole = pa.Table.from_batches(pq.read_table(path).to_batches())
    plain = whole.cast(pa.schema([(field.name, _plain(field.type)) for field in whole.schema]))
    return [plain.slice(first, _BATCH) for first in range(0, plain.num_rows, _BATCH)]


def _plain(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_large_string(kind) else kind


if __name__ == "__main__":
    main()
