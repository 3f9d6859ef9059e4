"""`newstemma add`, as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.cli import main
from tests.cli.test_report import CHILD, OTHER, PARENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in (("a", PARENT), ("c", OTHER)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def _add(folder: Path, *more: str) -> int:
    db = str(folder.parent / "made.newstemma")
    return main(["add", str(folder), "--db", db, "--through", "lineage", *more])


def test_it_says_what_is_new_and_where_it_stands(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _add(folder) == 0
    assert "2 new texts" in capfd.readouterr().out
    (folder / "b.txt").write_text(CHILD, encoding="utf-8")
    assert _add(folder) == 0
    shown = capfd.readouterr()
    assert "an echo: made from a.txt\n" in shown.out
    assert "1 new text, 2 known already" in shown.out
    assert "adding" in shown.err


def test_one_that_fails_does_not_stop_the_others(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    assert _add(folder) == 1
    shown = capfd.readouterr()
    assert "2 new texts" in shown.out
    assert "empty.txt: the file is empty" in shown.err


def test_nothing_that_can_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert _add(tmp_path / "empty.txt") == 2


def test_a_path_that_is_not_there_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _add(tmp_path / "absent") == 2
    assert "no such file or folder" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []
