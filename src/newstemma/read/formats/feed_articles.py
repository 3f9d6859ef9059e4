"""Feeds -> articles: an item that brings its text is one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents
from newstemma.read.formats.feed import FeedEntry, feed_entries, json_feed_entries
from newstemma.read.options import ReadOptions
from newstemma.read.page import fragment_text
from newstemma.read.reasons import failure, too_large
from newstemma.read.row import named
from newstemma.records import Failure, RawArticle, TextSource

__all__ = ["read_feed", "read_json_feed"]

_MARKUP = re.compile(r"<[a-zA-Z!/]")
_WORD = re.compile(r"\w+")


def read_feed(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """The articles of an RSS or Atom file, each `path#ID`.

    Items with no text beyond their title are counted in one failure.
    Raises `UnreadableArticle` where it is no feed, or, after what can be read, where it is broken.
    """
    entries = feed_entries(contents.stream, limit=options.max_article_bytes)
    yield from _articles(path, entries, options)


def read_json_feed(
    path: str, value: object, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """The same for a JSON Feed that was parsed already."""
    yield from _articles(path, json_feed_entries(value), options)


def _articles(
    path: str, entries: Iterable[FeedEntry], options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    labels: set[str] = set()
    bare = number = 0
    for number, entry in enumerate(entries, start=1):
        place = named(path, entry.id or entry.url, number, labels)
        try:
            text = _text(entry, options)
        except UnreadableArticle as error:
            yield failure(place, str(error))
            continue
        if _says_more(text, entry):
            yield _article(place, text, entry)
        else:
            bare += 1
    if bare:
        items = "1 item has" if bare == 1 else f"{bare} items have"
        yield failure(path, f"{items} no text, only a title; give the addresses of their pages")
    if not number:
        raise UnreadableArticle("the feed has no items; leave it out")


def _text(entry: FeedEntry, options: ReadOptions) -> str:
    if entry.is_cut:
        raise UnreadableArticle(too_large(options.max_article_bytes))
    content = entry.content or ""
    if not entry.is_markup:
        return content.strip()
    if not _MARKUP.search(content):
        return html.unescape(content).strip()
    return fragment_text(content, title=entry.title).strip()


def _says_more(text: str, entry: FeedEntry) -> bool:
    """Whether a text is more than the title and the source: feeds of links have no more."""
    known = _words(f"{entry.title or ''} {entry.credit or ''} {entry.publisher or ''}")
    return not set(_words(text)) <= set(known)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _article(path: str, text: str, entry: FeedEntry) -> RawArticle:
    return RawArticle(
        path=path,
        text=text,
        text_source=TextSource.EXTRACTED,
        title=entry.title,
        byline=entry.byline,
        publisher=entry.publisher,
        credit=entry.credit,
        published=entry.published,
        url=entry.url,
        language=entry.language,
    )
