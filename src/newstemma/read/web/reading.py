"""URLs -> articles: what is fetched goes through the same readers as what is in files."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from urllib.parse import urlsplit

from newstemma.errors import UnreadableArticle
from newstemma.progress import Progress, quiet
from newstemma.read.contents import Contents, Packed
from newstemma.read.formats.recognising import FORMATS, reader_of
from newstemma.read.options import ReadOptions
from newstemma.read.page import looks_like_page
from newstemma.read.reasons import failure, missing_library
from newstemma.read.single import page_article
from newstemma.read.web.fetched import Fetched
from newstemma.read.web.policy import Policy
from newstemma.read.web.sitemaps import fetch_pages
from newstemma.records import Failure, RawArticle

__all__ = ["articles_of", "read_urls"]

_OPTIONS = ReadOptions()
_HEAD = 4096  # bytes of an answer that say what it is
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
# Types that say no more than that there are bytes, or letters.
_NAMED_BY_URL = frozenset((None, "application/octet-stream", "binary/octet-stream", "text/plain"))
_SUFFIXES = {
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/xml": ".xml",
    "text/csv": ".csv",
    "text/markdown": ".md",
    "text/tab-separated-values": ".tsv",
    "text/xml": ".xml",
}


def read_urls(
    urls: Iterable[str],
    *,
    options: ReadOptions = _OPTIONS,
    policy: Policy | None = None,
    progress: Progress = quiet,
) -> Iterator[RawArticle | Failure]:
    """The articles at `urls`, and a failure for each that cannot be had; in the order given.

    A page, a text or a PDF is one article, a feed one for each of its items, a sitemap one for
    each page that it lists (behind all others); any other format is read as from a file.
    `policy` bounds how they are fetched; the usual one has the size limit of `options`.
    """
    chosen = policy or Policy(max_bytes=options.max_article_bytes)
    for result in fetch_pages(urls, policy=chosen, progress=progress):
        if isinstance(result, Failure):
            yield result
        else:
            yield from articles_of(result, options=options)


def articles_of(
    fetched: Fetched, *, options: ReadOptions = _OPTIONS
) -> Iterator[RawArticle | Failure]:
    """The articles in an answer: none where it is unchanged; their path is the URL asked for."""
    if fetched.body is None:
        return
    try:
        for item in _read(fetched, fetched.body, options):
            yield _placed(item, fetched) if isinstance(item, RawArticle) else item
    except UnreadableArticle as error:
        yield failure(fetched.url, str(error))
    except ModuleNotFoundError as error:
        if (reason := missing_library(error)) is None:
            raise
        yield failure(fetched.url, reason)


def _read(fetched: Fetched, body: bytes, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """Servers often misname what they send, so that its first bytes go before its media type."""
    head = body[:_HEAD]
    begun = next((known for known in FORMATS if known.begins(head)), None)
    if looks_like_page(head) or (begun is None and fetched.media_type in _PAGES):
        yield from page_article(fetched.url, body, charset=_known(fetched.charset))
        return
    read = begun.read if begun else reader_of(_name(fetched), head, options)
    yield from read(fetched.url, _contents(body), options)


def _name(fetched: Fetched) -> str:
    """The name that a file like this would have."""
    if fetched.media_type in _NAMED_BY_URL:
        return urlsplit(fetched.location).path
    if fetched.media_type not in _SUFFIXES:
        raise UnreadableArticle(
            f"the server says that it is {fetched.media_type}, not an article; leave it out"
        )
    return f"answer{_SUFFIXES[fetched.media_type]}"


def _contents(body: bytes) -> Contents:
    stream = BufferedReader(BytesIO(body))
    return Contents(stream=stream, packed=Packed(stream), size=len(body))


def _known(charset: str | None) -> str | None:
    """A character set that the server declared; None where it means nothing, so that the page's
    own word counts.
    """
    try:
        return codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None


def _placed(article: RawArticle, fetched: Fetched) -> RawArticle:
    """The article with when it was fetched, and from where if it declares no address."""
    at = fetched.at.isoformat(timespec="seconds")
    return replace(article, url=article.url or fetched.location, fetched=at)
