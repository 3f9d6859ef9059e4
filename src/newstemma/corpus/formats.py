"""Files -> rows: JSON Lines and Parquet, one article a row; other files as `report` reads them.

Whatever cannot be read becomes a `Rejected`, and the rest goes on. Rows are read one by one, so a
file may be larger than memory.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import PurePosixPath

from newstemma.corpus.json_rows import json_rows
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.parquet_rows import parquet_rows
from newstemma.corpus.rows import Rejected, Row, sound
from newstemma.errors import UnreadableArticle
from newstemma.read import ReadOptions, read_articles
from newstemma.read.contents import open_contents
from newstemma.read.listing import ListedFile, displayed
from newstemma.read.reasons import os_reason
from newstemma.read.rows import is_row
from newstemma.records import Failure, RawArticle

__all__ = ["rows"]

_ROWS = frozenset((".jsonl", ".ndjson"))
_PARQUET = frozenset((".parquet", ".pq"))
_PARQUET_MAGIC = b"PAR1"
_KEPT = frozenset(("path", "text", "text_source", "publisher"))  # of an article: named otherwise


def rows(file: ListedFile, options: ReuseOptions) -> Iterator[Row | Rejected]:
    """The articles of a file, in its order, and what could not be read of it."""
    number = 0
    try:
        for row in _by_format(file, options):
            number = row.number or number
            yield row
    except UnreadableArticle as error:
        reason = str(error)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        reason = f"its gzip data are cut short or damaged after row {number}; fetch it anew"
    except OSError as error:
        reason = os_reason(error)
    else:
        return
    yield Rejected(path=file.path, number=None, id=None, reason=reason)


def _by_format(file: ListedFile, options: ReuseOptions) -> Iterator[Row | Rejected]:
    suffix = PurePosixPath(file.path.lower().removesuffix(".gz")).suffix
    with open_contents(file.location) as contents:
        stream, limit = contents.stream, options.max_article_bytes
        if suffix in _PARQUET or stream.peek(4)[:4] == _PARQUET_MAGIC:
            yield from parquet_rows(file, options)
            return
        first = stream.readline(limit + 1)
        if suffix in _ROWS or is_row(first):
            yield from json_rows(file.path, stream, options, first)
            return
    yield from _documents(file, options)


def _documents(file: ListedFile, options: ReuseOptions) -> Iterator[Row | Rejected]:
    """Text, pages and JSON documents; an article's id is its path."""
    assert file.location is not None
    shown = displayed(file.location)
    read = read_articles(
        [file.location], options=ReadOptions(max_article_bytes=options.max_article_bytes)
    )
    for number, found in enumerate(read, start=1):
        path = file.path + found.path.removeprefix(shown)
        if isinstance(found, Failure):
            yield Rejected(path=path, number=None, id=None, reason=found.reason)
        else:
            yield Row(
                path=path,
                number=number,
                id=path,
                series=found.publisher,
                text=sound(found.text),
                rest=_declared(found),
            )


def _declared(article: RawArticle) -> Mapping[str, object]:
    said = {f.name: getattr(article, f.name) for f in fields(article) if f.name not in _KEPT}
    return {name: value for name, value in said.items() if value is not None}
