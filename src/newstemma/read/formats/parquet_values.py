"""The rows of a Parquet file, a few at a time; a damaged row group costs no other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import refuse_expansion

__all__ = ["DamagedRows", "batch_values", "parquet_values"]

# Rows decoded at a time: a value that a small file has once may stand in each of them. Where rows
# are large, as many as have this many bytes together.
_BATCH = 16
_BATCH_BYTES = 20_000_000
# Arrow overflows where a value, such as a time in a list, is out of Python's range.
_DAMAGE = (OSError, OverflowError, ValueError, pa.ArrowException)


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedRows:
    """That a row group is damaged from some row on, and what is wrong with it."""

    reason: str


def parquet_values(
    file: Path | BinaryIO, *, text_names: Sequence[str], columns: Collection[str] | None = None
) -> Iterator[tuple[int, Mapping[str, object] | DamagedRows]]:
    """The rows of a Parquet file with their numbers, from 1; the file can be sought in.

    What JSON has no word for, such as a time, is text; bytes of a string that are no UTF-8 are
    U+FFFD. Of the columns only those in `columns` are read, if given.
    Raises `UnreadableArticle` where it is no Parquet file or none of `text_names` is there.
    """
    table, names = _opened(file)
    with table:
        if set(names).isdisjoint(text_names):
            raise UnreadableArticle(
                f"it has no column for the text (looked for {', '.join(text_names)}; there are: "
                f"{', '.join(names) or 'none'}); use --field text=NAME"
            )
        chosen = [name for name in names if columns is None or name in columns]
        first = 1
        for group in range(table.num_row_groups):
            yield from _group(table, group, first, chosen)
            first += table.metadata.row_group(group).num_rows


def _opened(file: Path | BinaryIO) -> tuple[pq.ParquetFile, list[str]]:
    """The file, and the names of its columns."""
    try:
        table = pq.ParquetFile(file, page_checksum_verification=True)
        return table, table.schema_arrow.names
    except _DAMAGE as error:
        raise UnreadableArticle(f"it is no sound Parquet file ({_line(error)})") from None


def _group(
    table: pq.ParquetFile, group: int, first: int, columns: list[str]
) -> Iterator[tuple[int, Mapping[str, object] | DamagedRows]]:
    number = first
    try:
        rows = _rows_at_a_time(table.metadata.row_group(group), columns)
        batches = table.iter_batches(rows, row_groups=[group], columns=columns, use_threads=False)
        for batch in batches:
            for value in batch_values(batch):
                yield number, value
                number += 1
    except _DAMAGE as error:
        reason = f"row group {group} is damaged ({_line(error)}); its rows from here are left out"
        yield number, DamagedRows(reason=reason)
    except UnreadableArticle as error:
        yield number, DamagedRows(reason=f"row group {group} is left out: {error}")


def _rows_at_a_time(group: pq.RowGroupMetaData, columns: Collection[str]) -> int:
    """Raises `UnreadableArticle` where the row group grows as no text does."""
    chunks = [group.column(number) for number in range(group.num_columns)]
    chosen = [chunk for chunk in chunks if chunk.path_in_schema.partition(".")[0] in columns]
    unpacked: int = sum(chunk.total_uncompressed_size for chunk in chosen)
    refuse_expansion(sum(chunk.total_compressed_size for chunk in chosen), unpacked)
    fitting: int = _BATCH_BYTES * group.num_rows // max(1, unpacked)
    return min(_BATCH, max(1, fitting))


def batch_values(batch: pa.RecordBatch) -> list[Mapping[str, object]]:
    """The rows of a batch; what JSON has no word for, such as a time, as text."""
    columns = [_plain(column) for column in batch.columns]
    rows: list[Mapping[str, object]] = pa.RecordBatch.from_arrays(
        columns, names=batch.schema.names
    ).to_pylist()
    return rows


def _plain(column: pa.Array) -> pa.Array:
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return _sound(column.cast(pa.large_string()))
    if pa.types.is_temporal(kind) or pa.types.is_decimal(kind):
        return column.cast(pa.string())
    return column


def _sound(column: pa.Array) -> pa.Array:
    """Strings whose bytes are UTF-8; other bytes become U+FFFD."""
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        raw = column.cast(pa.large_binary()).to_pylist()
        decoded = [None if one is None else one.decode("utf-8", "replace") for one in raw]
        return pa.array(decoded, pa.large_string())
    return column


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
