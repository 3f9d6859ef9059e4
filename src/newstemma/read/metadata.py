"""The metadata table: a CSV file that says of articles what their files do not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from newstemma.errors import InputMissing, NewstemmaError, UnreadableArticle
from newstemma.read.decoding import decode
from newstemma.read.reasons import os_reason
from newstemma.records import RawArticle

__all__ = ["Assignment", "MetadataRow", "assign", "read_metadata"]

_COLUMNS = ("path", "title", "byline", "publisher", "published", "url", "credit", "language")
_SYNONYMS = {"date": "published"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataRow:
    """A row: the line of the CSV where it ends, what it is about, and the fields it gives."""

    line: int
    path: str
    fields: tuple[tuple[str, str], ...]

    def apply(self, article: RawArticle) -> RawArticle:
        """The article with the row's fields in place of what its container declared."""
        given: dict[str, Any] = dict(self.fields)
        return replace(article, **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Which rows are about which files. `loose` rows, by path, name no file: perhaps an
    article inside one. `unclear` rows could be about several files and are left out.
    """

    by_file: Mapping[str, MetadataRow]
    loose: Mapping[str, MetadataRow]
    unclear: tuple[MetadataRow, ...]

    def rows_for(self, file: str, article: str) -> tuple[MetadataRow, ...]:
        """The rows about an article: its file's, then its own, which says more exactly.

        `file` is a file's displayed path, `article` the article's: the same, or `file#ID`.
        """
        label = article[len(file) + 1 :]
        names = [*(f"{end}#{label}" for end in _ends(file)), label] if label else []
        own = next((self.loose[name] for name in names if name in self.loose), None)
        return tuple(row for row in (self.by_file.get(file), own) if row)


def assign(rows: Sequence[MetadataRow], files: Sequence[str]) -> Assignment:
    """Ties rows to files: by the displayed path, else by so much of its end as is its alone.

    >>> row = MetadataRow(line=2, path="b.txt", fields=())
    >>> list(assign([row], ["news/a.txt", "news/b.txt"]).by_file)
    ['news/b.txt']
    """
    known = set(files)
    ending: dict[str, list[str]] = {}
    for file in files:
        for end in _ends(file):
            ending.setdefault(end, []).append(file)
    by_file: dict[str, MetadataRow] = {}
    loose: dict[str, MetadataRow] = {}
    unclear: list[MetadataRow] = []
    for row in sorted(rows, key=lambda row: len(row.path)):  # the longer path says more
        meant = [row.path] if row.path in known else ending.get(row.path, [])
        if len(meant) > 1:
            unclear.append(row)
        elif meant:
            by_file[meant[0]] = row
        else:
            loose[row.path] = row
    return Assignment(by_file=by_file, loose=loose, unclear=tuple(unclear))


def read_metadata(path: str) -> tuple[MetadataRow, ...]:
    """The rows of a CSV file (comma, semicolon or tab), in its order.

    Raises `InputMissing` where there is no such file, `NewstemmaError` where it is no such table.
    """
    try:
        lines = list(_lines(decode(Path(path).read_bytes()).text))
    except FileNotFoundError:
        raise InputMissing(f"no such file: {path}") from None
    except IsADirectoryError:
        raise NewstemmaError(f"{path}: it is a folder, not a CSV file") from None
    except OSError as error:
        raise NewstemmaError(f"{path}: {os_reason(error)}") from None
    except (UnreadableArticle, csv.Error) as error:
        raise NewstemmaError(f"{path}: {error}") from None
    if not lines:
        raise NewstemmaError(f"{path}: the table is empty; its first line must name the columns")
    columns = _columns(path, lines[0][1])
    rows = tuple(_row(path, line, columns, cells) for line, cells in lines[1:])
    _refuse_repeated(path, rows)
    return rows


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines with at least one cell filled, each with its number."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield reader.line_num, stripped


def _columns(path: str, head: Sequence[str]) -> list[str]:
    named = [cell.lower() for cell in head]
    columns = [_SYNONYMS.get(name, name) for name in named]
    unknown = [name or "(no name)" for name in columns if name not in _COLUMNS]
    if unknown:
        there_are = ", ".join(_COLUMNS)
        raise NewstemmaError(f"{path}: unknown columns: {', '.join(unknown)}; use {there_are}")
    if "path" not in columns:
        raise NewstemmaError(f'{path}: there is no column "path", which says what a row is about')
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise NewstemmaError(f"{path}: columns given twice: {', '.join(twice)}")
    return columns


def _row(path: str, line: int, columns: Sequence[str], cells: Sequence[str]) -> MetadataRow:
    if len(cells) != len(columns):
        raise NewstemmaError(
            f"{path}: line {line} has {len(cells)} cells, the first line {len(columns)}; "
            "put a cell that holds the separator between quotation marks"
        )
    given = dict(zip(columns, cells, strict=True))
    about = given.pop("path")
    if not about:
        raise NewstemmaError(f"{path}: line {line} does not say which path it is about")
    fields = tuple((name, value) for name, value in given.items() if value)
    return MetadataRow(line=line, path=PurePath(about).as_posix(), fields=fields)


def _refuse_repeated(path: str, rows: Sequence[MetadataRow]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        if row.path in first:
            raise NewstemmaError(
                f"{path}: lines {first[row.path]} and {row.line} are both about {row.path}"
            )
        first[row.path] = row.line


def _ends(file: str) -> tuple[str, ...]:
    """A path and the ends of it, longest first.

    >>> _ends("news/may/a.txt")
    ('news/may/a.txt', 'may/a.txt', 'a.txt')
    """
    parts = file.split("/")
    return tuple("/".join(parts[i:]) for i in range(len(parts)))
