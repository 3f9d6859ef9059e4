"""Opening what is no collection, one of another version, a damaged one, one that is read-only."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newstemma.errors import NewstemmaError
from newstemma.store import (
    CollectionDamaged,
    CollectionExists,
    CollectionMissing,
    CollectionTooNew,
    DiskFull,
    NoCollection,
    NotWritable,
    Store,
    StoreError,
)
from tests.store.samples import FROM_DISK, article, filled, harbour

_OPENINGS = (Store.open_to_read, Store.open_to_write)
_Opening = Callable[[str], Store]


def _tell(path: Path, *statements: str) -> None:
    """Does to a file what another program may."""
    tables = sqlite3.connect(path)
    for statement in statements:
        tables.execute(statement)
    tables.commit()
    tables.close()


def _as_somebody(code: str, *arguments: str) -> str:
    """What a process prints that may not write everywhere, as root may."""
    done = subprocess.run(
        [sys.executable, "-c", _NOBODY + code, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


_NOBODY = """
import os, sys
from newstemma.errors import NewstemmaError
from newstemma.store import Store
if os.geteuid() == 0:
    os.setuid(65534)
"""


# --- what is there --------------------------------------------------------------------------------


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissing, match=r"a\.newstemma: there is no such collection"):
        Store.open_to_read(tmp_path / "a.newstemma")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    with pytest.raises(CollectionExists, match="it exists already"):
        Store.create(tmp_path / "a")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match=r"there is no folder .*missing; make it first"):
        Store.open_to_write(tmp_path / "missing" / "a.newstemma")


@pytest.mark.parametrize("opening", _OPENINGS)
def test_a_folder_is_no_collection(opening: _Opening, tmp_path: Path) -> None:
    with pytest.raises(NoCollection, match="it is a folder"):
        opening(str(tmp_path))


@pytest.mark.parametrize("opening", _OPENINGS)
def test_text_is_no_collection(opening: _Opening, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("It is an article.\n" * 100)
    with pytest.raises(NoCollection, match="it is no collection"):
        opening(str(tmp_path / "a"))
    assert (tmp_path / "a").read_text() == "It is an article.\n" * 100


@pytest.mark.parametrize("opening", _OPENINGS)
def test_another_database_is_left_as_it_is(opening: _Opening, tmp_path: Path) -> None:
    _tell(tmp_path / "a", "CREATE TABLE bookmarks (url)")
    before = (tmp_path / "a").read_bytes()
    with pytest.raises(NoCollection, match="it is no collection"):
        opening(str(tmp_path / "a"))
    assert (tmp_path / "a").read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_an_empty_file_becomes_a_collection_only_by_writing(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(NoCollection, match="it is empty"):
        Store.open_to_read(tmp_path / "a")
    Store.open_to_write(tmp_path / "a").close()
    Store.open_to_read(tmp_path / "a").close()


@pytest.mark.parametrize("name", ["a b?mode=memory", "50%20.newstemma", "#1", "Zeitung ü"])
def test_any_name_of_a_file_will_do(name: str, tmp_path: Path) -> None:
    Store.create(tmp_path / name).close()
    Store.open_to_read(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Store.create("a.newstemma").close()
    assert (tmp_path / "a.newstemma").exists()


# --- other versions -------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", _OPENINGS)
def test_a_newer_collection_is_refused_with_the_way_out(opening: _Opening, tmp_path: Path) -> None:
    Store.create(tmp_path / "a").close()
    _tell(tmp_path / "a", "PRAGMA user_version = 1000")
    with pytest.raises(CollectionTooNew, match=r"tables 1000, here \d+.*pip install --upgrade"):
        opening(str(tmp_path / "a"))


# --- damage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", _OPENINGS)
@pytest.mark.parametrize("kept", [0.999, 0.5, 0.1])
def test_a_collection_cut_short_is_told_when_it_is_opened(
    opening: _Opening, kept: float, tmp_path: Path
) -> None:
    path = filled(tmp_path / "a")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(CollectionDamaged, match="damaged or cut short; restore a copy"):
        opening(str(path))


def test_damage_that_is_met_later_is_told_too(tmp_path: Path) -> None:
    path = filled(tmp_path / "a")
    half = path.stat().st_size // 2
    with path.open("r+b") as contents:
        contents.seek(half)
        contents.write(b"\xff" * half)
    with pytest.raises(CollectionDamaged), Store.open_to_read(path) as store:
        store.analysis()
    with Store.open_to_read(path) as store:
        assert store.damage()


def test_a_whole_collection_has_no_damage(tmp_path: Path) -> None:
    with Store.open_to_read(filled(tmp_path / "a")) as store:
        assert store.damage() == ()


def test_a_record_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "a")
    _tell(path, "UPDATE stories SET record = json_remove(record, '$.title')")
    with (
        pytest.raises(CollectionDamaged, match="a record in it"),
        Store.open_to_read(path) as store,
    ):
        store.analysis()


# --- what cannot be written -----------------------------------------------------------------------

_READ = """
with Store.open_to_read(sys.argv[1]) as store:
    print(len(store.stories()), "stories")
"""
_WRITE = """
try:
    with Store.open_to_write(sys.argv[1]) as store, store.writing():
        store.forgive("a")
except NewstemmaError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode there")
def test_a_collection_in_a_read_only_folder_is_read_and_not_written() -> None:
    with TemporaryDirectory() as folder:
        path = filled(Path(folder) / "a.newstemma")
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        assert _as_somebody(_READ, str(path)) == f"{len(harbour().stories)} stories\n"
        assert _as_somebody(_WRITE, str(path)).startswith("NotWritable")
        assert _as_somebody(_WRITE, str(Path(folder) / "b")).startswith("NotWritable")
        Path(folder).chmod(0o755)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    path = filled(tmp_path / "a")
    with Store.open_to_write(path) as store:
        store._connection.execute("PRAGMA max_page_count = 1").fetchone()
        with pytest.raises(DiskFull, match="the disk is full, and nothing was written"):
            _grow(store)
        assert store.analysis() == harbour()
        assert store.damage() == ()


def _grow(store: Store) -> None:
    with store.writing():
        for number in range(1000):
            name = f"new{number}"
            store.add_version(name, article(name, "Long. " * 1000), custody=FROM_DISK)


_FILL = """
import resource, signal, sys
from newstemma.store import Store, StoreError
from tests.store.test_opening import _grow
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
try:
    with Store.open_to_write(sys.argv[1]) as store:
        _grow(store)
except StoreError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
def test_a_file_that_may_not_grow_keeps_what_was_there(tmp_path: Path) -> None:
    path = filled(tmp_path / "a")
    done = subprocess.run(
        [sys.executable, "-c", _FILL, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("Disk"), done.stderr
    with Store.open_to_write(path) as store:
        assert store.analysis() == harbour()
        assert store.damage() == ()


def test_every_error_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text " * 500)
    for name in ("text", "missing", "."):
        with pytest.raises(StoreError) as told:
            Store.open_to_read(tmp_path / name)
        assert isinstance(told.value, NewstemmaError)
        assert str(told.value).startswith(str(tmp_path / name))
        assert "\n" not in str(told.value)
