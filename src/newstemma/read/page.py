"""HTML -> articles: the body by trafilatura, the rest from what the page declares."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING

from newstemma.errors import UnreadableArticle
from newstemma.records import RawArticle, TextSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["declared_charset", "fragment_text", "is_own_report", "looks_like_page", "read_page"]

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_BEFORE_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*", re.DOTALL
)
_OWN = b'<meta name="generator" content="Newstemma'
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SHORTEST_BODY = 250  # characters: trafilatura takes less for no body, and breaks its lines
_LEAST_KEPT = 0.7  # a feed's item has little furniture: a body that keeps less is no body
_BLOCKS = frozenset(
    "article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section "
    "table td th tr ul".split()
)
_UNPRINTED = ("iframe", "noscript", "script", "style", "template")
# A paragraph that is one link as a whole leads to another story or an offer.
_LINK_PARAGRAPH = "//p[.//a][normalize-space(.)][normalize-space(.) = normalize-space(.//a)]"
_TITLE_LINES = 5
# libxml2 compares each attribute of a tag with all others: 100,000 of them take 12 seconds.
_MOST_ATTRIBUTES = 10_000
# The extraction's time grows faster than a page: 200,000 tags take 10 seconds.
_MOST_TAGS = 250_000
_LONG_TAG = re.compile(rf"<[^<>]{{{_MOST_ATTRIBUTES},}}")

# The library complains on standard error where nobody listens; a failure says it better.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def looks_like_page(data: bytes) -> bool:
    r"""Whether the bytes begin as HTML does.

    >>> looks_like_page(b"\n<!DOCTYPE html><html>"), looks_like_page(b"The <html> tag opens")
    (True, False)
    """
    head = data[:4096]
    before = _BEFORE_MARKUP.match(head)
    head = head[before.end() if before else 0 :]
    return head[:14].lower().startswith((b"<!doctype html", b"<html", b"<head"))


def is_own_report(data: bytes) -> bool:
    """Whether a page says of itself that it is a report of Newstemma's, which is no article."""
    return _OWN in data[:4096]


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page declares in its first 4096 bytes."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def read_page(path: str, markup: str) -> RawArticle:
    """The article on a page. The text is its body, without a headline printed above it.

    The extraction's options are those that do best in `python -m bench.extraction`.
    Raises `UnreadableArticle` where the page has no body.
    """
    from trafilatura import load_html  # costs 200 ms that plain text need not pay

    from newstemma.read.declared import declared

    _refuse_endless(markup)
    whole = markup if "<html" in markup[:4096].lower() else f"<html><body>{markup}</body></html>"
    tree = load_html(whole)
    if tree is None:
        raise UnreadableArticle("the page is no readable HTML; save the article's text instead")
    about = declared(tree)
    heads = (about.title or "", *(h1.text_content() for h1 in islice(tree.iter("h1"), 9)))
    text = _without_title(_body(tree), heads)
    if not text.strip():
        raise UnreadableArticle(
            "no article body was found on the page; if it has one, save its text in a .txt file"
        )
    return RawArticle(path=path, text=text, text_source=TextSource.EXTRACTED, **asdict(about))


def fragment_text(markup: str, *, title: str | None = None) -> str:
    """The text of a piece of HTML that is an article, one paragraph a line, without its title.

    It is cleaned as a page is, unless much would go: of a piece that is short, or has its words
    outside of paragraphs, everything is kept.
    Raises `UnreadableArticle` where it is no readable HTML.
    """
    from trafilatura import load_html

    _refuse_endless(markup)
    tree = load_html(f"<html><body><article>{markup}</article></body></html>")
    if tree is None:
        raise UnreadableArticle("it is no readable HTML; fetch its page instead")
    body = _body(tree) if len(tree.text_content()) > _SHORTEST_BODY else ""
    whole = _block_text(tree)
    text = body if len(body) > _LEAST_KEPT * len(whole) else whole
    return _without_title(text, [title or ""])


def _block_text(tree: HtmlElement) -> str:
    """All that is printed, a block a line."""
    from lxml.etree import Comment, ProcessingInstruction, iterwalk, strip_elements

    strip_elements(tree, Comment, ProcessingInstruction, *_UNPRINTED, with_tail=False)
    pieces: list[str] = []
    for event, element in iterwalk(tree, events=("start", "end")):
        words = element.text if event == "start" else element.tail
        pieces += ["\n"] if element.tag in _BLOCKS else []
        pieces += [_SPACE.sub(" ", words or "")]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _refuse_endless(markup: str) -> None:
    if markup.count("<") > _MOST_TAGS:
        raise UnreadableArticle(
            f"the page has more than {_MOST_TAGS} tags; save the article's text instead"
        )
    for tag in _LONG_TAG.finditer(markup):
        if len(tag[0].split()) > _MOST_ATTRIBUTES:
            raise UnreadableArticle(
                f"the page has a tag with more than {_MOST_ATTRIBUTES} attributes; "
                "save the article's text instead"
            )


def _body(tree: HtmlElement) -> str:
    """The article's paragraphs, one a line; a page of nothing but links keeps them."""
    return _extract(tree, _LINK_PARAGRAPH) or _extract(tree, None)


def _extract(tree: HtmlElement, prune: str | None) -> str:
    from trafilatura import extract

    text = extract(tree, fast=True, favor_recall=True, include_comments=False, prune_xpath=prune)
    return text or ""


def _without_title(text: str, titles: Iterable[str]) -> str:
    """The text from its first line on that is no title."""
    keys = {_key(title) for title in titles} | {""}
    lines = text.split("\n")
    for number, line in enumerate(lines[:_TITLE_LINES]):
        if _key(line) not in keys:
            return "\n".join(lines[number:])
    return "\n".join(lines[_TITLE_LINES:])


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))
