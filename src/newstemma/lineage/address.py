"""Addresses of one page: the same but for how it was reached or is shown."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from newstemma.records import Article, RawArticle

__all__ = ["page_of", "place_of"]

_HOST = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)")
_SHOWN = re.compile(r"^/amp(?=/)|/amp$|[./](?:amp|index)\.(?:html?|php)$", re.IGNORECASE)
# Who sent the reader, and in which dress the page is shown; other fields may name the article.
_TRACKING = re.compile(
    r"utm_.*|.*clid|mc_[ce]id|_ga|amp|outputtype|ref(?:errer|_src)?|cmp(?:id)?|source|share|print",
    re.IGNORECASE,
)


def page_of(url: str) -> str:
    """What the addresses of one page share: host, path, and fields that are no tracking.

    >>> page_of("https://www.lunna.example/a/ferry/amp?utm_source=x#top")
    'lunna.example/a/ferry'
    >>> page_of("http://m.lunna.example/a?id=7&fbclid=q") == page_of("//lunna.example/a/?id=7")
    True
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # no address at all
        return url.strip()
    path = parts.path.rstrip("/")
    while path != (shorter := _SHOWN.sub("", path).rstrip("/")):
        path = shorter
    fields = sorted(f for f in parse_qsl(parts.query) if not _TRACKING.fullmatch(f[0]))
    query = f"?{urlencode(fields)}" if fields else ""
    return f"{_HOST.sub('', host)}{path}{query}"


def place_of(one: RawArticle | Article) -> str:
    """Where an article stands, whichever of its texts is read: the address of its page, else its
    path as displayed. A front page is no article's own address.

    >>> from newstemma.records import TextSource
    >>> raw = RawArticle(path="a.txt", text="", text_source=TextSource.FILE)
    >>> from dataclasses import replace
    >>> place_of(replace(raw, url="https://lunna.example/ferry?utm_source=x"))
    'lunna.example/ferry'
    >>> place_of(replace(raw, url="https://lunna.example/"))
    'a.txt'
    """
    page = page_of(one.url) if one.url else ""
    return page if "/" in page or "?" in page else one.path
