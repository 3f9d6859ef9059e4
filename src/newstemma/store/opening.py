"""Opening the file of a collection: created, brought up to this version, or refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newstemma.store.errors import (
    CollectionDamaged,
    CollectionExists,
    CollectionMissing,
    CollectionTooNew,
    NoCollection,
    NotWritable,
)
from newstemma.store.failing import DAMAGED, told
from newstemma.store.migrations import bring_up, changes, version_of

__all__ = ["APPLICATION", "create", "open_to_read", "open_to_write"]

APPLICATION = 0x4E53544D  # "NSTM", in the header of the file
_WAIT = 60.0  # seconds for another writer
_CACHE = 64_000  # KiB of pages kept in memory
_UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def create(path: Path) -> sqlite3.Connection:
    """A new collection.

    Raises `StoreError` where something is at the path already, or nothing can be written there.
    """
    if path.exists():
        raise CollectionExists(f"{path}: it exists already; add to it, or give another path")
    return open_to_write(path)


def open_to_write(path: Path) -> sqlite3.Connection:
    """The collection at the path, created where there is none, brought up to this version.

    Raises `StoreError` where it cannot be.
    """
    if not path.parent.is_dir():
        raise NotWritable(f"{path}: there is no folder {path.parent}; make it first")
    _refuse_folder(path)
    with told(path):
        connection = _connected(path, "mode=rwc")
        try:
            _make_ready(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _make_ready(connection: sqlite3.Connection, path: Path) -> None:
    _refuse_others(connection, path)
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    bring_up(connection, changes(), application=APPLICATION)


def open_to_read(path: Path) -> sqlite3.Connection:
    """The collection at the path; one of an older version is brought up to this one first.

    Raises `StoreError` where there is none, or it cannot be read.
    """
    if not path.exists():
        raise CollectionMissing(f"{path}: there is no such collection; newstemma add makes one")
    _refuse_folder(path)
    with told(path):
        connection = _opened(path)
        try:
            _refuse_others(connection, path)
            version = version_of(connection)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    if version == len(changes()):
        return connection
    connection.close()
    if not version:
        raise NoCollection(f"{path}: it is empty; newstemma add makes a collection of it")
    open_to_write(path).close()
    return open_to_read(path)


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to read with.

    One that may write clears away, when it closes, what SQLite lays beside the file. Where nothing
    can be written there, as on a disk that is read-only, the file is read alone: it is whole
    unless changes lie beside it.
    """
    ways = ["mode=rw", "mode=ro", *([] if _is_written(path) else ["immutable=1"])]
    for way in ways[:-1]:
        try:
            return _connected(path, way)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _UNWRITABLE:
                raise
    return _connected(path, ways[-1])


def _is_written(path: Path) -> bool:
    """Whether changes lie beside the file that are not in it yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _connected(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=_WAIT
    )
    try:
        version_of(connection)
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise NoCollection(f"{path}: it is a folder; give the path of a file")


def _refuse_others(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses what is no collection, is cut short, or comes from a version not yet known."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or objects):
        raise NoCollection(f"{path}: it is no collection of Newstemma; give another path")
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size < pages * size and not _is_written(path):
        raise CollectionDamaged(f"{path}: {DAMAGED}")
    version, newest = version_of(connection), len(changes())
    if version > newest:
        raise CollectionTooNew(
            f"{path}: a newer Newstemma made it (tables {version}, here {newest}); "
            "run: pip install --upgrade newstemma"
        )
