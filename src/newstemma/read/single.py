"""Bytes that are one article: a page, or plain text as it is."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.errors import UnreadableArticle
from newstemma.read.decoding import Decoded, decode
from newstemma.read.page import declared_charset, is_own_report, looks_like_page, read_page
from newstemma.read.reasons import failure
from newstemma.records import Failure, RawArticle, TextSource

__all__ = ["decoded_text", "page_article", "single_article"]


def single_article(path: str, data: bytes, *, is_page: bool) -> Iterator[RawArticle | Failure]:
    """The article of a file, and a failure where its encoding is broken or had to be guessed.

    Text that begins as HTML does is a page too. Raises `UnreadableArticle` for what is no article.
    """
    if is_page or looks_like_page(data):
        yield from page_article(path, data)
        return
    decoded = decoded_text(data)
    yield RawArticle(path=path, text=decoded.text, text_source=TextSource.FILE)
    yield from _warning(path, decoded.warning)


def page_article(
    path: str, data: bytes, *, charset: str | None = None
) -> Iterator[RawArticle | Failure]:
    """The article on a page, and a failure where its encoding is broken or had to be guessed.

    `charset` is what the page was sent with; without it, what the page declares counts.
    Raises `UnreadableArticle` where there is no article on it.
    """
    if is_own_report(data):
        raise UnreadableArticle("it is a report that Newstemma wrote, not an article; leave it out")
    decoded = decoded_text(data, charset or declared_charset(data))
    yield read_page(path, decoded.text)
    yield from _warning(path, decoded.warning)


def decoded_text(data: bytes, charset: str | None = None) -> Decoded:
    """The text of a file; raises `UnreadableArticle` where there is none."""
    if not data:
        raise UnreadableArticle("the file is empty; remove it, or fetch the article anew")
    decoded = decode(data, declared=charset)
    if not decoded.text.strip():
        raise UnreadableArticle("the file holds nothing but white space; fetch the article anew")
    return decoded


def _warning(path: str, warning: str | None) -> Iterator[Failure]:
    if warning:
        yield failure(path, warning)
