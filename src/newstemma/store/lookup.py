"""Finding versions: by a feature that they share, by words, and by what a person types."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from newstemma.store.rows import Hit

__all__ = ["holders", "index", "nearest", "removed", "search"]


def index(connection: sqlite3.Connection, number: int, features: Sequence[str]) -> None:
    """Writes down the features of a version; each is a word of ASCII letters and digits."""
    connection.execute(
        "INSERT INTO fingerprints (rowid, features) VALUES (?, ?)", (number, " ".join(features))
    )


def removed(connection: sqlite3.Connection) -> frozenset[int]:
    """The versions that were taken away, which features are still known of."""
    return frozenset(number for (number,) in connection.execute("SELECT version FROM removed"))


def holders(
    connection: sqlite3.Connection, feature: str, *, limit: int, without: Collection[int]
) -> list[int]:
    """The first versions that have a feature, sorted, `without` some."""
    found = _holders(connection, feature, limit)
    if not any(number in without for number in found):
        return found
    every = _holders(connection, feature, limit + len(without))
    return [number for number in every if number not in without][:limit]


def _holders(connection: sqlite3.Connection, feature: str, limit: int) -> list[int]:
    rows = connection.execute(_HOLDERS, (_quoted(feature), limit))
    return [number for (number,) in rows]


_HOLDERS = "SELECT rowid FROM fingerprints WHERE fingerprints MATCH ? ORDER BY rowid LIMIT ?"


def nearest(connection: sqlite3.Connection, words: Sequence[str], *, limit: int) -> list[int]:
    """The versions that have the most of some words, by BM25, best first."""
    asked = " OR ".join(_quoted(word) for word in words)
    if not asked:
        return []
    rows = connection.execute(
        "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts),"
        " rowid LIMIT ?",
        (asked, limit),
    )
    return [number for (number,) in rows]


def search(connection: sqlite3.Connection, text: str, *, limit: int) -> tuple[Hit, ...]:
    """The articles that have all the words that somebody typed, best first.

    Nothing in `text` is taken for a query; words that it joins ("late-night") must stand together.
    """
    words = text.encode("utf-8", "replace").decode().replace("\0", " ").split()
    if not words:
        return ()
    rows = connection.execute(
        "SELECT id, versions.title, path,"
        " snippet(articles_fts, -1, char(2), char(3), '…', 16)"
        " FROM articles_fts JOIN versions ON versions.number = articles_fts.rowid"
        " WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 4.0, 1.0), versions.number"
        " LIMIT ?",
        (" ".join(_quoted(word) for word in words), limit),
    )
    return tuple(
        Hit(article=name, title=title, path=path, snippet=snippet)
        for name, title, path, snippet in rows
    )


def _quoted(word: str) -> str:
    """The word as FTS5 takes it, whatever stands in it."""
    return '"' + word.replace('"', '""') + '"'
