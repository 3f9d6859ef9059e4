"""The first stage: files -> articles on disk, numbered in the order of their ids.

Ids, not places, order the articles, so that the order of the input reaches no later stage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

from newstemma.corpus.articles import FIELDS_FILE, TABLE_FILE, TEXTS_FILE, write_table
from newstemma.corpus.columns import Kinds, kinds_of, merged
from newstemma.corpus.entries import entry
from newstemma.corpus.formats import rows
from newstemma.corpus.ids import REJECTED, distinct
from newstemma.corpus.job import Job
from newstemma.corpus.rows import Rejected, Row
from newstemma.errors import NothingToAnalyse
from newstemma.records import Failure

__all__ = ["FAILURES_FILE", "KINDS_FILE", "read"]

FAILURES_FILE = "failures.arrow"
KINDS_FILE = "kinds.json"

_BATCH = 8192  # rows held before they are written down
_SHOWN = 3  # failures named where nothing could be read

_READ = pa.schema(
    [
        ("id", pa.large_string()),
        ("made", pa.bool_()),  # the id, because there was none
        ("series", pa.large_string()),
        ("start", pa.int64()),
        ("size", pa.int64()),
        ("chars", pa.int64()),
        ("fields_start", pa.int64()),
        ("fields_size", pa.int64()),
        ("hash", pa.binary(16)),
        ("path", pa.dictionary(pa.int32(), pa.large_string())),
        ("number", pa.int64()),
    ]
)
_KEPT = ("id", "series", "start", "size", "chars", "fields_start", "fields_size")


def read(job: Job, folder: Path) -> None:
    """Read the job's files into texts, fields, a table of the articles and one of failures.

    Raises:
        NothingToAnalyse: there is no article in them.
    """
    with (
        (folder / TEXTS_FILE).open("wb") as texts,
        (folder / FIELDS_FILE).open("wb") as fields,
    ):
        spool = _Spool(texts, fields)
        for row in _all_rows(job):
            spool.add(row)
            job.progress("reading", spool.count, job.lines if spool.count < job.lines else 0)
        found, rejected = spool.articles(), spool.failures()
    job.progress("reading", spool.count, spool.count)
    kept, doubles = distinct(found)
    failures = pa.concat_tables([rejected, doubles]).sort_by(
        [(name, "ascending") for name in ("path", "number", "reason")]
    )
    if not kept.num_rows:
        raise NothingToAnalyse(_nothing(failures))
    write_table(kept.select(_KEPT), folder / TABLE_FILE)
    write_table(failures, folder / FAILURES_FILE)
    (folder / KINDS_FILE).write_text(json.dumps(spool.kinds, sort_keys=True), encoding="utf-8")


def _all_rows(job: Job) -> Iterator[Row | Rejected]:
    for file in job.files:
        if isinstance(file, Failure):
            yield Rejected(path=file.path, number=None, id=None, reason=file.reason)
        else:
            yield from rows(file, job.options)


class _Spool:
    """Writes texts and fields down as they come, and holds where they are."""

    def __init__(self, texts: BinaryIO, fields: BinaryIO) -> None:
        self._texts, self._fields = texts, fields
        self._rows: list[dict[str, Any]] = []
        self._batches: list[pa.RecordBatch] = []
        self._rejected: list[Rejected] = []
        self.kinds: Kinds = {}
        self.count = 0

    def add(self, row: Row | Rejected) -> None:
        """Take a row on."""
        if isinstance(row, Rejected):
            self._rejected.append(row)
            return
        kept = entry(row)
        for name, kind in kinds_of(row.rest).items():
            self.kinds[name] = merged(self.kinds.get(name), kind)
        places = {
            "start": self._texts.tell(),
            "size": self._texts.write(kept.text),
            "fields_start": self._fields.tell(),
            "fields_size": self._fields.write(kept.fields),
        }
        self._rows.append({**kept.columns, **places, "number": row.number})
        self.count += 1
        if len(self._rows) == _BATCH:
            self._flush()

    def _flush(self) -> None:
        self._batches.append(pa.RecordBatch.from_pylist(self._rows, _READ))
        self._rows.clear()

    def articles(self) -> pa.Table:
        """The rows that are articles, in the order in which they came."""
        self._flush()
        return pa.Table.from_batches(self._batches, _READ).unify_dictionaries()

    def failures(self) -> pa.Table:
        """The rows that are none."""
        return pa.Table.from_pylist([asdict(one) for one in self._rejected], REJECTED)


def _nothing(failures: pa.Table) -> str:
    said = [
        f"{row['path']}{'' if row['number'] is None else '#' + str(row['number'])}: {row['reason']}"
        for row in failures.slice(0, _SHOWN).to_pylist()
    ]
    more = failures.num_rows - len(said)
    return "; ".join(["no article could be read", *said, *([f"and {more} more"] if more else [])])
