"""The articles in full, cut where furniture begins or ends and where the page links to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from newstemma.records import Article, Found, Furniture, FurnitureKind, Span, TextSource
from newstemma.views.records import ArticlePage, Block, Name
from newstemma.views.wording import FURNITURE, language

__all__ = ["article_page", "met_owners"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_SOURCES = {
    TextSource.FILE: "as it stands in the file",
    TextSource.EXTRACTED: "taken out of the page",
}


def article_page(
    article: Article,
    name: Name,
    anchors: Sequence[int],
    *,
    met: Collection[str] = (),
    version: str | None = None,
) -> ArticlePage:
    """The article with its furniture set apart; every anchor stands in exactly one block.

    Its owner is told where that is one of `met` (see `met_owners`), and its `version` if any.
    """
    text = article.text
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()] or [(0, 0)]
    places = sorted(set(anchors))
    paragraphs = []
    done = 0
    for at, (start, end) in enumerate(lines):
        upto = len(places) if at == len(lines) - 1 else bisect_left(places, end)
        here = places[done:upto]
        paragraphs.append(tuple(_blocks(article, Span(start, end), here)))
        done = upto
    return ArticlePage(
        name=name,
        url=article.url,
        facts=tuple(_facts(article, name, met, version)),
        paragraphs=tuple(paragraphs),
        marked=len(article.furniture),
    )


def _blocks(article: Article, line: Span, anchors: Sequence[int]) -> Iterator[Block]:
    """The line's blocks; an anchor before the line belongs to its first block."""
    inside = _within(article.furniture, line)
    edges = {line.start, line.end} | {edge for one in inside for edge in _edges(one, line)}
    edges |= {max(line.start, min(anchor, max(line.end - 1, line.start))) for anchor in anchors}
    cuts = sorted(edges)
    done = 0
    for start, end in pairwise(cuts) if len(cuts) > 1 else [(*cuts, *cuts)]:
        upto = len(anchors) if end == line.end else bisect_right(anchors, start)
        kind = _kind_at(inside, start)
        yield Block(
            text=article.text[start:end],
            anchors=tuple(anchors[done:upto]),
            furniture=kind,
            label=FURNITURE[kind] if kind else "",
        )
        done = upto


def _within(furniture: Sequence[Furniture], line: Span) -> Sequence[Furniture]:
    """The pieces that share a character with the line; they are sorted and do not overlap."""
    first = bisect_right(furniture, line.start, key=lambda one: one.span.end)
    return furniture[
        first : bisect_left(furniture, line.end, first, key=lambda one: one.span.start)
    ]


def _kind_at(furniture: Sequence[Furniture], place: int) -> FurnitureKind | None:
    last = bisect_right(furniture, place, key=lambda one: one.span.start) - 1
    return furniture[last].kind if last >= 0 and place < furniture[last].span.end else None


def _edges(one: Furniture, line: Span) -> tuple[int, int]:
    return max(one.span.start, line.start), min(one.span.end, line.end)


def met_owners(articles: Iterable[Article]) -> frozenset[str]:
    """The owners behind several of the outlets that published the articles."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        if article.outlet:
            outlets[article.owner or article.outlet].add(article.outlet)
    return frozenset(owner for owner, owned in outlets.items() if len(owned) > 1)


def _facts(
    article: Article, name: Name, met: Collection[str], version: str | None
) -> Iterator[tuple[str, str]]:
    stated: tuple[tuple[str, str | None], ...] = (
        ("Publisher", _value(article.publisher)),
        ("Owner", article.owner if article.owner in met else None),
        ("Byline", _value(article.byline)),
        ("Credits", _value(article.credit)),
    )
    for label, value in stated:
        if value:
            yield label, value
    if name.published:
        yield "Published", name.published
    yield "Language", language(article.language)
    yield "File", article.path
    if version:
        yield "Version", version
    yield "Text", _SOURCES[article.text_source]


def _value(found: Found | None) -> str | None:
    return found.value if found else None
