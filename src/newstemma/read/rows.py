"""JSON and JSON Lines -> articles: one object is one article."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from pydantic_core import from_json

from newstemma.errors import UnreadableArticle
from newstemma.read.decoding import decode
from newstemma.read.formats.feed import is_json_feed
from newstemma.read.formats.feed_articles import read_json_feed
from newstemma.read.options import ReadOptions
from newstemma.read.reasons import failure, too_large
from newstemma.read.row import row_article
from newstemma.records import Failure, RawArticle

__all__ = ["is_json", "is_row", "numbered_lines", "read_document", "read_rows"]


def is_row(line: bytes) -> bool:
    """Whether a first line makes a file JSON Lines: it is a whole JSON object."""
    if not line.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(from_json(line.removeprefix(BOM_UTF8)), dict)
    except ValueError:
        return False


def is_json(data: bytes) -> bool:
    """Whether a file as a whole is JSON."""
    try:
        from_json(data.removeprefix(BOM_UTF8))
    except ValueError:
        return False
    return True


def read_rows(
    path: str, stream: BufferedReader[Any], options: ReadOptions, first: bytes = b""
) -> Iterator[RawArticle | Failure]:
    """The articles of JSON Lines, one a line; a row's path is `path#ID` or `path#LINE`.

    `first` is a line that was read already. A broken line becomes a failure that names it.
    """
    labels: set[str] = set()
    number = 0
    for number, line in numbered_lines(stream, options.max_article_bytes, first):
        try:
            yield from _read_line(path, number, line, options, labels)
        except UnreadableArticle as error:
            yield failure(f"{path}#{number}", f"line {number}: {error}")
    if not number:
        raise UnreadableArticle("the file holds no rows; each line should be a JSON object")


def _read_line(
    path: str, number: int, line: bytes | None, options: ReadOptions, labels: set[str]
) -> Iterator[RawArticle | Failure]:
    if line is None:
        raise UnreadableArticle(too_large(options.max_article_bytes))
    decoded = decode(line)
    if decoded.warning:
        yield failure(f"{path}#{number}", f"line {number}: {decoded.warning}")
    yield row_article(path, number, _json(decoded.text), options, labels)


def read_document(path: str, text: str, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON file: one object (its path is the file's), an array, or a JSON Feed.

    Raises `UnreadableArticle` where it is neither.
    """
    value = _json(text)
    if is_json_feed(value):
        yield from read_json_feed(path, value, options)
        return
    if isinstance(value, dict):
        yield row_article(path, None, value, options, set())
        return
    if not isinstance(value, list) or not value:
        raise UnreadableArticle("the JSON holds no article; give an object or an array of objects")
    labels: set[str] = set()
    for number, item in enumerate(value, start=1):
        try:
            yield row_article(path, number, item, options, labels)
        except UnreadableArticle as error:
            yield failure(f"{path}#{number}", f"item {number}: {error}")


def numbered_lines(
    stream: BufferedReader[Any], limit: int, first: bytes
) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers; None for one over the limit."""
    for number, line in enumerate(_lines(stream, limit, first), start=1):
        if number == 1 and line and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnreadableArticle("JSON Lines must be UTF-8 and this is UTF-16; save it as UTF-8")
        if line is None or line.removeprefix(BOM_UTF8).strip():
            yield number, line


def _lines(stream: BufferedReader[Any], limit: int, first: bytes) -> Iterator[bytes | None]:
    """The lines of a stream; None for one over the limit, which is never held as a whole."""
    line = first or stream.readline(limit + 1)
    while line:
        end = line
        while len(end) > limit and not end.endswith(b"\n"):
            end = stream.readline(limit + 1)
        yield line if end is line else None
        line = stream.readline(limit + 1)


def _json(text: str) -> object:
    try:
        return from_json(text)
    except ValueError as error:
        raise UnreadableArticle(f"it is not valid JSON ({error}); correct it") from None
