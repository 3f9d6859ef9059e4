"""Invented pages, and what the tests ask of a cleaned one."""

from __future__ import annotations

from newstemma.records import Article, FurnitureKind, RawArticle, TextSource
from newstemma.text.cleaning import body, clean

LEAD = "The Harbour Board closed the old bridge on Monday after divers found a crack in its pier."
SECOND = "Engineers will need at least three weeks to repair it, the board said in a statement."
LAST = "Ferries will carry passengers across the river in the meantime, free of charge."


def cleaned(text: str, *, title: str | None = None, published: str | None = None) -> Article:
    raw = RawArticle(
        path="page.txt",
        text=text,
        text_source=TextSource.FILE,
        title=title,
        published=published,
    )
    return clean(raw, id="a1")


def page(*lines: str) -> Article:
    return cleaned("\n\n".join(lines))


def marked(article: Article) -> list[tuple[str, str]]:
    """Kind and text of each piece of furniture, in order."""
    return [(str(f.kind), f.span.of(article.text)) for f in article.furniture]


def report(article: Article) -> list[str]:
    return [span.of(article.text) for span in body(article)]


def kind_in_foot(line: str) -> FurnitureKind | None:
    """How `line` is marked under a report of three paragraphs, if it is marked as a whole."""
    article = page(LEAD, SECOND, LAST, line)
    start = article.text.rindex(line)
    return next((f.kind for f in article.furniture if f.span.start == start), None)
