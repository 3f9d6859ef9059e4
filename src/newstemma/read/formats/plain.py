"""Text, pages and JSON -> articles, and files whose names say nothing of what they are."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import PurePosixPath

from newstemma.read.contents import Contents, read_whole
from newstemma.read.options import ReadOptions
from newstemma.read.reasons import failure
from newstemma.read.single import decoded_text, single_article
from newstemma.records import Failure, RawArticle

__all__ = ["read_json_lines", "read_page_file", "read_text", "read_unnamed"]


def read_text(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """A file that is one article, and a page where it begins as HTML does."""
    data = read_whole(contents, options.max_article_bytes)
    yield from single_article(path, data, is_page=False)


def read_page_file(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """A file that is a page."""
    data = read_whole(contents, options.max_article_bytes)
    yield from single_article(path, data, is_page=True)


def read_json_lines(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """A file of JSON objects, one a line."""
    from newstemma.read.rows import read_rows  # brings pydantic, which text need not pay

    yield from read_rows(path, contents.stream, options)


def read_unnamed(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """A file that may be one JSON value (one object, an array, a feed), JSON Lines, or text."""
    limit = options.max_article_bytes
    is_json_file = PurePosixPath(path.lower().removesuffix(".gz")).suffix == ".json"
    first = contents.stream.readline(limit + 1)
    if is_json_file or _opens_json(first):
        from newstemma.read.rows import is_json, is_row, read_document, read_rows

        if is_row(first) and contents.stream.peek(1):
            yield from read_rows(path, contents.stream, options, first)
            return
        first = read_whole(contents, limit, first)
        if is_json_file or is_json(first):
            decoded = decoded_text(first)
            if decoded.warning:
                yield failure(path, decoded.warning)
            yield from read_document(path, decoded.text, options)
            return
    yield from single_article(path, read_whole(contents, limit, first), is_page=False)


def _opens_json(line: bytes) -> bool:
    return line.removeprefix(BOM_UTF8).lstrip()[:1] in (b"{", b"[")
