"""What can go wrong with a collection, each in one line: what, where, what to do."""

from __future__ import annotations

from newstemma.errors import NewstemmaError

__all__ = [
    "CollectionBusy",
    "CollectionDamaged",
    "CollectionExists",
    "CollectionMissing",
    "CollectionTooNew",
    "DiskFailed",
    "DiskFull",
    "NoCollection",
    "NotWritable",
    "StoreError",
]


class StoreError(NewstemmaError):
    """Base of what can go wrong with a collection."""


class CollectionMissing(StoreError):
    """There is no file at the path."""


class CollectionExists(StoreError):
    """There is a file at the path where a new collection was to be made."""


class NoCollection(StoreError):
    """What is at the path is no collection of Newstemma; it was left as it is."""


class CollectionTooNew(StoreError):
    """The collection was made by a newer version of Newstemma; it was left as it is."""


class CollectionDamaged(StoreError):
    """The file is cut short or damaged."""


class NotWritable(StoreError):
    """The file or its folder cannot be written."""


class DiskFull(StoreError):
    """There is no room left for what was to be written; nothing of it was."""


class DiskFailed(StoreError):
    """The file could not be read or written, and not for want of room."""


class CollectionBusy(StoreError):
    """Another process has been writing for too long."""
