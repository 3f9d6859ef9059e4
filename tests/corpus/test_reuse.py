"""The search as a whole: what comes out, the same bytes again, and runs that are cut short."""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstemma.corpus import ReuseOptions, reuse
from newstemma.errors import InputMissing, NewstemmaError, NothingToAnalyse
from newstemma.text.segment import words
from tests.corpus.corpora import Row, corpus, digests, rows_of, write_rows

ROWS = corpus(80)
TEXTS = {str(row["id"]): str(row["text"]) for row in ROWS}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished search."""
    folder = tmp_path_factory.mktemp("found")
    reuse(write_rows(folder / "in.jsonl", ROWS), folder / "out")
    return folder / "out"


def keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def test_copies_are_exact_pairs_and_one_family(found: Path) -> None:
    cluster = {row["id"]: row["cluster"] for row in rows_of(found, "clusters")}
    paired = {row[side] for row in _exact(found) for side in ("left_id", "right_id")}
    copies = [
        (a, b) for a, left in TEXTS.items() for b, right in TEXTS.items() if a < b and left == right
    ]
    assert copies
    for pair in copies:
        assert {*pair} <= paired
        assert len({cluster[name] for name in pair}) == 1
    for row in _exact(found):
        assert keys(TEXTS[str(row["left_id"])]) == keys(TEXTS[str(row["right_id"])])


def test_a_run_opens_with_the_same_words_in_both_texts(found: Path) -> None:
    runs = [row for row in rows_of(found, "passages") if row["kind"] == "run"]
    whole = {(row["left_id"], row["right_id"]) for row in _exact(found)}
    assert whole
    for row in runs:
        left, right = map(keys, _sides(row, TEXTS))
        assert left[:5] == right[:5]
        assert 5 <= int(str(row["words"])) <= len(right)
        if (row["left_id"], row["right_id"]) in whole:
            assert left == right
            assert len(left) == row["words"]


def _exact(found: Path) -> list[Row]:
    return [row for row in rows_of(found, "pairs") if row["kind"] == "exact"]


def _sides(row: Row, texts: dict[str, str]) -> tuple[str, str]:
    left, right = texts[str(row["left_id"])], texts[str(row["right_id"])]
    spans = [int(str(row[f"{s}_{end}"])) for s in ("left", "right") for end in ("start", "end")]
    assert 0 <= spans[0] < spans[1] <= len(left)
    assert 0 <= spans[2] < spans[3] <= len(right)
    return left[spans[0] : spans[1]], right[spans[2] : spans[3]]


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(st.text("abcdeé大雨\u0301 😀.\n-", min_size=1), min_size=2, max_size=5),
    st.text("abcdeé大雨 \u200b😀.\n", min_size=40, max_size=300),
)
def test_spans_are_code_points_whatever_the_script(
    tmp_path: Path, around: list[str], shared: str
) -> None:
    texts = {f"x{n}": f"{before} {shared} {before}" for n, before in enumerate(around)}
    shutil.rmtree(tmp_path / "o", ignore_errors=True)
    rows: list[Row] = [{"id": name, "text": text} for name, text in texts.items()]
    reuse(write_rows(tmp_path / "x.jsonl", rows), tmp_path / "o")
    for row in rows_of(tmp_path / "o", "passages"):
        left, right = map(keys, _sides(row, texts))
        assert row["kind"] == "sentence" or left[:5] == right[:5]


def test_every_article_has_a_row_with_its_own_fields(found: Path) -> None:
    rows = rows_of(found, "clusters")
    assert [(row["id"], row["series"], row["page"]) for row in rows] == [
        (row["id"], row["series"], row["page"]) for row in ROWS
    ]
    by_cluster: dict[object, list[Row]] = {}
    for row in rows:
        by_cluster.setdefault(row["cluster"], []).append(row)
    for name, members in by_cluster.items():
        assert {row["size"] for row in members} == {len(members)}
        assert min(str(row["id"]) for row in members) == name
        assert {row["representative"] for row in members} <= {row["id"] for row in members}


def test_the_tables_say_what_they_are(found: Path) -> None:
    for name in ("pairs", "passages", "clusters", "failures"):
        schema = pq.read_schema(found / f"{name}.parquet")
        assert schema.metadata[b"newstemma.table"] == name.encode()
        assert schema.metadata[b"newstemma.version"] == b"1"
        assert all(field.metadata[b"description"] for field in schema)


def test_neither_jobs_nor_the_order_of_the_input_change_a_byte(found: Path, tmp_path: Path) -> None:
    shuffled = random.Random(3).sample(ROWS, len(ROWS))
    write_rows(tmp_path / "2.jsonl", shuffled[:30])
    pq.write_table(pa.Table.from_pylist(shuffled[30:]), tmp_path / "1.parquet")
    inputs = [tmp_path / "2.jsonl", tmp_path / "1.parquet"]
    reuse(inputs, tmp_path / "out", options=ReuseOptions(jobs=3))
    assert digests(tmp_path / "out") == digests(found)


def test_the_same_run_again_does_nothing_again(found: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in found.rglob("*.parquet")}
    again = reuse(found.parent / "in.jsonl", found)
    assert {stage.seconds for stage in again.stages} == {None}
    assert again.articles == len(ROWS)
    assert {path: path.stat().st_mtime_ns for path in found.rglob("*.parquet")} == before


def test_changed_input_is_looked_at_anew(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", ROWS[:20])
    reuse(source, tmp_path / "out")
    reuse(write_rows(source, ROWS[:30]), tmp_path / "out")
    assert len(rows_of(tmp_path / "out", "clusters")) == 30


def test_a_table_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", ROWS[:20])
    reuse(source, tmp_path / "out")
    before = digests(tmp_path / "out")
    (tmp_path / "out" / "pairs.parquet").unlink()
    again = reuse(source, tmp_path / "out")
    assert digests(tmp_path / "out") == before
    assert [stage.name for stage in again.stages if stage.seconds is not None] == ["tables"]


def _started(source: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "newstemma", "reuse", str(source), str(out)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("moment", ["read.partial", "read", "candidates", "align"])
def test_a_run_that_was_killed_goes_on(found: Path, tmp_path: Path, moment: str) -> None:
    process = _started(found.parent / "in.jsonl", tmp_path / "out")
    while process.poll() is None and not (tmp_path / "out" / "work" / moment).exists():
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    reuse(found.parent / "in.jsonl", tmp_path / "out")
    assert digests(tmp_path / "out") == digests(found)


def test_a_part_that_was_aligned_is_not_aligned_again(found: Path, tmp_path: Path) -> None:
    shutil.copytree(found, tmp_path / "out")
    work = tmp_path / "out" / "work"
    (work / "align").rename(work / "align.partial")
    (work / "align.partial" / "manifest.json").unlink()
    parts = {path: path.stat().st_mtime_ns for path in (work / "align.partial").glob("pairs*")}
    reuse(found.parent / "in.jsonl", tmp_path / "out")
    assert parts
    assert {time for _, time in parts.items()} == {
        path.stat().st_mtime_ns for path in (work / "align").glob("pairs*")
    }


def test_a_full_disk_is_said_so_and_earlier_stages_stay(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", corpus(200))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(NewstemmaError, match=r"cannot write to .*make room there"):
            reuse(source, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert reuse(source, tmp_path / "out").articles == 200


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", ROWS[:2])
    with pytest.raises(NewstemmaError, match=r"holds other files, such as in\.jsonl"):
        reuse(source, tmp_path)
    with pytest.raises(NewstemmaError, match="it is a file; name a folder"):
        reuse(source, source)


def test_a_folder_that_is_in_use_is_refused(tmp_path: Path) -> None:
    from fcntl import LOCK_EX, flock

    source = write_rows(tmp_path / "in.jsonl", ROWS[:2])
    reuse(source, tmp_path / "out")
    with (tmp_path / "out" / "work" / "lock").open("ab") as lock:
        flock(lock, LOCK_EX)
        with pytest.raises(NewstemmaError, match="in use by another run"):
            reuse(source, tmp_path / "out")


def test_the_output_is_never_its_own_input(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_rows(tmp_path / "in" / "a.jsonl", ROWS[:5])
    reuse(tmp_path / "in", tmp_path / "in" / "out")
    again = reuse(tmp_path / "in", tmp_path / "in" / "out")
    assert (again.articles, again.failures) == (5, 0)
    assert {stage.seconds for stage in again.stages} == {None}


def test_one_article_is_a_corpus(tmp_path: Path) -> None:
    alone = reuse(write_rows(tmp_path / "in.jsonl", ROWS[:1]), tmp_path / "out")
    assert (alone.articles, alone.pairs, alone.families) == (1, 0, 0)
    assert [row["size"] for row in rows_of(tmp_path / "out", "clusters")] == [1]


def test_no_article_is_none(tmp_path: Path) -> None:
    with pytest.raises(NothingToAnalyse, match=r"in\.jsonl#1: it has no text .*it has id, body2"):
        reuse(write_rows(tmp_path / "in.jsonl", [{"id": 1, "body2": "x"}]), tmp_path / "out")
    with pytest.raises(InputMissing):
        reuse(tmp_path / "absent.jsonl", tmp_path / "out")
