"""What makes the tables of a collection, and brings those of an older one up to this version.

`migrations/NNNN.sql` are run in their order, each in one transaction, and are never edited once
they were released: the number of the last one is the version of the tables (`user_version`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from importlib.resources import files

__all__ = ["bring_up", "changes", "version_of"]


def changes() -> tuple[str, ...]:
    """The SQL of each change to the tables, the first of which makes them."""
    folder = files(__package__) / "migrations"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def bring_up(connection: sqlite3.Connection, known: Sequence[str], *, application: int) -> None:
    """Runs the changes that the file has not seen, each in a transaction of its own.

    A change that fails leaves the tables at the one before it.
    """
    while version_of(connection) < len(known):
        connection.execute("BEGIN IMMEDIATE")
        try:
            _next(connection, known)
            connection.execute(f"PRAGMA application_id = {application}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has ended it already
                connection.execute("ROLLBACK")
            raise


def _next(connection: sqlite3.Connection, known: Sequence[str]) -> None:
    """Runs the next change, unless another process has, while this one waited for it."""
    version = version_of(connection)
    if version < len(known):
        for statement in _statements(known[version]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version + 1}")


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last change that the tables have seen, 0 for a new file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
