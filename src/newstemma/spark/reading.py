"""Tables on any file system that Spark reads -> articles, and rows that are none."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
import pyarrow as pa
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it

from newstemma.corpus.columns import kinds_of
from newstemma.corpus.entries import entry
from newstemma.corpus.json_rows import json_row
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.parquet_rows import values
from newstemma.corpus.rows import Rejected, Row, article_row
from newstemma.errors import InputMissing, NewstemmaError
from newstemma.reuse.kernels.fingerprints import fingerprints
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.weights import background
from newstemma.spark.failing import one_line
from newstemma.spark.frames import mapped

__all__ = ["READ", "read"]

READ = pa.schema(
    [
        ("id", pa.string()),
        ("made", pa.bool_()),  # the id, because there was none
        ("series", pa.string()),
        ("text", pa.string()),
        ("chars", pa.int64()),
        ("fields", pa.string()),  # JSON: what else the input says
        ("kinds", pa.map_(pa.string(), pa.string())),
        ("hash", pa.binary()),  # of all that the row says
        ("path", pa.string()),
        ("reason", pa.string()),  # of a row that is no article
        ("words", pa.int32()),
        ("same", pa.int64()),  # the hash of all words, 0 where there are none
        ("grams", pa.int32()),
        ("pairs", pa.int32()),
    ]
)
_PATH = "newstemma_path"  # the column that says which file a row is from
_LINES = ("json", "jsonl", "ndjson")
_TABLES = {"parquet": "parquet", "pq": "parquet", "orc": "orc", "csv": "csv"}
_READER: Mapping[str, Mapping[str, str]] = {
    **{kind: {"lineSep": "\n"} for kind in _LINES},
    # Files may differ in what they say.
    **{kind: {"mergeSchema": "true"} for kind in ("parquet", "pq", "orc")},
    "csv": {"header": "true", "multiLine": "true", "escape": '"'},
}


def read(spark: SparkSession, inputs: Sequence[str], options: ReuseOptions) -> DataFrame:
    """The rows of all inputs: JSON Lines (also packed), Parquet, ORC or CSV, by their suffix.

    Raises:
        InputMissing: a path does not exist.
        NewstemmaError: a path is of no kind that is read, or has no column for the text.
    """
    found = [_read(spark, path, options) for path in inputs]
    whole = found[0]
    for more in found[1:]:
        whole = whole.unionByName(more)
    return whole


def _read(spark: SparkSession, path: str, options: ReuseOptions) -> DataFrame:
    kind = _kind(spark, path)
    reader = spark.read.option("recursiveFileLookup", True).options(**_READER.get(kind, {}))
    file = F.col("_metadata.file_path").alias(_PATH)
    if kind in _LINES:
        # The bytes, since a line that is no UTF-8 must cost no other.
        lines = reader.text(path).select(F.col("value").cast("binary"), file)
        return mapped(lines, partial(_json_rows, options), READ)
    try:
        table = reader.format(_TABLES[kind]).load(path)
    except AnalysisException as error:
        raise NewstemmaError(f"{path}: {one_line(error)}") from None
    if not set(table.columns) & set(options.names.text):
        raise NewstemmaError(
            f"{path}: it has no column for the text (looked for "
            f"{', '.join(options.names.text)}; there are: {', '.join(table.columns)}); "
            "use --field text=NAME"
        )
    return mapped(table.select("*", file), partial(_table_rows, options), READ)


def _kind(spark: SparkSession, path: str) -> str:
    """The suffix of the path or, where it has none, of the first file in it."""
    first = _first_file(spark, path)
    if (kind := _suffix(path) or _suffix(first)) is not None:
        return kind
    known = ", ".join(sorted({*_LINES, *_TABLES}))
    raise NewstemmaError(f"{path}: Spark reads {known}; convert it, or use --engine local")


def _first_file(spark: SparkSession, path: str) -> str:
    """The first file that a path, a glob or a folder stands for."""
    jvm: Any = spark._jvm
    place = jvm.org.apache.hadoop.fs.Path(path)
    system = place.getFileSystem(spark._jsc.hadoopConfiguration())
    found = list(system.globStatus(place) or ())
    while found:
        status = found.pop(0)
        name = str(status.getPath().getName())
        if status.isFile() and not name.startswith(("_", ".")):
            return str(status.getPath())
        if status.isDirectory():
            found += list(system.listStatus(status.getPath()))
    raise InputMissing(f"{path} does not exist or holds no file; check the path")


def _suffix(path: str) -> str | None:
    name = path.rstrip("/").rpartition("/")[2].lower()
    for packed in (".gz", ".bz2", ".zst", ".snappy"):
        name = name.removesuffix(packed)
    suffix = name.rpartition(".")[2]
    return suffix if suffix in _LINES or suffix in _TABLES else None


def _json_rows(
    options: ReuseOptions, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        rows = _Rows()
        lines, paths = batch["value"].to_pylist(), batch[_PATH].to_pylist()
        for line, path in zip(lines, paths, strict=True):
            if line.removeprefix(BOM_UTF8).strip():
                fit = line if len(line) <= options.max_article_bytes else None
                for row in json_row(_shown(path), 0, fit, options):
                    rows.add(row)
        yield rows.batch()


def _table_rows(
    options: ReuseOptions, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        rows = _Rows()
        for value in values(batch):
            said = {name: one for name, one in value.items() if name != _PATH}
            rows.add(article_row(_shown(str(value[_PATH])), 0, said, options))
        yield rows.batch()


def _shown(path: str) -> str:
    """A file's path as people write it."""
    parts = urlsplit(path)
    return unquote(parts.path) if parts.scheme == "file" else path


@dataclass(slots=True)
class _Rows:
    """Rows of one batch, as they come."""

    said: list[dict[str, object]] = field(default_factory=list)

    def add(self, row: Row | Rejected) -> None:
        """Take a row on."""
        if isinstance(row, Rejected):
            self.said.append({"id": row.id, "path": row.path, "reason": row.reason})
        else:
            kept = entry(row)
            kinds = list(kinds_of(row.rest).items())
            said = {"text": row.text, "fields": kept.fields.decode(), "kinds": kinds}
            self.said.append({**kept.columns, **said})

    def batch(self) -> pa.RecordBatch:
        """All of them, with what only the kernels know."""
        table = pa.RecordBatch.from_pylist(self.said, READ)
        texts = [text or "" for text in table["text"].to_pylist()]
        cut = tokens(texts)
        found = fingerprints(cut, background())
        columns = {
            "words": np.diff(cut.starts).astype(np.int32),
            "same": found.same.astype(np.int64),
            "grams": np.diff(found.gram_starts).astype(np.int32),
            "pairs": np.diff(found.pair_starts).astype(np.int32),
        }
        arrays = [
            pa.array(columns[name]) if name in columns else table[name] for name in READ.names
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=READ)
