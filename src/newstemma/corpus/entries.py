"""A row -> what is kept of it: its text and its other fields as bytes, and its name and sizes."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from pydantic_core import to_json

from newstemma.corpus.ids import made_id
from newstemma.corpus.rows import Row

__all__ = ["Entry", "entry"]


class Entry(NamedTuple):
    """`text` and `fields` (JSON) in UTF-8; `columns`: `id`, `made` (the id, because there was
    none), `series`, `chars` and `hash` (of all that the row says), and the `path`.
    """

    text: bytes
    fields: bytes
    columns: dict[str, object]


def entry(row: Row) -> Entry:
    """What is kept of a row."""
    text = row.text.encode("utf-8")
    fields = to_json(row.rest, bytes_mode="base64", serialize_unknown=True)
    digest = blake2b(text, digest_size=16)
    digest.update(b"\0" + (row.series or "").encode() + b"\0" + fields)
    columns = {
        "id": row.id or made_id(text),
        "made": row.id is None,
        "series": row.series,
        "chars": len(row.text),
        "hash": digest.digest(),
        "path": row.path,
    }
    return Entry(text, fields, columns)
