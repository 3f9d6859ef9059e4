"""What people judged, which is only ever added to, and what could not be read."""

from __future__ import annotations

import sqlite3

from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import Failure, Stage

__all__ = ["fail", "failures", "forgive", "judge", "judgements"]


def judge(connection: sqlite3.Connection, judged: Judgement) -> int:
    """Adds what a person judged; gives its number."""
    added = connection.execute(
        "INSERT INTO judgements (kind, left_name, right_name, note) VALUES (?, ?, ?, ?)",
        (judged.kind, judged.left, judged.right, judged.note),
    )
    return added.lastrowid or 0


def judgements(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    """All that was judged, in the order in which it was; `line` is its number."""
    rows = connection.execute(
        "SELECT number, kind, left_name, right_name, note FROM judgements ORDER BY number"
    )
    return tuple(
        Judgement(kind=JudgementKind(kind), left=left, right=right, line=number, note=note)
        for number, kind, left, right, note in rows
    )


def fail(connection: sqlite3.Connection, failure: Failure) -> None:
    """Writes down what could not be read, once."""
    connection.execute(
        "INSERT INTO failures (path, stage, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (failure.path, failure.stage, failure.reason),
    )


def forgive(connection: sqlite3.Connection, path: str) -> None:
    """Forgets what could not be read at a path."""
    connection.execute("DELETE FROM failures WHERE path = ?", (path,))


def failures(connection: sqlite3.Connection) -> tuple[Failure, ...]:
    """What could not be read, in the order in which it was met."""
    rows = connection.execute("SELECT path, stage, reason FROM failures ORDER BY rowid")
    return tuple(
        Failure(path=path, stage=Stage(stage), reason=reason) for path, stage, reason in rows
    )
