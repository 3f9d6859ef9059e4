"""The metadata table: a CSV file that says of articles what their files do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from newstemma.errors import NewstemmaError
from newstemma.read.table import TableRow, read_table
from newstemma.read.web.urls import is_url
from newstemma.records import RawArticle

__all__ = ["Assignment", "MetadataRow", "assign", "read_metadata"]

_COLUMNS = ("path", "title", "byline", "publisher", "published", "url", "credit", "language")


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
    rows = tuple(
        _row(row) for row in read_table(path, columns=_COLUMNS, synonyms={"date": "published"})
    )
    _refuse_repeated(path, rows)
    return rows


def _row(row: TableRow) -> MetadataRow:
    fields = tuple((name, value) for name, value in row.cells.items() if value and name != "path")
    cell = row.cells["path"]
    about = cell if is_url(cell) else PurePath(cell).as_posix()
    return MetadataRow(line=row.line, path=about, fields=fields)


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
