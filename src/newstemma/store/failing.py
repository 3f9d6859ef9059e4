"""What SQLite says went wrong -> an error that says what, where and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newstemma.store.codec import Undecodable
from newstemma.store.errors import (
    CollectionBusy,
    CollectionDamaged,
    DiskFailed,
    DiskFull,
    NoCollection,
    NotWritable,
    StoreError,
)
from newstemma.store.holder import writer_of

__all__ = ["DAMAGED", "in_words", "told"]

_BUSY = "is writing to it; wait until it is done, or end it"
DAMAGED = "it is damaged or cut short; restore a copy, or add its articles to a new collection"
_NONE = "it is no collection of Newstemma; give another path"
_FULL = "the disk is full, and nothing was written; make room, then run it again"
_READ_ONLY = "it cannot be written; change its permissions and its folder's, or copy it elsewhere"
_UNOPENED = "it cannot be opened; look at its permissions and its folder's, or copy it elsewhere"
_UNREADABLE = (
    "a record in it cannot be read; restore a copy, use the version of Newstemma that wrote it, "
    "or add its articles to a new collection"
)
_FAILED = "the disk could not be read or written; look at the disk and its quota, then run it again"

_WAITED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
# By primary result code: https://www.sqlite.org/rescode.html
_REASONS: dict[int, tuple[type[StoreError] | None, str]] = {
    sqlite3.SQLITE_CORRUPT: (CollectionDamaged, DAMAGED),
    sqlite3.SQLITE_NOTADB: (NoCollection, _NONE),
    sqlite3.SQLITE_FULL: (DiskFull, _FULL),
    sqlite3.SQLITE_READONLY: (NotWritable, _READ_ONLY),
    sqlite3.SQLITE_PERM: (NotWritable, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (NotWritable, _UNOPENED),
    sqlite3.SQLITE_IOERR: (DiskFailed, _FAILED),
}


def in_words(error: BaseException | None, path: Path) -> StoreError | None:
    """The error in words, where it is one that a user can mend."""
    if isinstance(error, Undecodable):
        return CollectionDamaged(f"{path}: {_UNREADABLE}")
    if not isinstance(error, sqlite3.Error):
        return None
    kind, reason = _reason(error, path)
    return kind(f"{path}: {reason}") if kind else None


def _reason(error: sqlite3.Error, path: Path) -> tuple[type[StoreError] | None, str]:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # not SQLite's: Python's own, for a text that is not in UTF-8
        return (CollectionDamaged if isinstance(error, sqlite3.OperationalError) else None), DAMAGED
    if code & 0xFF in _WAITED:
        writer = writer_of(path)
        return CollectionBusy, f"{f'process {writer}' if writer else 'another process'} {_BUSY}"
    return _REASONS.get(code & 0xFF, (None, ""))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tells in words what a user can mend; what is left is a bug."""
    try:
        yield
    except (sqlite3.Error, Undecodable) as error:
        if said := in_words(error, path):
            raise said from error
        raise
