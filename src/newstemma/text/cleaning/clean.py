"""Raw article -> article: nothing is cut, the furniture is marked and the metadata found."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from newstemma.records import Article, RawArticle, Span
from newstemma.text.cleaning.furniture import furniture
from newstemma.text.cleaning.language import language_of
from newstemma.text.cleaning.metadata import metadata
from newstemma.text.cleaning.page import read_page
from newstemma.text.outlets import Outlets, attributed, known_outlets
from newstemma.text.segment import paragraphs, trimmed

__all__ = ["body", "clean"]


def clean(
    raw: RawArticle,
    *,
    id: str,  # noqa: A002 - the record's own field
    outlets: Outlets | None = None,
) -> Article:
    """The article of `raw`: the same text, with its furniture marked and its metadata found.

    What the container declared wins over what the page shows; its span is given where the page
    shows the same. `sha256` is that of the text in UTF-8. `outlets` are those that are known; by
    default our own table.
    """
    page = read_page(raw.text, title=raw.title)
    found = metadata(raw, page)
    marked = furniture(page)
    declared = (raw.language or "").split("-")[0].casefold()
    article = Article(
        id=id,
        path=raw.path,
        sha256=sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=raw.text,
        text_source=raw.text_source,
        title=found.title,
        byline=found.byline,
        publisher=found.publisher,
        credit=found.credit,
        published=found.published,
        url=raw.url,
        language=declared if len(declared) == 2 else language_of(raw.text),
        furniture=marked,
    )
    return attributed(article, outlets or known_outlets())


def body(article: Article) -> tuple[Span, ...]:
    """The stretches of the report, in order: its paragraphs without the furniture.

    Every stretch is trimmed and holds at least one letter or digit.
    """
    return tuple(_stretches(article))


def _stretches(article: Article) -> Iterator[Span]:
    marked = iter(article.furniture)
    piece = next(marked, None)
    for paragraph in paragraphs(article.text):
        start = paragraph.start
        while piece and piece.span.start < paragraph.end:
            yield from _told(article.text, start, piece.span.start)
            start = max(start, piece.span.end)
            piece = next(marked, None)
        yield from _told(article.text, start, paragraph.end)


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    span = trimmed(text, start, end)
    if span and any(text[n].isalnum() for n in range(span.start, span.end)):
        yield span
