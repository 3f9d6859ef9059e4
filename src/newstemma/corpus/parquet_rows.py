"""Parquet -> rows, as `report` reads them; a damaged row group costs no other."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.rows import Rejected, Row, article_row
from newstemma.read.formats.parquet_values import DamagedRows, parquet_values
from newstemma.read.formats.parquet_values import batch_values as values
from newstemma.read.listing import ListedFile

__all__ = ["parquet_rows", "values"]


def parquet_rows(file: ListedFile, options: ReuseOptions) -> Iterator[Row | Rejected]:
    """The articles of a Parquet file, in its order, and what could not be read of it.

    Raises `UnreadableArticle` where it is no Parquet file or has no column for the text.
    """
    assert file.location is not None
    for number, value in parquet_values(file.location, text_names=options.names.text):
        if isinstance(value, DamagedRows):
            yield Rejected(path=file.path, number=number, id=None, reason=value.reason)
        else:
            yield article_row(file.path, number, value, options)
