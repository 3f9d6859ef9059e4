"""The tables that come out: their columns, what each says, and how they are written.

Columns may be added under one version of a table; a column that goes or changes its meaning makes
a new one. Equal rows give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["CLUSTERS", "FAILURES", "PAIRS", "PASSAGES", "write_parquet"]

_VERSION = "1"
_GROUP_ROWS = 131_072

_Column = tuple[str, pa.DataType, str]


def _schema(name: str, columns: Iterable[_Column]) -> pa.Schema:
    fields = [
        pa.field(column, kind, metadata={"description": about}) for column, kind, about in columns
    ]
    return pa.schema(fields, metadata={"newstemma.table": name, "newstemma.version": _VERSION})


_ID, _TEXT = pa.large_string(), pa.string()

PAIRS = _schema(
    "pairs",
    [
        ("left_id", _ID, "the article whose id comes first"),
        ("right_id", _ID, "the other article"),
        ("left_series", _ID, "where the left article was published"),
        ("right_series", _ID, "where the right article was published"),
        ("kind", _TEXT, "exact, reprint, edit, rewrite or passage"),
        ("score", pa.float32(), "how sure it is, 0 to 1; from .5 a pair is listed"),
        ("left_share", pa.float32(), "share of the left article's words in shared runs, 0 to 1"),
        ("right_share", pa.float32(), "share of the right article's words in shared runs, 0 to 1"),
        (
            "support",
            pa.float32(),
            "share of the shorter one's content in sentences made from "
            "the longer one's; 0 where runs alone told what the pair is",
        ),
        ("words_shared", pa.int32(), "equal words in the pair's passages"),
        ("longest_run", pa.int32(), "equal words of the longest passage"),
        ("why", _TEXT, "the nets that found the pair, joined by +: exact, passage, rewrite"),
        ("exact", pa.bool_(), "whether the net for copies found it"),
        ("grams_shared", pa.int32(), "fingerprints of five-word runs that the two share"),
        (
            "rare_share",
            pa.float32(),
            "share of the smaller one's pairs of rare words, by weight, that the two share",
        ),
    ],
)
PASSAGES = _schema(
    "passages",
    [
        ("left_id", _ID, "as in pairs"),
        ("right_id", _ID, "as in pairs"),
        ("kind", _TEXT, "run: the same words; sentence: a sentence and the one made from it"),
        ("left_start", pa.int32(), "first code point of the passage in the left text"),
        ("left_end", pa.int32(), "the code point behind its last in the left text"),
        ("right_start", pa.int32(), "first code point of the passage in the right text"),
        ("right_end", pa.int32(), "the code point behind its last in the right text"),
        ("words", pa.int32(), "equal words in a run; 0 for a sentence"),
    ],
)
CLUSTERS = _schema(
    "clusters",
    [
        ("id", _ID, "the article"),
        ("series", _ID, "where it was published"),
        ("cluster", _ID, "its family: the id of the member whose id comes first"),
        ("size", pa.int32(), "how many articles the family has; 1: nothing was found"),
        ("representative", _ID, "the id of the family's most complete member"),
        ("chars", pa.int64(), "code points of the article's text"),
    ],
)
FAILURES = _schema(
    "failures",
    [
        ("path", _ID, "the file"),
        ("row", pa.int64(), "the line or row in it, from 1; none: the whole file"),
        ("id", _ID, "the article's id, where it could be read"),
        ("reason", _ID, "what is wrong, and what to do"),
    ],
)


def write_parquet(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """Tables, one after the other, to one Parquet file, in row groups of one size."""
    held: list[pa.Table] = []
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for table in tables:
            held.append(table.cast(schema))
            if sum(one.num_rows for one in held) >= _GROUP_ROWS:
                joined = pa.concat_tables(held)
                whole = joined.num_rows - joined.num_rows % _GROUP_ROWS
                writer.write_table(joined.slice(0, whole), row_group_size=_GROUP_ROWS)
                held = [joined.slice(whole)]
        if rest := pa.concat_tables([schema.empty_table(), *held]):
            writer.write_table(rest, row_group_size=_GROUP_ROWS)
