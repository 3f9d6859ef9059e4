"""`newstemma reuse`, as a user meets it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from newstemma.cli import main
from newstemma.cli.bar import Bar
from tests.corpus.corpora import corpus, digests, rows_of, write_rows

ROWS = corpus(30)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "in.jsonl", ROWS)


def test_a_corpus_becomes_four_tables_and_a_summary(
    source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["reuse", str(source), str(tmp_path / "out")]) == 0
    shown = capfd.readouterr()
    assert "30 articles\n" in shown.out
    assert "pairs with shared text: " in shown.out
    assert f"Tables: {tmp_path / 'out'}" in shown.out
    assert "reading     30 articles" in shown.err
    names = sorted(path.name for path in (tmp_path / "out").glob("*.parquet"))
    assert names == ["clusters.parquet", "failures.parquet", "pairs.parquet", "passages.parquet"]


def test_the_figures_as_json(
    source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["reuse", str(source), str(tmp_path / "out"), "--format", "json"]) == 0
    figures = json.loads(capfd.readouterr().out)
    assert figures["articles"] == 30
    assert figures["pairs"] == sum(figures["kinds"].values())
    assert figures["pairs"] == len(rows_of(tmp_path / "out", "pairs"))
    assert figures["biggest"][0]["size"] >= figures["biggest"][-1]["size"] > 1


def test_a_failure_is_named_and_the_exit_code_is_1(
    source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with source.open("a", encoding="utf-8") as file:
        file.write("{broken\n" * 8)
    assert main(["reuse", str(source), str(tmp_path / "out")]) == 1
    said = capfd.readouterr()
    assert f"newstemma: {source}#31: it is not valid JSON" in said.err
    assert f"and 3 more in {tmp_path / 'out' / 'failures.parquet'}" in said.err
    assert "8 failures" in said.out
    assert len(rows_of(tmp_path / "out", "failures")) == 8


def test_nothing_to_read_is_exit_code_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["reuse", str(tmp_path / "absent"), str(tmp_path / "out")]) == 2
    assert "no such file or folder" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_standard_input_is_a_corpus(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["reuse", str(source), str(tmp_path / "file")]) == 0
    stream = SimpleNamespace(buffer=io.BytesIO(source.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["reuse", "-", str(tmp_path / "out")]) == 0
    assert digests(tmp_path / "out") == digests(tmp_path / "file")


def test_a_missing_extra_is_one_line_that_says_what_to_install(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("newstemma.corpus")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["reuse", str(source), str(tmp_path / "out")]) == 2
    said = capfd.readouterr().err
    assert said == "newstemma: this command needs pyarrow: pip install 'newstemma[corpus]'\n"


def test_report_does_not_wait_for_what_only_corpora_need(source: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry struck the pier at Ostrel.", encoding="utf-8")
    run = (
        "import sys; from newstemma.cli import main;"
        "main(sys.argv[1:]); print(sorted({'numba', 'pyarrow', 'llvmlite'} & {*sys.modules}))"
    )
    command = ["report", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.html")]
    done = subprocess.run(
        [sys.executable, "-c", run, *command], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_help_teaches_with_an_example(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["reuse", "--help"])
    shown = capfd.readouterr().out
    assert "newstemma reuse news-2024/*.jsonl.gz reuse-2024" in shown
    assert "pairs.parquet" in shown


def test_the_bar_shows_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", stream)
    times = iter([0.0, 10.0, 20.0])
    monkeypatch.setattr("newstemma.cli.bar.monotonic", lambda: next(times))
    bar = Bar({"aligning": "pair"})
    bar("aligning", 0, 400)
    bar("aligning", 100, 400)
    bar("aligning", 400, 400)
    opened, first, last = stream.getvalue().split("\r")[1:]
    assert opened.rstrip() == "aligning    [....................]  0 of 400 pairs"
    assert "[#####...............]  100 of 400 pairs  10/s  0:30 left" in first
    assert last.rstrip(" \n").endswith("400 pairs  20/s")
    assert last.endswith("\n")
