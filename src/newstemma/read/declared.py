"""What a page declares about its article: JSON-LD first, then meta tags, then the markup."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Declared", "declared", "one_line"]

_LONGEST = 500
_LONGEST_NAME = 150
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BY = re.compile(r"^\s*by\b:?\s+", re.IGNORECASE)
# What follows the names where a page's byline is printed together with its date.
_AFTER_NAMES = re.compile(
    r"\s*(?:\||\d|\b(?:Published|Updated|Posted|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b).*"
)
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}"
)  # content systems print year 1
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$")

_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_BYLINE = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_PUBLISHER = ("og:site_name", "publisher", "dc.publisher", "application-name")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "article.published",
)
_CREDIT = (
    "source",
    "news_source",
    "article:source",
    "dc.source",
    "dcterms.source",
    "original-source",
    "syndication-source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A page's statements about its article, each on one line; dates and languages raw."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    credit: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def declared(tree: HtmlElement) -> Declared:
    """What the page says about its article; nothing is guessed from its text.

    `credit` is whom the page names as its source; a page that names itself credits nobody.
    """
    meta = _meta(tree)
    node = _article_node(tree)
    houses = (*_names(node.get("publisher")), *_from(meta, _PUBLISHER))
    publisher = _first(filter(_is_name, houses))
    url = _first(_links(tree, "canonical"), _urls(_from(meta, ("og:url",))), _own_url(node))
    credited = (*_node_credits(node), *_from(meta, _CREDIT), *_links(tree, "syndication-source"))
    dates = (*_lines([node.get("datePublished")]), *_from(meta, _PUBLISHED), *_times(tree))
    return Declared(
        title=_title(tree, node, meta, publisher),
        byline=_byline(tree, node, meta),
        publisher=publisher,
        credit=_first(_foreign(credited, publisher, url)),
        published=_first(filter(_YEAR.search, dates)),
        url=url,
        language=_first(_lines([tree.get("lang"), node.get("inLanguage")])),
    )


def one_line(value: object, longest: int = _LONGEST) -> str | None:
    r"""A declared value as one line of plain characters; None where it is no short text.

    >>> one_line(" Fire at\n the  harbour &amp; beyond ")
    'Fire at the harbour & beyond'
    """
    if not isinstance(value, str) or len(value) > 4 * longest:
        return None
    line = " ".join(_SURROGATE.sub("\ufffd", html.unescape(value)).split())
    return line if 0 < len(line) <= longest else None


def _first(*groups: Iterable[str]) -> str | None:
    return next((value for group in groups for value in group), None)


def _lines(values: Iterable[object]) -> list[str]:
    return [line for value in values if (line := one_line(value))]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta tags by lower-case name, in page order."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if line := one_line(tag.get("content")):
            found.setdefault(name.lower(), []).append(line)
    return found


def _from(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _article_node(tree: HtmlElement) -> dict[str, Any]:
    """The first JSON-LD node that is an article; an empty one where the page has none."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for node in _nodes(_parsed(script.text or "")):
                types = node.get("@type")
                names = types if isinstance(types, list) else [types]
                if any(isinstance(name, str) and _ARTICLE_TYPES.match(name) for name in names):
                    return node
    return {}


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, outer ones first, in the order of the page."""
    rest = [value]
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            yield value
            rest.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            rest.extend(reversed(value))


def _names(value: object) -> list[str]:
    """The names in a JSON-LD value: a name, a thing with a name, or several of them."""
    things = value if isinstance(value, list) else [value]
    found = [thing.get("name") if isinstance(thing, dict) else thing for thing in things]
    flat = [part for name in found for part in (name if isinstance(name, list) else [name])]
    return _lines(flat)


def _title(
    tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, list[str]], site: str | None
) -> str | None:
    heads = [h1.text_content() for h1 in tree.iter("h1")]
    first_head = _lines(heads[:1]) if len(heads) == 1 else []
    tags = _lines(title.text_content() for title in tree.iter("title"))
    title = _first(_lines([node.get("headline")]), _from(meta, _TITLE), first_head, tags)
    return _without_site(title, site) if title else None


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name after it.

    >>> _without_site("Fire at the harbour | The Daily Echo", "Daily Echo")
    'Fire at the harbour'
    """
    match = re.fullmatch(r"(.+?)\s+[|–—·»-]\s+([^|–—·»]+)", title)
    if not match or not site:
        return title
    shown, name = _key(match[2]), _key(site)
    return match[1] if name in shown or shown in name else title


def _byline(
    tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, list[str]]
) -> str | None:
    for people in (_names(node.get("author")), _from(meta, _BYLINE), _marked_authors(tree)):
        named = [_BY.sub("", name) for name in people if _is_name(name)]
        if named:
            return ", ".join(dict.fromkeys(named))[:_LONGEST]
    return None


def _is_name(value: str) -> bool:
    return len(value) <= _LONGEST_NAME and not value.startswith(("http:", "https:", "@", "/"))


def _marked_authors(tree: HtmlElement) -> list[str]:
    marks = '//*[@rel="author" or @itemprop="author"]', '//*[contains(@class, "byline")]'
    for mark in marks:
        for element in tree.xpath(mark):
            line = one_line(" ".join(element.itertext()), _LONGEST_NAME)
            if line and (names := _AFTER_NAMES.sub("", line)):
                return [names]
    return []


def _times(tree: HtmlElement) -> list[str]:
    return _lines(element.get("datetime") for element in tree.iter("time"))


def _links(tree: HtmlElement, relation: str) -> list[str]:
    links = (link for link in tree.iter("link") if link.get("rel", "").lower() == relation)
    return _urls(_lines(link.get("href") for link in links))


def _own_url(node: Mapping[str, Any]) -> list[str]:
    page = node.get("mainEntityOfPage")
    return _urls(_lines([node.get("url"), page.get("@id") if isinstance(page, dict) else page]))


def _urls(values: Iterable[str]) -> list[str]:
    return [value for value in values if _host(value)]


def _host(url: str) -> str | None:
    """The host of a web address, without `www.`; None for what is none."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and parts.scheme in ("http", "https") else None


def _node_credits(node: Mapping[str, Any]) -> list[str]:
    based = node.get("isBasedOn")
    originals = based if isinstance(based, list) else [based]
    found: list[str] = []
    for original in originals:
        if isinstance(original, dict):
            found += _names(original.get("publisher")) or _lines([original.get("url")])
        found += _names(original)
    return [*found, *_names(node.get("sourceOrganization")), *_lines([node.get("creditText")])]


def _foreign(credited: Iterable[str], publisher: str | None, url: str | None) -> Iterator[str]:
    """The credits that name another than the page's own house; web addresses as their hosts."""
    own = {_key(publisher or ""), _key(_host(url or "") or "")}
    for credit in credited:
        name = _host(credit) or credit
        if _key(name) not in own:
            yield name


def _key(name: str) -> str:
    """What one name in several spellings shares ("The Hill", "TheHill")."""
    return "".join(char for char in name.casefold() if char.isalnum())
