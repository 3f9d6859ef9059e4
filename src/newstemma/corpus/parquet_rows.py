"""Parquet -> rows, a few thousand at a time; a damaged row group costs no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.rows import Rejected, Row, article_row
from newstemma.errors import UnreadableArticle
from newstemma.read.listing import ListedFile

__all__ = ["parquet_rows"]

_BATCH = 1024  # rows decoded at a time


def parquet_rows(file: ListedFile, options: ReuseOptions) -> Iterator[Row | Rejected]:
    """The articles of a Parquet file, in its order, and what could not be read of it.

    Raises `UnreadableArticle` where it is no Parquet file or has no column for the text.
    """
    with _opened(file) as table:
        names, wanted = table.schema_arrow.names, options.names.text
        if not set(names) & set(wanted):
            raise UnreadableArticle(
                f"it has no column for the text (looked for {', '.join(wanted)}; there are: "
                f"{', '.join(names) or 'none'}); use --field text=NAME"
            )
        first = 1
        for group in range(table.num_row_groups):
            yield from _group(file.path, table, group, first, options)
            first += table.metadata.row_group(group).num_rows


def _opened(file: ListedFile) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(file.location, page_checksum_verification=True)
    except (OSError, pa.ArrowException) as error:
        raise UnreadableArticle(f"it is no sound Parquet file ({_line(error)})") from None


def _group(
    path: str, table: pq.ParquetFile, group: int, first: int, options: ReuseOptions
) -> Iterator[Row | Rejected]:
    number = first
    try:
        for batch in table.iter_batches(_BATCH, row_groups=[group], use_threads=False):
            for value in _values(batch):
                yield article_row(path, number, value, options)
                number += 1
    except (OSError, pa.ArrowException) as error:
        reason = f"row group {group} is damaged ({_line(error)}); its rows from here are left out"
        yield Rejected(path=path, number=number, id=None, reason=reason)


def _values(batch: pa.RecordBatch) -> list[Mapping[str, object]]:
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
