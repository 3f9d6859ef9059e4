"""The rows of Spark are those of one machine, also where a worker dies half-way."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newstemma.corpus import ReuseOptions, reuse
from newstemma.corpus.ids import made_id
from newstemma.errors import InputMissing, NewstemmaError, NothingToAnalyse
from tests.corpus.corpora import Row, corpus, write_rows

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pytest.importorskip("pandas", reason="the extra spark is not installed")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java", allow_module_level=True)

from pyspark.sql import SparkSession

from newstemma.spark import candidates, draw_families, families, postings, reuse_on_spark
from newstemma.spark.articles import articles
from newstemma.spark.components import components
from newstemma.spark.frames import Steps
from newstemma.spark.lineages import tree, witness_of
from newstemma.spark.plan import Plan
from newstemma.spark.reading import read
from newstemma.spark.session import session

_TABLES = ("pairs", "passages", "clusters")
_TOLD = ("path", "id", "reason")
# What a small corpus needs of Spark; none of it reaches a row.
_SMALL = {
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    with session("local[2]", _SMALL) as there:
        yield there


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rows(tmp_path_factory.mktemp("in") / "news.jsonl", _planted())


@pytest.fixture(scope="module")
def here(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("here")
    reuse(source, out)
    return out


@pytest.fixture(scope="module")
def there(spark: SparkSession, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert spark
    out = tmp_path_factory.mktemp("there") / "out"
    reuse_on_spark([str(source)], str(out))
    return out


def _planted() -> list[Row]:
    """Copies, edits and shared passages; and footers, a story in many editions of one paper,
    articles without ids, and ids that come twice.
    """
    rows = corpus(220, seed=7)
    for row in rows:
        name = str(row["series"])
        row["text"] = f"{row['text']}\n\n{name} is read by people who like {name} more than tea."
    story = rows[0]
    editions: list[Row] = [
        {**story, "id": f"edition {n}", "text": f"{story['text']} Edition {n} of the day."}
        for n in range(14)
    ]
    nameless: list[Row] = [{**row, "id": None} for row in (*rows[1:3], rows[1])]
    again: list[Row] = [
        {**rows[3], "text": f"{rows[3]['text']} And more."},
        {"id": "empty", "text": " "},
    ]
    return [*rows, *editions, *nameless, *again, {"id": "dots", "text": "...", "seen": True}]


def _rows(out: Path, table: str) -> list[Row]:
    rows: list[Row] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return rows


@pytest.mark.parametrize("table", _TABLES)
def test_the_rows_are_those_of_one_machine(here: Path, there: Path, table: str) -> None:
    expected = _rows(here, table)
    assert expected
    assert _rows(there, table) == expected


def test_the_columns_are_those_of_one_machine(here: Path, there: Path) -> None:
    for table in _TABLES:
        one, many = (pq.read_schema(_part(out, table)) for out in (here, there))
        assert one.names == many.names


def _part(out: Path, table: str) -> Path:
    path = out / f"{table}.parquet"
    return path if path.is_file() else min(path.glob("*.parquet"))


def test_what_is_no_article_is_told(here: Path, there: Path) -> None:
    told, expected = (
        sorted((str(row["id"]), str(row["reason"])[:14]) for row in _rows(out, "failures"))
        for out in (there, here)
    )
    assert len(told) == 2
    assert told == expected


def test_furniture_was_there_to_be_found(there: Path) -> None:
    found = pq.read_table(there / "work" / "furniture")
    assert found.num_rows > 10


def test_a_worker_that_is_killed_changes_no_row(
    spark: SparkSession,
    source: Path,
    here: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert spark
    mark, work = tmp_path / "killed", postings.posted

    def dying(chosen: Plan, part: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
        made = list(work(chosen, part, table))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from made

    monkeypatch.setattr(candidates, "posted", dying)
    monkeypatch.setattr(families, "FEW", 0)  # as where links are many
    reuse_on_spark([str(source)], str(tmp_path / "out"))
    assert mark.exists()
    for table in _TABLES:
        assert _rows(tmp_path / "out", table) == _rows(here, table)


def test_each_family_has_the_tree_that_one_machine_draws(there: Path) -> None:
    assert draw_families(str(there), most=6) == 1
    fields = {row["id"]: row for row in pq.read_table(there / "work" / "articles").to_pylist()}
    families: dict[str, list[str]] = {}
    for row in _rows(there, "clusters"):
        families.setdefault(str(row["cluster"]), []).append(str(row["id"]))
    drawn = {name: ids for name, ids in families.items() if 1 < len(ids) <= 6}
    assert drawn
    expected = [
        {"family": name, **row}
        for name, ids in drawn.items()
        for row in tree([witness_of(fields[one]) for one in ids])["derivations"]
    ]
    told = _rows(there, "derivations")
    assert sorted(told, key=_edge) == sorted(expected, key=_edge)
    assert [row["size"] for row in _rows(there, "undrawn")] == [
        len(ids) for ids in families.values() if len(ids) > 6
    ]


def _edge(row: Row) -> list[str]:
    return [str(row[name]) for name in ("family", "child", "parent")]


def test_connected_groups_are_found_along_chains(spark: SparkSession, tmp_path: Path) -> None:
    chain = [(n, n + 1) for n in range(20)] + [(40, 30), (30, 35), (35, 40)]
    pairs = spark.createDataFrame(chain, "left int, right int")
    found = components(Steps(spark, str(tmp_path)), pairs).collect()
    assert {row["number"]: row["first"] for row in found if row["number"] != row["first"]} == {
        **dict.fromkeys(range(1, 21), 0),
        35: 30,
        40: 30,
    }


def test_rows_that_are_no_articles_are_told_as_on_one_machine(
    spark: SparkSession, tmp_path: Path
) -> None:
    twice = json.dumps({"id": "twice", "text": "The ferry is late."}).encode()
    nameless = b'{"text": "The bridge is shut."}'
    made = made_id(b"The bridge is shut.")
    taken = json.dumps({"id": f"{made}-2", "text": "Another bridge."}).encode()
    lines = [twice, nameless, nameless, taken, nameless, b'{"id": "n", "text": null}', b"", b"[1]"]
    broken = [
        '{"id": "l", "text": "Caf\u00e9"}'.encode("latin-1"),
        b'{"id":\r"r", "text": "So."}\r',
        b"{",
    ]
    paths = [tmp_path / "b.jsonl", tmp_path / "a.jsonl"]
    for path, some in zip(paths, (lines, [*broken, twice]), strict=True):
        path.write_bytes(b"\xef\xbb\xbf" + b"\n".join(some))
    reuse(paths, tmp_path / "here")
    found = articles(
        Steps(spark, str(tmp_path / "work")), read(spark, [*map(str, paths)], ReuseOptions())
    )
    told = [tuple(row[name] for name in _TOLD) for row in found.failures.collect()]
    expected = [
        (row["path"], row["id"], re.sub(r"#\d+ too", " too", str(row["reason"])))
        for row in _rows(tmp_path / "here", "failures")
    ]
    assert sorted(told, key=str) == sorted(expected, key=str)
    assert len(told) == 5
    known = {row["id"]: row["number"] for row in found.texts.collect()}
    assert sorted(known, key=lambda name: known[name]) == [
        row["id"] for row in _rows(tmp_path / "here", "clusters")
    ]
    assert {f"{made}-3", f"{made}-4"} <= {*known}


def test_a_damaged_file_is_named(spark: SparkSession, tmp_path: Path) -> None:
    assert spark
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "The ferry is late."}\n' * 99)[:50])
    with pytest.raises(
        NewstemmaError, match=r"^Spark gave up: \S+cut\.jsonl\.gz is damaged.*again$"
    ):
        reuse_on_spark([str(path)], str(tmp_path / "out"))


def test_an_input_without_rows_is_told_so(spark: SparkSession, tmp_path: Path) -> None:
    assert spark
    (tmp_path / "none.jsonl").write_bytes(b"\n\n")
    with pytest.raises(NothingToAnalyse, match="the inputs hold no rows"):
        reuse_on_spark([str(tmp_path / "none.jsonl")], str(tmp_path / "out"))


def test_settings_of_a_session_that_is_there_decide_no_row(spark: SparkSession) -> None:
    zone = "spark.sql.session.timeZone"
    before = spark.conf.get(zone)
    spark.conf.set(zone, "Asia/Tokyo")
    with session("local[2]", {}) as beside:
        assert beside.conf.get(zone) == "UTC"
        assert beside.conf.get("spark.sql.execution.arrow.maxBytesPerBatch") == str(1 << 26)
        assert beside.sparkContext is spark.sparkContext
    assert spark.conf.get(zone) == "Asia/Tokyo"
    spark.conf.set(zone, str(before))


def test_an_output_that_is_there_is_left_alone(spark: SparkSession, source: Path) -> None:
    assert spark
    with pytest.raises(NewstemmaError, match="is there already"):
        reuse_on_spark([str(source)], str(source.parent))


def test_an_input_that_is_missing_is_named(spark: SparkSession, tmp_path: Path) -> None:
    assert spark
    with pytest.raises(InputMissing, match=r"none\.jsonl does not exist"):
        reuse_on_spark([str(tmp_path / "none.jsonl")], str(tmp_path / "out"))
