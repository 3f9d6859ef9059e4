"""What close reading found in a version: the lists that people look into as JSON, for the views,
the rest compressed. Words are read back, not cut anew: that takes half the time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from newstemma.records import Witness
from newstemma.store.codec import as_json, fields_of, of_json, packed, record_of, unpacked
from newstemma.store.versions import article_of

__all__ = ["keep_reading", "lengths", "through", "unread", "with_words", "witnesses"]

_SHOWN = ("quotations", "attributions", "mentions", "entities", "times", "quantities")
_KEPT_APART = ("article", "words", *_SHOWN)
_REST = tuple(field.name for field in fields(Witness) if field.name not in _KEPT_APART)
_COLUMNS = (*_SHOWN, "words", "rest")
_KEEP = (
    f"INSERT OR REPLACE INTO readings (version, through, {', '.join(_COLUMNS)})"
    f" VALUES (?, ?{', ?' * len(_COLUMNS)})"
)
_FOUND = "FROM versions JOIN readings ON readings.version = versions.number WHERE number = ?"
_READ = f"SELECT text, record, {', '.join(f'readings.{one}' for one in _COLUMNS)} {_FOUND}"
_READ_NOTHING = "SELECT text, record FROM versions WHERE number = ?"
_READ_WORDS = f"SELECT text, record, readings.words {_FOUND}"


def keep_reading(
    connection: sqlite3.Connection, number: int, witness: Witness, *, through: str
) -> None:
    """Writes down what close reading found in a version, over what was found before."""
    found = fields_of(witness)
    shown = [as_json(found.get(name, [])) for name in _SHOWN]
    rest = packed({name: found[name] for name in _REST if name in found})
    words = packed(found.get("words", []))
    connection.execute(_KEEP, (number, through, *shown, words, rest))
    connection.execute(
        "UPDATE versions SET words = ? WHERE number = ?", (len(witness.words), number)
    )


def witnesses(connection: sqlite3.Connection, chosen: Iterable[int]) -> tuple[Witness, ...]:
    """The versions read closely, in the order asked for.

    Raises `KeyError` for one that is not there, or was not read closely.
    """
    return tuple(_witness(connection, number) for number in chosen)


def _witness(connection: sqlite3.Connection, number: int) -> Witness:
    row = connection.execute(_READ, (number,)).fetchone()
    if row is None:
        raise KeyError(number)
    text, record, *shown, words, rest = row
    found: dict[str, Any] = {name: of_json(one) for name, one in zip(_SHOWN, shown, strict=True)}
    found.update(unpacked(rest), words=unpacked(words))
    return record_of(Witness, {"article": article_of(text, record), **found})


def unread(connection: sqlite3.Connection, chosen: Iterable[int]) -> tuple[Witness, ...]:
    """The versions as if nothing had been read in them, in the order asked for.

    Raises `KeyError` for one that is not there.
    """
    return tuple(_unread(connection, number) for number in chosen)


def _unread(connection: sqlite3.Connection, number: int) -> Witness:
    row = connection.execute(_READ_NOTHING, (number,)).fetchone()
    if row is None:
        raise KeyError(number)
    return Witness(article=article_of(*row), words=(), sentences=(), mentions=(), quotations=())


def with_words(connection: sqlite3.Connection, number: int) -> Witness:
    """A version with its words alone, as if nothing else had been read in it.

    Raises `KeyError` for one that is not there, or was not read closely.
    """
    row = connection.execute(_READ_WORDS, (number,)).fetchone()
    if row is None:
        raise KeyError(number)
    text, record, words = row
    nothing: dict[str, Any] = {"sentences": (), "mentions": (), "quotations": ()}
    bare = {"article": article_of(text, record), "words": unpacked(words), **nothing}
    return record_of(Witness, bare)


def lengths(connection: sqlite3.Connection, chosen: Iterable[int]) -> dict[int, int]:
    """How many words the report of each version has."""
    found = {}
    for number in chosen:
        row = connection.execute("SELECT words FROM versions WHERE number = ?", (number,))
        found[number] = int(row.fetchone()[0])
    return found


def through(connection: sqlite3.Connection, chosen: Iterable[int]) -> dict[int, str]:
    """The stage up to which each version was read, for those that were."""
    found = {}
    for number in chosen:
        row = connection.execute(
            "SELECT through FROM readings WHERE version = ?", (number,)
        ).fetchone()
        if row:
            found[number] = row[0]
    return found
