"""Collections of older versions are brought up to this one, or left as they were."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newstemma.store import Store
from newstemma.store.migrations import bring_up, changes, version_of
from newstemma.store.opening import APPLICATION
from tests.store.samples import filled, harbour, keep


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    tables = sqlite3.connect(tmp_path / "old", isolation_level=None)
    yield tables
    tables.close()


def _objects(tables: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = tables.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return rows.fetchall()


def _of(path: Path) -> list[tuple[str, str]]:
    tables = sqlite3.connect(path)
    try:
        return _objects(tables)
    finally:
        tables.close()


def _first_version(path: Path) -> None:
    """A collection of the harbour as the first version of the tables has it."""
    with sqlite3.connect(filled(path)) as tables:
        views = tables.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        for (name,) in views:
            tables.execute(f"DROP VIEW {name}")
        tables.execute("PRAGMA user_version = 1")
    tables.close()


@pytest.mark.parametrize("opening", [Store.open_to_read, Store.open_to_write])
def test_an_old_collection_is_brought_up_with_all_that_is_in_it(
    opening: Callable[[Path], Store], tmp_path: Path
) -> None:
    _first_version(tmp_path / "old")
    assert _of(tmp_path / "old") != _of(filled(tmp_path / "new"))
    with opening(tmp_path / "old") as store:
        assert store.analysis() == harbour()
    assert _of(tmp_path / "old") == _of(tmp_path / "new")


def test_an_old_collection_can_be_written_to_at_once(tmp_path: Path) -> None:
    tables = sqlite3.connect(tmp_path / "old", isolation_level=None)
    bring_up(tables, changes()[:1], application=APPLICATION)
    tables.close()
    with Store.open_to_write(tmp_path / "old") as store:
        keep(store, harbour())
        assert store.analysis() == harbour()


def test_each_change_is_made_once_and_in_order(tables: sqlite3.Connection) -> None:
    known = ("CREATE TABLE a (x);", "ALTER TABLE a ADD COLUMN y;\nINSERT INTO a VALUES (1, 2);")
    for upto in (1, 2, 2):
        bring_up(tables, known[:upto], application=7)
        assert version_of(tables) == upto
    assert tables.execute("SELECT * FROM a").fetchall() == [(1, 2)]


def test_a_change_that_fails_leaves_the_one_before_it(tables: sqlite3.Connection) -> None:
    known = ("CREATE TABLE a (x);", "INSERT INTO a VALUES (1);\nCREATE TABLE a (x);")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        bring_up(tables, known, application=7)
    assert version_of(tables) == 1
    assert tables.execute("SELECT * FROM a").fetchall() == []


def test_a_trigger_with_several_statements_is_one_statement(tables: sqlite3.Connection) -> None:
    trigger = (
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
        "    INSERT INTO b VALUES (1);\n    INSERT INTO b VALUES (2);\nEND;"
    )
    bring_up(tables, ("CREATE TABLE a (x);\nCREATE TABLE b (x);\n" + trigger,), application=7)
    tables.execute("INSERT INTO a VALUES (0)")
    assert tables.execute("SELECT x FROM b").fetchall() == [(1,), (2,)]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    header = filled(tmp_path / "a").read_bytes()[:100]
    assert header[68:72] == b"NSTM"
    assert int.from_bytes(header[60:64], "big") == len(changes())


def test_a_copy_of_the_file_is_the_collection(tmp_path: Path) -> None:
    shutil.copy(filled(tmp_path / "a"), tmp_path / "b")
    with Store.open_to_read(tmp_path / "b") as store:
        assert store.analysis() == harbour()
