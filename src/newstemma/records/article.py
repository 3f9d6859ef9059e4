"""Reading and cleaning: an article, and what of it is page furniture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Article", "Found", "Furniture", "FurnitureKind", "RawArticle", "TextSource"]


class TextSource(StrEnum):
    """Where `Article.text` comes from: the decoded file as it is, or extracted from it."""

    FILE = "file"
    EXTRACTED = "extracted"


class FurnitureKind(StrEnum):
    """What a piece of page furniture is: text on the page that is not the report."""

    TAGS = "tags"  # a run of topic labels, often glued together
    HEADLINE = "headline"  # the title, and the title printed again
    BYLINE = "byline"  # who wrote it
    DATELINE = "dateline"  # "GENEVA (AP) -"
    CREDIT = "credit"  # whom the page credits: "Source: Fox News"
    DATE = "date"  # when it was published
    TEASER = "teaser"  # a line for a video or another story
    CAPTION = "caption"  # of a picture, with or without its credit
    FOLLOW = "follow"  # "Follow NAME on ...", subscribe, share
    SOURCE_LINK = "source-link"  # the bare words "Source link", "Read the original"
    RELATED = "related"  # "Related Posts 1 of 162"
    BULLET = "bullet"  # a list mark torn from its item
    SECTION = "section"  # a heading inside the text
    LEGAL = "legal"  # copyright, disclaimers, terms


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One text as the outside gave it, with what its container declared about it.

    `fetched` is when a web archive or a browser took its copy, as it says; no date of publication.
    """

    path: str
    text: str
    text_source: TextSource
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    credit: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value with the place in the text where it stands; no span where it was only declared."""

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of page furniture; the report is what no furniture covers."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as published at one place, cleaned: nothing is cut, furniture is marked.

    `outlet` is who published it, under its usual name, `owner` who owns that outlet in the end, and
    `credits` whose report the page says it is, under their usual names.

    `published` is ISO 8601 at the precision that was stated (`2025-11-18`, `2025-11`, or with
    a time). `language` is ISO 639-1, `und` where it cannot be told. `furniture` is sorted and
    does not overlap.
    """

    id: str
    path: str
    sha256: str
    text: str
    text_source: TextSource
    title: Found | None = None
    byline: Found | None = None
    publisher: Found | None = None
    credit: Found | None = None
    published: Found | None = None
    url: str | None = None
    outlet: str | None = None
    owner: str | None = None
    credits: tuple[str, ...] = ()
    language: str = "und"
    furniture: tuple[Furniture, ...] = ()
