"""Articles, their versions, where they were read and what close reading found in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from newstemma.errors import UnreadableArticle
from newstemma.records import Article
from newstemma.store.codec import as_json, fields_of, of_json, record_of
from newstemma.store.rows import Custody

__all__ = [
    "add_version",
    "article_of",
    "custody_of",
    "find",
    "holds",
    "known",
    "numbers",
    "remove",
    "unused_id",
]


def known(connection: sqlite3.Connection, key: str) -> str | None:
    """The hash of the text that was given last at a key, None where there is none."""
    row = connection.execute(
        "SELECT sha256 FROM articles JOIN versions ON versions.number = current WHERE key = ?",
        (key,),
    ).fetchone()
    return row[0] if row else None


def holds(connection: sqlite3.Connection, key: str, sha256: str) -> int | None:
    """The number of the first version at a key that has that text; None where none has."""
    row = connection.execute(
        "SELECT versions.number FROM articles JOIN versions ON versions.article = articles.number"
        " WHERE key = ? AND sha256 = ? ORDER BY version LIMIT 1",
        (key, sha256),
    ).fetchone()
    return row[0] if row else None


def find(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The ids of the versions that a name may mean, in the order in which they came.

    A name is an id; a key, path or URL, which mean all versions of that article; the end of a
    path, likewise; or the start of an id.
    """
    if any("\ud800" <= one <= "\udfff" for one in name):
        return ()  # bytes of a file's name that are no text
    for meant in _MEANT:
        rows = connection.execute(f"{_NAMED} WHERE {meant} ORDER BY number", (name,))
        if found := tuple(row[0] for row in rows):
            return found
    return ()


_NAMED = "SELECT id FROM versions"
_MEANT = (  # each by an index: the table itself is as long as all texts
    "id = ?1",
    "article IN (SELECT article FROM versions WHERE path = ?1 OR url = ?1"
    " UNION ALL SELECT number FROM articles WHERE key = ?1)",
    "article IN (SELECT article FROM versions WHERE substr(path, -length(?1) - 1) = '/' || ?1)",
    "id >= ?1 AND id < ?1 || char(1114111) AND ?1 != ''",
)


def unused_id(connection: sqlite3.Connection, stem: str) -> str:
    """The stem where no version has that id yet, else with the next number behind it.

    What was judged of a version that is gone is not said of another.
    """
    taken = {
        row[0]
        for row in connection.execute(
            "SELECT id FROM versions WHERE id = ?1 OR id GLOB ?2"
            " UNION SELECT left_name FROM judgements WHERE left_name = ?1 OR left_name GLOB ?2"
            " UNION SELECT right_name FROM judgements WHERE right_name = ?1 OR right_name GLOB ?2",
            (stem, f"{stem}-*"),
        )
    }
    count = 1
    while (name := f"{stem}-{count}" if count > 1 else stem) in taken:
        count += 1
    return name


def add_version(
    connection: sqlite3.Connection, key: str, article: Article, *, custody: Custody
) -> int:
    """Writes down a text as the next version at its key; gives its number.

    Raises `UnreadableArticle` where it has what cannot be written in UTF-8.
    """
    columns = _columns(article)
    connection.execute("INSERT INTO articles (key) VALUES (?) ON CONFLICT DO NOTHING", (key,))
    number = connection.execute(_ADD, {"key": key, **columns}).lastrowid
    connection.execute(
        f"INSERT INTO custody (version, {', '.join(_CUSTODY)}) VALUES (?{', ?' * len(_CUSTODY)})",
        (number, *(getattr(custody, name) for name in _CUSTODY)),
    )
    return number or 0


def custody_of(connection: sqlite3.Connection, number: int) -> Custody | None:
    """Where a version was read; None where there is no such version."""
    row = connection.execute(
        f"SELECT {', '.join(_CUSTODY)} FROM custody WHERE version = ?", (number,)
    ).fetchone()
    return Custody(**dict(zip(_CUSTODY, row, strict=True))) if row else None


_ADD = """
    INSERT INTO versions (
        id, article, version, sha256, path, url, outlet, owner, title, byline, published,
        language, text, record
    )
    SELECT
        :id, number,
        (SELECT coalesce(max(version), 0) + 1 FROM versions WHERE article = articles.number),
        :sha256, :path, :url, :outlet, :owner, :title, :byline, :published,
        :language, :text, :record
    FROM articles WHERE key = :key
"""
_CUSTODY = tuple(field.name for field in fields(Custody))
_SAME = ("id", "sha256", "path", "url", "outlet", "owner", "language", "text")
_FOUND = ("title", "byline", "published")


def _columns(article: Article) -> dict[str, str | None]:
    rest = fields_of(article)
    del rest["text"]
    found = {name: getattr(article, name) for name in _FOUND}
    try:
        article.text.encode()
        record = as_json(rest)
    except ValueError:
        raise UnreadableArticle(
            "it has half a surrogate pair, which is no character; write it in UTF-8"
        ) from None
    return {
        **{name: getattr(article, name) for name in _SAME},
        **{name: one.value if one else None for name, one in found.items()},
        "record": record,
    }


def article_of(text: str, record: str) -> Article:
    """The article from its text and the rest of its record."""
    rest: dict[str, Any] = of_json(record)
    return record_of(Article, {**rest, "text": text})


def numbers(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """The number of each version, by its id.

    Raises `KeyError` for an id that is not there.
    """
    found = {}
    for name in ids:
        row = connection.execute("SELECT number FROM versions WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        found[name] = row[0]
    return found


def remove(connection: sqlite3.Connection, chosen: Sequence[int]) -> None:
    """Forgets versions with all that was read in them, and articles that have none left."""
    for number in chosen:
        row = connection.execute(
            "DELETE FROM versions WHERE number = ? RETURNING article", (number,)
        ).fetchone()
        if row:
            connection.execute(
                "DELETE FROM articles WHERE number = ?1"
                " AND NOT EXISTS (SELECT 1 FROM versions WHERE article = ?1)",
                row,
            )
