"""Tables that people write: a CSV file whose first line names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newstemma.errors import InputMissing, NewstemmaError, UnreadableArticle
from newstemma.read.decoding import decode
from newstemma.read.reasons import os_reason

__all__ = ["TableRow", "read_table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """The line of the file where a row ends, and its cells by column, stripped."""

    line: int
    cells: Mapping[str, str]


def read_table(
    path: str, *, columns: Sequence[str], synonyms: Mapping[str, str]
) -> tuple[TableRow, ...]:
    """The rows of a CSV file (comma, semicolon or tab), in its order.

    The first of `columns` must be there and filled. `synonyms` are other names for columns.

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
    named = [synonyms.get(cell.lower(), cell.lower()) for cell in lines[0][1]]
    key = columns[0]
    _refuse_columns(path, named, columns)
    return tuple(_row(path, line, named, cells, key) for line, cells in lines[1:])


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines with at least one cell filled, each with its number."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield reader.line_num, stripped


def _refuse_columns(path: str, named: Sequence[str], columns: Sequence[str]) -> None:
    unknown = [name or "(no name)" for name in named if name not in columns]
    if unknown:
        there_are = ", ".join(columns)
        raise NewstemmaError(f"{path}: unknown columns: {', '.join(unknown)}; use {there_are}")
    if columns[0] not in named:
        raise NewstemmaError(
            f'{path}: there is no column "{columns[0]}", which says what a row is about'
        )
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        raise NewstemmaError(f"{path}: columns given twice: {', '.join(twice)}")


def _row(path: str, line: int, columns: Sequence[str], cells: Sequence[str], key: str) -> TableRow:
    if len(cells) != len(columns):
        raise NewstemmaError(
            f"{path}: line {line} has {len(cells)} cells, the first line {len(columns)}; "
            "put a cell that holds the separator between quotation marks"
        )
    given = dict(zip(columns, cells, strict=True))
    if not given[key]:
        raise NewstemmaError(f"{path}: line {line} does not say which {key} it is about")
    return TableRow(line=line, cells=given)
