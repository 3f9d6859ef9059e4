"""XML read in pieces: nothing is held, and nothing expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.entities import name2codepoint
from typing import Any, BinaryIO, Protocol

from lxml import etree

from newstemma.errors import UnreadableArticle

__all__ = ["Collector", "local_name", "xml_pieces"]

_CHUNK = 1 << 16
_DECLARATIONS = re.compile(rb"<!DOCTYPE[^>\[]{0,2000}\[")
# HTML's names for characters, which feeds use and XML does not know: the parser would drop them.
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,7});")
_LONGEST_ENTITY = 10
_XML_ENTITIES = frozenset((b"amp", b"apos", b"gt", b"lt", b"quot"))
# The parser keeps a note of each error: what has more is no XML.
_MOST_ERRORS = 10_000


class Collector(Protocol):
    """Told what stands in the XML, in order. Names of tags are `{namespace}local`."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""

    def data(self, text: str) -> None:
        """A piece of text."""

    def end(self, tag: str) -> None:
        """A tag ends."""


def local_name(tag: str) -> str:
    """A tag's name without its namespace."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def xml_pieces(stream: BinaryIO, collector: Collector, head: bytes = b"") -> Iterator[str | None]:
    """Tells the collector what stands in a piece of the XML, and yields; None, but for the last
    piece where the XML is broken, and what is wrong with it. What is broken is read all the same.
    `head` was read from the stream before.

    Raises `UnreadableArticle` where the XML declares entities, which may stand for a file or for a
    billion words, or where hardly anything of it is XML.
    """
    target = _Target(collector)
    parser = etree.XMLParser(
        target=target, recover=True, resolve_entities=False, load_dtd=False, no_network=True
    )
    kept = head
    while chunk := stream.read(_CHUNK):
        known, kept = _split(kept + chunk)
        if not target.begun:
            _refuse_declarations(known)
        parser.feed(_ENTITY.sub(_numbered, known))
        target.begun = True
        if len(parser.feed_error_log) > _MOST_ERRORS:
            raise UnreadableArticle("it is hardly XML; fetch it anew")
        yield None
    parser.feed(kept)
    parser.close()
    yield _fault(parser)


class _Target:
    """What the parser calls. It has `begun` when the first piece is past."""

    def __init__(self, collector: Collector) -> None:
        self.start, self.data, self.end = collector.start, collector.data, collector.end
        self.begun = False

    def doctype(self, *_: object) -> None:
        """A document type: behind the first piece nobody has looked at what it declares."""
        if self.begun:
            raise _declares_entities()

    def close(self) -> None:
        """The end."""


def _refuse_declarations(piece: bytes) -> None:
    if _DECLARATIONS.search(piece.replace(b"\0", b"")):
        raise _declares_entities()


def _declares_entities() -> UnreadableArticle:
    return UnreadableArticle(
        "the XML has declarations of its own, with which files are read and memory is filled; "
        "remove what stands in brackets after <!DOCTYPE"
    )


def _split(piece: bytes) -> tuple[bytes, bytes]:
    """A piece, and its end apart where that may be half the name of a character."""
    start = piece.rfind(b"&", -_LONGEST_ENTITY)
    return (piece, b"") if start < 0 or b";" in piece[start:] else (piece[:start], piece[start:])


def _numbered(entity: re.Match[bytes]) -> bytes:
    point = None if entity[1] in _XML_ENTITIES else name2codepoint.get(entity[1].decode("ascii"))
    return entity[0] if point is None else b"&#%d;" % point


def _fault(parser: Any) -> str | None:
    """The first error that is more than a matter of names; None where there is none."""
    for entry in parser.feed_error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            return f"line {entry.line}: {' '.join(entry.message.split())[:200]}"
    return None
