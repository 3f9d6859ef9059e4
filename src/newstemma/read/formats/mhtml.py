"""Pages that a browser saved as one file (MHTML, RFC 2557) -> the article on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, read_whole
from newstemma.read.declared import one_line
from newstemma.read.options import ReadOptions
from newstemma.read.single import page_article
from newstemma.records import Failure, RawArticle

__all__ = ["read_mhtml"]

_HTML = frozenset(("text/html", "application/xhtml+xml"))
# Each part inside a part costs the parser a level of its stack; browsers write one or two.
# A line ends at a bare carriage return too.
_NESTING = re.compile(
    rb"(?:\A|[\r\n])content-type:[\s\x1c-\x1f]*(?:multipart|message)/", re.IGNORECASE
)
_MOST_NESTING = 50
# Each parameter of a header costs the parser a copy of all that follow.
_ENDLESS_HEADER = re.compile(
    rb"(?:\A|[\r\n])content-type:(?:[^\r\n]|[\r\n]+[ \t]){10000}", re.IGNORECASE
)
# What may begin a part; a page with its pictures has hundreds at most.
_EDGE = re.compile(rb"(?:\A|[\r\n])--")
_MOST_EDGES = 10_000
# Each of its paragraphs is a part to the parser (RFC 3464).
_DELIVERY = re.compile(
    rb"(?:\A|[\r\n])content-type:[\s\x1c-\x1f]*message/delivery-status", re.IGNORECASE
)


def read_mhtml(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """The article on a saved page: the file's first part that is HTML.

    Raises `UnreadableArticle` where there is none, or no article on it.
    """
    data = read_whole(contents, options.max_article_bytes)
    _refuse_endless(data)
    try:
        message = message_from_bytes(data)
        part = next((p for p in message.walk() if p.get_content_type() in _HTML), None)
        page = part.get_payload(decode=True) if part else None
        charset = part.get_content_charset() if part else None
    except (TypeError, ValueError):  # parameters in pieces that do not fit (RFC 2231)
        raise UnreadableArticle("its headers are malformed; save the page anew, as HTML") from None
    if not part or not isinstance(page, bytes) or not page.strip():
        raise UnreadableArticle(
            "the saved page holds no HTML; save it anew, as HTML, or save its text"
        )
    url = _address(part, "Content-Location") or _address(message, "Snapshot-Content-Location")
    for item in page_article(path, page, charset=charset):
        if isinstance(item, RawArticle):
            item = replace(item, url=item.url or url, fetched=one_line(message.get("Date")))
        yield item


def _refuse_endless(data: bytes) -> None:
    if sum(1 for _ in _NESTING.finditer(data)) > _MOST_NESTING:
        raise UnreadableArticle("its parts are nested too deep; save the page anew, as HTML")
    if _ENDLESS_HEADER.search(data):
        raise UnreadableArticle("a header of it has no end; save the page anew, as HTML")
    if _DELIVERY.search(data):
        raise UnreadableArticle("it says whether a mail arrived and is no saved page; leave it out")
    if sum(1 for _ in _EDGE.finditer(data)) > _MOST_EDGES:
        raise UnreadableArticle("it has too many parts; save the page anew, as HTML")


def _address(part: Message, header: str) -> str | None:
    address = one_line(part.get(header))
    return address if address and address.startswith(("http://", "https://")) else None
