"""The stories of a collection, a row each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from newstemma.store.rows import StoryRow

__all__ = ["stories", "story_of"]

_COLUMNS = (
    "id",
    "title",
    "articles",
    "lineages",
    "first_published",
    "last_published",
    "neighbourhood",
)
_ROWS = """
    SELECT
        s.id, s.title, count(DISTINCT v.article),
        (
            SELECT count(*) FROM lineages AS l
            WHERE l.neighbourhood = s.neighbourhood AND l.story = s.id
        ),
        min(v.published), max(v.published), s.neighbourhood
    FROM stories AS s, json_each(s.record, '$.articles') AS member
    JOIN versions AS v ON v.id = member.value
    WHERE {which} GROUP BY s.neighbourhood, s.place ORDER BY 3 DESC, s.id
"""
_STARTING = _ROWS.format(which="s.id >= ?1 AND s.id < ?1 || char(1114111)")
_HOLDING = _ROWS.format(
    which="s.neighbourhood = (SELECT neighbourhood FROM members WHERE version = ?1) AND EXISTS ("
    "SELECT 1 FROM json_each(s.record, '$.articles') AS one JOIN versions AS x ON x.id = one.value"
    " WHERE x.number = ?1)"
)


def stories(connection: sqlite3.Connection, start: str) -> tuple[StoryRow, ...]:
    """The stories whose ids `start` so, for a list: those with the most articles first."""
    known = start.encode("utf-8", "replace").decode()  # half a surrogate pair starts no id
    return tuple(map(_row, connection.execute(_STARTING, (known,))))


def story_of(connection: sqlite3.Connection, number: int) -> StoryRow | None:
    """The story that a version tells; None where it was not drawn."""
    found = connection.execute(_HOLDING, (number,)).fetchone()
    return _row(found) if found else None


def _row(row: Sequence[Any]) -> StoryRow:
    return StoryRow(**dict(zip(_COLUMNS, row, strict=True)))
