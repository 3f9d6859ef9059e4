"""What a caller may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.errors import NewstemmaError

__all__ = ["DEFAULT_MAX_ARTICLE_BYTES", "FIELD_NAMES", "ReadOptions"]

DEFAULT_MAX_ARTICLE_BYTES = 20_000_000

# Under which names JSON has each field, the first that is there wins; passim's `series` is one.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "guid"),
    "text": ("text", "body", "content", "articleBody", "article"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "publisher": ("publisher", "series", "source", "outlet"),
    "credit": ("credit", "credited_source"),
    "published": ("published", "date", "published_at", "publishedAt", "datePublished"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read.

    `fields` maps fields of JSON articles: pairs of a field's name here (the keys of
    `FIELD_NAMES`) and its name in the JSON. `metadata` is the path of a CSV file that says more
    about the articles, `leave_out` are paths of files that are none. `max_article_bytes` bounds
    one article, after decompression.

    Raises `NewstemmaError` where a field has no such name or the limit is not positive.
    """

    fields: tuple[tuple[str, str], ...] = ()
    metadata: str | None = None
    leave_out: tuple[str, ...] = ()
    max_article_bytes: int = DEFAULT_MAX_ARTICLE_BYTES

    def __post_init__(self) -> None:
        unknown = sorted({name for name, _ in self.fields} - FIELD_NAMES.keys())
        if unknown:
            known = ", ".join(FIELD_NAMES)
            raise NewstemmaError(f"no field is called {', '.join(unknown)}; there are: {known}")
        if self.max_article_bytes < 1:
            raise NewstemmaError("the size limit of an article must be at least one byte")

    def names_in_json(self, field: str) -> tuple[str, ...]:
        """The names to look for in JSON: those the caller mapped, else the usual ones."""
        mapped = tuple(theirs for ours, theirs in self.fields if ours == field)
        return mapped or FIELD_NAMES[field]
