"""Sitemaps (sitemaps.org) -> the addresses that they list. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from newstemma.errors import UnreadableArticle
from newstemma.read.formats.beginnings import SITEMAP_ROOTS
from newstemma.read.formats.xml_stream import local_name, xml_pieces

__all__ = ["sitemap_urls"]

_ENTRIES = frozenset(("sitemap", "url"))
_LONGEST_URL = 2048  # the protocol's limit
_WEB = ("http://", "https://")


def sitemap_urls(stream: BinaryIO) -> Iterator[str]:
    """The addresses that a sitemap lists: pages, or further sitemaps where it is an index.

    What is no web address, or longer than 2048 characters, is left out.
    Raises `UnreadableArticle` where the stream is no sitemap or its XML declares entities; and,
    after all addresses that can be read, where its XML is broken.
    """
    sitemap = _Sitemap()
    for fault in xml_pieces(stream, sitemap):
        if sitemap.root and sitemap.root not in SITEMAP_ROOTS:
            raise UnreadableArticle(f"it is XML ({sitemap.root}) and no sitemap")
        yield from sitemap.taken()
        if fault and sitemap.root:
            raise UnreadableArticle(f"the sitemap is broken XML ({fault}); fetch it anew")
    if not sitemap.root:
        raise UnreadableArticle("it is no XML and no sitemap")


class _Sitemap:
    """Collects the addresses as the XML goes by."""

    def __init__(self) -> None:
        self.root: str | None = None
        self._done: list[str] = []
        self._open: list[str] = []
        self._text = ""

    def taken(self) -> list[str]:
        """The addresses since the last call."""
        taken, self._done = self._done, []
        return taken

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        name = local_name(tag)
        self.root = self.root or name
        self._open.append(name)
        self._text = ""

    def data(self, text: str) -> None:
        """Text inside the tag that was opened last."""
        if len(self._text) <= _LONGEST_URL:
            self._text += text

    def end(self, tag: str) -> None:
        """A tag ends, and with it perhaps an address."""
        name = self._open.pop()
        url = self._text.strip()
        is_address = name == "loc" and len(self._open) == 2 and self._open[1] in _ENTRIES
        if is_address and len(url) <= _LONGEST_URL and url.startswith(_WEB):
            self._done.append(url)
        self._text = ""
