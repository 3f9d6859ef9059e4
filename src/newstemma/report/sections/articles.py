"""The articles in full, with their furniture greyed out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.anchors import place_id
from newstemma.report.markup import Element, Node, element, web_address
from newstemma.report.sections.parts import fold
from newstemma.views.records import ArticlePage, Block, Name
from newstemma.views.whole import Page

__all__ = ["articles"]

_OPEN = 8  # with more articles than this, each is folded


def articles(page: Page) -> Element:
    """Every article, in the order of the paths."""
    open_ = len(page.articles) <= _OPEN
    return element(
        "section",
        element("h2", "The articles", id="articles-title"),
        element(
            "p",
            "As they were read. What belongs to the page and not to the report is grey and "
            "labelled; it was left out of every comparison.",
            class_="summary",
        ),
        (_article(one, open_=open_) for one in page.articles),
        id="articles",
        aria_labelledby="articles-title",
    )


def _article(one: ArticlePage, *, open_: bool) -> Element:
    name = one.name
    heading = element(
        "h3",
        element("span", name.siglum, class_="badge"),
        " ",
        element("bdi", name.title),
        id=f"article-{name.siglum}-title",
    )
    text = element(
        "div", (_paragraph(blocks, name) for blocks in one.paragraphs), class_="body", dir="auto"
    )
    return element(
        "article",
        heading,
        _facts(one),
        fold("Full text", text, open_=open_),
        id=f"article-{name.siglum}",
        class_="full",
        aria_labelledby=f"article-{name.siglum}-title",
    )


def _facts(one: ArticlePage) -> Element:
    facts = [
        element("div", element("dt", label), element("dd", value)) for label, value in one.facts
    ]
    address = web_address(one.url)
    if address:
        link = element("a", address, href=address, rel="noopener noreferrer external")
        facts.append(element("div", element("dt", "Address"), element("dd", link)))
    return element("dl", facts, class_="article-facts")


def _paragraph(blocks: Sequence[Block], name: Name) -> Element:
    return element("p", (part for block in blocks for part in _block(block, name)), dir="auto")


def _block(block: Block, name: Name) -> Iterator[Node]:
    for anchor in block.anchors:
        yield element("span", id=place_id(name, anchor), class_="anchor")
    if block.furniture is None:
        yield block.text
        return
    label = element("small", block.label, class_="kind")
    yield element(
        "span", block.text, label, class_="furniture", title=f"page furniture: {block.label}"
    )
