"""Which text of its article a version is, and which one is current."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newstemma.store.rows import TextRow

__all__ = ["give_back", "texts"]

_TEXT = """
    SELECT
        v.id, v.number, a.key, v.version,
        (SELECT count(*) FROM versions WHERE article = a.number), a.current = v.number
    FROM versions AS v JOIN articles AS a ON a.number = v.article WHERE v.id = ?
"""


def texts(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[TextRow, ...]:
    """The versions with these ids, in their order; an id that is not there is left out."""
    rows = (connection.execute(_TEXT, (one,)).fetchone() for one in ids)
    return tuple(
        TextRow(
            id=name,
            number=number,
            key=key,
            version=version,
            versions=versions,
            is_current=bool(current),
        )
        for name, number, key, version, versions, current in filter(None, rows)
    )


def give_back(connection: sqlite3.Connection, number: int) -> bool:
    """Makes a version the current one of its article; gives whether it was not."""
    changed = connection.execute(
        "UPDATE articles SET current = ?1"
        " WHERE number = (SELECT article FROM versions WHERE number = ?1) AND current <> ?1",
        (number,),
    )
    return changed.rowcount > 0
