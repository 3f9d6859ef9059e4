"""Several processes at one collection: two writers, a reader meanwhile, a writer that is killed."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newstemma.store import CollectionBusy, NoCollection, Store, opening
from tests.store.samples import FROM_DISK, article

_EACH = 12  # transactions of a writer
_PAIR = 2  # articles in a transaction
_WHO = f"process {os.getpid()} is writing" if sys.platform == "linux" else "is writing"

# Each transaction adds a pair, so that whoever sees one article without its mate saw half of it.
_WRITER = """
import sys
from newstemma.store import Store
from tests.store.samples import FROM_DISK, read_closely
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Store.open_to_write(path) as store:
    for turn in range(count):
        with store.writing():
            for one in "ab":
                known = read_closely(f"{name}{turn}{one}", "Twelve boats came in. " * 40)
                number = store.add_version(known.id, known.article, custody=FROM_DISK)
                store.keep_reading(number, known, through="claims")
                store.index(number, [f"{name}{turn}", "every"])
        print(turn, flush=True)
"""


def _writer(path: Path, name: str, count: int = _EACH) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


def _counts(store: Store) -> tuple[int, int, int]:
    """How many versions, readings and entries of the search there are."""
    tables = ("versions", "readings", "articles_fts")
    one, two, three = (
        store._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
    )
    return one, two, three


def test_two_writers_and_a_reader_lose_nothing_and_see_nothing_by_halves(tmp_path: Path) -> None:
    path = tmp_path / "a.newstemma"
    writers = [_writer(path, "left"), _writer(path, "right")]  # both make the file, too
    seen = []
    while any(writer.poll() is None for writer in writers):
        if path.exists() and path.stat().st_size and (counts := _seen(path)):
            seen.append(counts)
        time.sleep(0.01)
    assert [writer.wait() for writer in writers] == [0, 0]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.read().split() == [str(turn) for turn in range(_EACH)]
        writer.stdout.close()
    assert all(one == two == three and one % _PAIR == 0 for one, two, three in seen)
    assert seen == sorted(seen)
    with Store.open_to_read(path) as store:
        assert _counts(store) == (2 * _PAIR * _EACH,) * 3
        assert len(store.holders(["every"], limit=999)["every"]) == 2 * _PAIR * _EACH
        both = list(store.numbers(["left7a", "left7b"]).values())
        assert store.holders(["left7"], limit=9) == {"left7": both}
        assert store.damage() == ()


def _seen(path: Path) -> tuple[int, int, int] | None:
    """What a reader sees just now; None while the tables are being made."""
    try:
        with Store.open_to_read(path) as store, store.reading():
            return _counts(store)
    except NoCollection:
        return None


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("seed", range(2))
def test_a_writer_that_is_killed_leaves_its_last_commit(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = tmp_path / "a.newstemma"
    writer = _writer(path, "a", 10_000)
    assert writer.stdout is not None
    for _ in range(chance.randrange(1, 30)):
        writer.stdout.readline()
    time.sleep(chance.random() / 100)
    writer.kill()
    told = len(writer.stdout.readlines())
    writer.wait()
    writer.stdout.close()
    with Store.open_to_write(path) as store:
        one, two, three = _counts(store)
        assert one == two == three
        assert one % _PAIR == 0
        assert one >= told * _PAIR
        assert store.damage() == ()
        with store.writing():
            store.add_version("more", article("more"), custody=FROM_DISK)


def test_who_waits_too_long_for_another_writer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WAIT", 0.05)
    path = tmp_path / "a.newstemma"
    with Store.open_to_write(path) as one, Store.open_to_write(path) as other:
        with one.writing():
            one.add_version("a", article("a"), custody=FROM_DISK)
            with pytest.raises(CollectionBusy, match=_WHO), other.writing():
                pass
            assert other.known("a") is None
        with other.writing():
            assert other.known("a") is not None


def test_a_reader_keeps_nobody_from_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WAIT", 0.05)
    path = tmp_path / "a.newstemma"
    Store.create(path).close()
    with Store.open_to_read(path) as reader, reader.reading():
        assert reader.known("a") is None
        with Store.open_to_write(path) as writer, writer.writing():
            writer.add_version("a", article("a"), custody=FROM_DISK)
        assert reader.known("a") is None


def test_nothing_is_left_beside_the_file_when_all_are_done(tmp_path: Path) -> None:
    path = tmp_path / "a.newstemma"
    with Store.open_to_write(path) as writer, writer.writing():
        writer.add_version("a", article("a"), custody=FROM_DISK)
    Store.open_to_read(path).close()
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_reads_while_a_collection_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.newstemma"
    with Store.open_to_write(path) as writer, writer.writing():
        writer.add_version("a", article("a"), custody=FROM_DISK)
        other = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        assert other.execute("SELECT count(*) FROM versions").fetchone() == (0,)
        other.close()
