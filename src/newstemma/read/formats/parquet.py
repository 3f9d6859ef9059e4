"""Parquet -> articles: one a row, its columns named as the fields of JSON Lines are."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, seekable
from newstemma.read.formats.parquet_values import DamagedRows, parquet_values
from newstemma.read.options import FIELD_NAMES, ReadOptions
from newstemma.read.reasons import failure, too_large
from newstemma.read.row import row_article
from newstemma.records import Failure, RawArticle

__all__ = ["read_parquet"]


def read_parquet(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """The articles of a Parquet file, each `path#ID`, or `path#NUMBER` of its row.

    Raises `UnreadableArticle` where the file is no Parquet or has no column for the text.
    """
    file = seekable(contents, options.max_article_bytes)
    labels: set[str] = set()
    text_names = options.names_in_json("text")
    columns = {name for field in FIELD_NAMES for name in options.names_in_json(field)}
    number = 0
    for number, value in parquet_values(file, text_names=text_names, columns=columns):
        if isinstance(value, DamagedRows):
            yield failure(f"{path}#{number}", value.reason)
            continue
        try:
            article = row_article(path, number, value, options, labels)
            _refuse_large(article, options.max_article_bytes)
        except UnreadableArticle as error:
            yield failure(f"{path}#{number}", f"row {number}: {error}")
        else:
            yield article
    if not number:
        raise UnreadableArticle("the table holds no rows; each should be an article")


def _refuse_large(article: RawArticle, limit: int) -> None:
    if len(article.text) > limit or len(article.text.encode("utf-8", "replace")) > limit:
        raise UnreadableArticle(too_large(limit))
