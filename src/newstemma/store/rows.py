"""What the store gives and takes beside the records of an analysis."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Custody", "Hit", "StoryRow", "TextRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Where a text was read, and when: `read_at` is ISO 8601 in UTC, by that machine's clock.

    `content_sha256` is of the bytes as read; `archive_url` a lasting copy, where one is known;
    `fetched` when a web archive or a browser took its copy, as it says.
    """

    read_from: str
    read_at: str | None = None
    content_sha256: str | None = None
    archive_url: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list: how many articles and lineages, and the first and last date known.

    The versions of an article count once.
    """

    id: str
    title: str
    articles: int
    lineages: int
    first_published: str | None
    last_published: str | None
    neighbourhood: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """Which text of its article a version is: number `version` of as many `versions`.

    `is_current` tells the one that was given last at its `key`.
    """

    id: str
    number: int
    key: str
    version: int
    versions: int
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found, with the words around what matched, best first.

    `snippet` has each match between U+0002 and U+0003, which no one types.
    """

    article: str
    title: str | None
    path: str
    snippet: str

    def marked(self, start: str, end: str) -> str:
        """The snippet with other signs around each match."""
        return self.snippet.replace("\2", start).replace("\3", end)
