"""A collection on disk: one SQLite file, its tables and the one class that reads and writes it.

The tables are told of in `docs/collection.md`. Nothing here knows of the stages that fill them.
"""

from __future__ import annotations

from newstemma.store.errors import (
    CollectionBusy,
    CollectionDamaged,
    CollectionExists,
    CollectionMissing,
    CollectionTooNew,
    DiskFailed,
    DiskFull,
    NoCollection,
    NotWritable,
    StoreError,
)
from newstemma.store.rows import Custody, Hit, StoryRow, TextRow
from newstemma.store.store import Store

__all__ = [
    "CollectionBusy",
    "CollectionDamaged",
    "CollectionExists",
    "CollectionMissing",
    "CollectionTooNew",
    "Custody",
    "DiskFailed",
    "DiskFull",
    "Hit",
    "NoCollection",
    "NotWritable",
    "Store",
    "StoreError",
    "StoryRow",
    "TextRow",
]
