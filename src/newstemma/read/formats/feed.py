"""Feeds (RSS, Atom, JSON Feed) -> their items, one by one. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from pydantic_core import from_json

from newstemma.errors import UnreadableArticle
from newstemma.read.declared import one_line
from newstemma.read.formats.beginnings import FEED_ROOTS
from newstemma.read.formats.feed_xml import FeedXml, Item
from newstemma.read.formats.xml_stream import xml_pieces
from newstemma.read.options import DEFAULT_MAX_ARTICLE_BYTES
from newstemma.read.reasons import too_large

__all__ = ["FeedEntry", "feed_entries", "is_json_feed", "json_feed_entries"]

_JSON_FEED = "https://jsonfeed.org/version/"
_ADDRESS_AND_NAME = re.compile(r"\S+@\S+\s*\(([^()]+)\)")
_WEB = ("http://", "https://")
# Where in an item a field stands; the first place that is filled counts.
_ID = ("guid", "id")
_URL = ("link", "link@href", "guid", "id")
_BYLINE = ("creator", "author/name", "author")
_PUBLISHED = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_CREDIT = ("source/title", "source")
_CONTENT = ("encoded", "content", "description", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An item of a feed, each field as the feed has it, on one line.

    `publisher` is the feed's title, and `credit` the item's `<source>`, where that is another.
    `content` is HTML where `is_markup` says so; `is_cut` that it goes on past the limit.
    """

    number: int
    id: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    credit: str | None = None
    published: str | None = None
    language: str | None = None
    content: str | None = None
    is_markup: bool = True
    is_cut: bool = False


def feed_entries(
    stream: BinaryIO, *, limit: int = DEFAULT_MAX_ARTICLE_BYTES
) -> Iterator[FeedEntry]:
    """The items of a feed in its order; `limit` bounds one item, and a JSON Feed as a whole.

    Raises `UnreadableArticle` where the stream is no feed or its XML declares entities; and, after
    all items that can be read, where its XML is broken.
    """
    head = stream.read(1)
    while head.isspace():
        head = stream.read(1)
    if head != b"{":
        yield from _xml_entries(stream, head, limit)
        return
    data = head + stream.read(limit)
    if len(data) > limit:
        raise UnreadableArticle(too_large(limit))
    yield from json_feed_entries(_json(data))


def is_json_feed(value: object) -> bool:
    """Whether a JSON value is a feed (jsonfeed.org, versions 1 and 1.1)."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED)


def json_feed_entries(value: object) -> Iterator[FeedEntry]:
    """The items of a JSON Feed; raises `UnreadableArticle` where the value is none."""
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        raise UnreadableArticle("the JSON is no feed; leave it out")
    publisher, language = one_line(value.get("title")), one_line(value.get("language"))
    for number, item in enumerate(value["items"], start=1):
        fields = item if isinstance(item, dict) else {}
        html, text = fields.get("content_html"), fields.get("content_text")
        content = html or text or fields.get("summary")
        yield FeedEntry(
            number=number,
            id=one_line(fields.get("id")),
            url=one_line(fields.get("url")) or one_line(fields.get("external_url")),
            title=one_line(fields.get("title")),
            byline=_people(fields.get("authors") or [fields.get("author")]),
            publisher=publisher,
            published=one_line(fields.get("date_published")),
            language=one_line(fields.get("language")) or language,
            content=content if isinstance(content, str) else None,
            is_markup=bool(html),
        )


def _json(data: bytes) -> object:
    try:
        return from_json(data)
    except ValueError as error:
        raise UnreadableArticle(f"it is not valid JSON ({error}); correct it") from None


def _people(authors: Any) -> str | None:
    people = authors if isinstance(authors, list) else []
    names = [one_line(person.get("name")) for person in people if isinstance(person, dict)]
    return ", ".join(filter(None, names)) or None


def _xml_entries(stream: BinaryIO, head: bytes, limit: int) -> Iterator[FeedEntry]:
    feed = FeedXml(limit)
    number = 0
    for fault in xml_pieces(stream, feed, head):
        if feed.root and feed.root not in FEED_ROOTS:
            raise UnreadableArticle(f"it is XML ({feed.root}) and no feed; leave it out")
        for item in feed.taken():
            number += 1
            yield _entry(number, item, feed)
        if fault and feed.root:
            raise UnreadableArticle(
                f"the feed is broken XML ({fault}); it was read as far as it makes sense"
            )
    if not feed.root:
        raise UnreadableArticle("it is no XML and no feed; leave it out")


def _entry(number: int, item: Item, feed: FeedXml) -> FeedEntry:
    publisher, credit = one_line(feed.title), _first(item, _CREDIT)
    place = next((place for place in _CONTENT if item.value(place)), "content")
    url = _first(item, _URL)
    return FeedEntry(
        number=number,
        id=_first(item, _ID),
        url=url if url and url.startswith(_WEB) else None,
        title=_first(item, ("title",)),
        byline=_byline(item),
        publisher=publisher,
        credit=credit if credit != publisher else None,
        published=_first(item, _PUBLISHED),
        language=_first(item, ("language", "@lang")) or one_line(feed.language),
        content=item.value(place) or None,
        is_markup=feed.root != "feed" or "html" in item.value(f"{place}@type"),
        is_cut=item.is_cut,
    )


def _first(item: Item, places: tuple[str, ...]) -> str | None:
    return next(filter(None, map(one_line, filter(None, map(item.value, places)))), None)


def _byline(item: Item) -> str | None:
    """The authors; RSS has an address for mail with the name in brackets."""
    for place in _BYLINE:
        lines = [one_line(value) or "" for value in item.values(place)]
        names = [_ADDRESS_AND_NAME.sub(r"\1", line) for line in lines]
        if named := [name for name in names if name and "@" not in name]:
            return ", ".join(dict.fromkeys(named))
    return None
