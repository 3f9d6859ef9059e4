"""Finding versions: by a feature that they share, by words, and by what a person types."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from newstemma.store.codec import as_json, of_json
from newstemma.store.rows import Hit

__all__ = ["having", "holders", "index", "nearest", "removed", "search"]


def index(connection: sqlite3.Connection, number: int, features: Sequence[str]) -> None:
    """Writes down the features of a version; each is a word of ASCII letters and digits."""
    connection.execute(
        "INSERT INTO fingerprints (rowid, features) VALUES (?, ?)", (number, " ".join(features))
    )


def removed(connection: sqlite3.Connection) -> frozenset[int]:
    """The versions that were taken away, which features are still known of."""
    return frozenset(number for (number,) in connection.execute("SELECT version FROM removed"))


def holders(
    connection: sqlite3.Connection, features: Sequence[str], *, limit: int, without: Collection[int]
) -> Mapping[str, Sequence[int]]:
    """The first versions that have each feature, sorted, `without` some; what none has is left out.

    Quickest for many at once: they are looked up in the order of the index.
    """
    found = dict(_holders(connection, sorted(features), limit))
    fewer = [feature for feature, held in found.items() if any(one in without for one in held)]
    for feature, held in _holders(connection, fewer, limit + len(without)):
        found[feature] = [number for number in held if number not in without][:limit]
    return {feature: held for feature, held in found.items() if held}


def _holders(
    connection: sqlite3.Connection, features: Sequence[str], limit: int
) -> Iterator[tuple[str, list[int]]]:
    for feature, held in connection.execute(_HOLDERS, (as_json(features), limit)):
        if held != _NOBODY:
            yield feature, of_json(held)


_NOBODY = "[]"
_HOLDERS = (
    "SELECT value, (SELECT json_group_array(rowid) FROM (SELECT rowid FROM fingerprints"
    " WHERE fingerprints MATCH value ORDER BY rowid LIMIT ?2)) FROM json_each(?1)"
)


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
    asked = _all_words(text)
    if not asked:
        return ()
    rows = connection.execute(
        "SELECT id, versions.title, path,"
        " snippet(articles_fts, -1, char(2), char(3), '…', 16)"
        " FROM articles_fts JOIN versions ON versions.number = articles_fts.rowid"
        " WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 4.0, 1.0), versions.number"
        " LIMIT ?",
        (asked, limit),
    )
    return tuple(
        Hit(article=name, title=title, path=path, snippet=snippet)
        for name, title, path, snippet in rows
    )


def having(connection: sqlite3.Connection, text: str) -> frozenset[int]:
    """The neighbourhoods with an article that has all the words of a text, a name for instance."""
    asked = _all_words(text)
    if not asked:
        return frozenset()
    rows = connection.execute(
        "SELECT DISTINCT neighbourhood FROM articles_fts"
        " JOIN members ON members.version = articles_fts.rowid WHERE articles_fts MATCH ?",
        (asked,),
    )
    return frozenset(number for (number,) in rows)


def _all_words(text: str) -> str:
    """What asks for all words of a text; nothing in it is taken for a query."""
    words = text.encode("utf-8", "replace").decode().replace("\0", " ").split()
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    """The word as FTS5 takes it, whatever stands in it."""
    return '"' + word.replace('"', '""') + '"'
