"""The articles of a corpus on disk: their texts, by number, whatever the corpus's size.

Articles are numbered in the order of their ids. The texts lie one after another in one file, in
the order in which they were read; a table says where each begins. Only the table is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

__all__ = [
    "FIELDS_FILE",
    "TABLE_FILE",
    "TEXTS_FILE",
    "Articles",
    "Ints",
    "Names",
    "Texts",
    "cut",
    "open_articles",
    "read_table",
    "write_table",
]

TEXTS_FILE = "texts"
FIELDS_FILE = "fields"
TABLE_FILE = "articles.arrow"

_SLICE_ARTICLES = 8192
_SLICE_BYTES = 16_000_000

Ints = NDArray[np.int64]


class Names(Protocol):
    """What articles are called."""

    def names(self, field: str, numbers: Ints) -> pa.Array:
        """The ids or the series (`field`) of some articles."""


class Texts(Names, Protocol):
    """Articles by their numbers, wherever they are."""

    def texts(self, numbers: Ints) -> list[str]:
        """The texts of some articles."""


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles in a folder that the stage `read` filled; `table` has a row for each."""

    folder: Path
    table: pa.Table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def column(self, name: str) -> Ints:
        """A column of integers."""
        return np.asarray(self.table[name].to_numpy(), dtype=np.int64)

    def names(self, field: str, numbers: Ints) -> pa.Array:
        """The ids or the series (`field`) of some articles."""
        return self.table[field].take(pa.array(numbers)).combine_chunks()

    def texts(self, numbers: Sequence[int] | Ints) -> list[str]:
        """The texts of some articles."""
        return self._read(TEXTS_FILE, "start", "size", numbers)

    def fields(self, numbers: Sequence[int] | Ints) -> list[str]:
        """What else the input says of some articles, as JSON objects."""
        return self._read(FIELDS_FILE, "fields_start", "fields_size", numbers)

    def __iter__(self) -> Iterator[tuple[int, list[str], list[str | None]]]:
        """All articles in slices, in their order: the first number, the texts, their series."""
        for first, end in self.ranges():
            texts = self.texts(range(first, end))
            yield first, texts, self.table["series"].slice(first, end - first).to_pylist()

    def ranges(self) -> Iterator[tuple[int, int]]:
        """All articles in ranges that fit into memory."""
        yield from cut(self.column("size"), most=_SLICE_ARTICLES, weight=_SLICE_BYTES)

    def _read(self, file: str, start: str, size: str, numbers: Sequence[int] | Ints) -> list[str]:
        rows = np.asarray(numbers, dtype=np.int64)
        starts, sizes = self.column(start)[rows].tolist(), self.column(size)[rows].tolist()
        found = []
        with (self.folder / file).open("rb") as stream:
            for place, length in zip(starts, sizes, strict=True):
                stream.seek(place)
                found.append(stream.read(length).decode("utf-8"))
        return found


def open_articles(work: Path) -> Articles:
    """The articles that the stage `read` left."""
    folder = work / "read"
    return Articles(folder, read_table(folder / TABLE_FILE))


def cut(sizes: Ints, *, most: int, weight: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most `most` items and, where they have more than one, `weight` in all.

    >>> list(cut(np.array([3, 3, 9, 1]), most=3, weight=6))
    [(0, 2), (2, 3), (3, 4)]
    """
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        before = int(ends[first] - sizes[first])
        fit = int(np.searchsorted(ends, before + weight, side="right"))
        end = min(max(fit, first + 1), first + most, len(sizes))
        yield first, end
        first = end


def write_table(table: pa.Table, path: Path) -> None:
    """An Arrow table to a file."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def read_table(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """An Arrow table from a file, into memory."""
    with pa.OSFile(str(path), "rb") as source, pa.ipc.open_file(source) as reader:
        table = reader.read_all()
    return table if columns is None else table.select(list(columns))
