"""CSV and TSV -> articles: one a row. The first line names the columns, one of them the text."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from typing import Any

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents
from newstemma.read.decoding import decode
from newstemma.read.formats.beginnings import separator, table_columns
from newstemma.read.options import ReadOptions
from newstemma.read.reasons import failure, too_large
from newstemma.read.row import row_article
from newstemma.records import Failure, RawArticle

__all__ = ["read_csv"]

_LONGEST_HEAD = 1_000_000  # bytes of the first line: names of columns
_LINE_END = 2  # bytes at most, which are no part of a row
_BYTES = "latin-1"  # every byte is a character, so that a row can be split before it is decoded
_STRAY_BREAK = "a line breaks outside quotation marks; put the cell with the break between them"
_STRAY_MARK = "its quotation marks do not match; write each one inside a cell twice"


def read_csv(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """The articles of a table separated by commas, semicolons, tabs or bars (RFC 4180).

    A row's path is `path#ID`, or `path#LINE` where it ends. A broken row is a failure of its own.
    Raises `UnreadableArticle` where no column is the text.
    """
    limit = options.max_article_bytes
    head = contents.stream.readline(_LONGEST_HEAD)
    columns = _columns(head, options)
    labels: set[str] = set()
    number = 0
    for number, cells in _rows(_RowLines(contents.stream, limit), separator(head), limit):
        try:
            yield from _article(path, number, columns, cells, options, labels)
        except UnreadableArticle as error:
            yield failure(f"{path}#{number}", f"line {number}: {error}")
    if not number:
        raise UnreadableArticle("the table holds no rows; each should be an article")


def _columns(head: bytes, options: ReadOptions) -> list[str]:
    """The columns that the first line names."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise UnreadableArticle("a table must be UTF-8 and this is UTF-16; save it as UTF-8")
    if len(head) == _LONGEST_HEAD:
        raise UnreadableArticle("its first line is too long to name columns; leave it out")
    columns = table_columns(head)
    text_names = options.names_in_json("text")
    if set(columns).isdisjoint(text_names):
        names = ", ".join(text_names)
        raise UnreadableArticle(
            f"the table has no column for an article's text (looked for {names}); use --field "
            "text=NAME; if it describes articles, give it as --metadata; else leave it out"
        )
    return columns


class _LargeRow(UnreadableArticle):
    """A row is over the limit; the next may not be."""


class _RowLines:
    """The lines of a stream, as long as those of one row are not larger than the limit."""

    def __init__(self, stream: io.BufferedReader[Any], limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self.begin_row()

    def __iter__(self) -> _RowLines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self._room -= len(line)
        if self._room < 0:
            raise _LargeRow(too_large(self._limit))
        return line.decode(_BYTES)

    def begin_row(self) -> None:
        """The next line is the first of a row."""
        self._room = self._limit + _LINE_END


def _rows(lines: _RowLines, delimiter: str, limit: int) -> Iterator[tuple[int, list[bytes] | str]]:
    """The rows that are not blank, with the line where each ends; or what is wrong with one."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            cells = _next_row(reader, limit)
        except _LargeRow as error:
            yield reader.line_num + 1, str(error)
            continue
        except csv.Error as error:  # no cell of a row within the limit is over it
            yield reader.line_num + 1, _STRAY_BREAK if "new-line" in str(error) else _STRAY_MARK
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield reader.line_num + 1, [cell.encode(_BYTES) for cell in cells]


def _next_row(reader: Any, limit: int) -> list[str] | None:
    """The next row. The module has one limit for all its readers: it is put back at once."""
    usual = csv.field_size_limit(limit + _LINE_END)
    try:
        row: list[str] | None = next(reader, None)
        return row
    finally:
        csv.field_size_limit(usual)


def _article(
    path: str,
    number: int,
    columns: Sequence[str],
    cells: Sequence[bytes] | str,
    options: ReadOptions,
    labels: set[str],
) -> Iterator[RawArticle | Failure]:
    if isinstance(cells, str):
        raise UnreadableArticle(cells)
    if len(cells) != len(columns):
        raise UnreadableArticle(
            f"it has {len(cells)} cells and the first line {len(columns)}; "
            "put a cell that holds the separator between quotation marks"
        )
    if any(b"\0" in cell for cell in cells):
        raise UnreadableArticle("it holds NUL bytes; write the table anew")
    decoded = [decode(cell) for cell in cells]
    value = {name: cell.text or None for name, cell in zip(columns, decoded, strict=True)}
    article = row_article(path, number, value, options, labels)
    yield article
    for warning in {cell.warning for cell in decoded if cell.warning}:
        yield failure(article.path, f"line {number}: {warning}")
