"""Features -> which of them texts share, and which might be a publisher's furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.reuse.kernels.furniture import Publishers, doubtful
from newstemma.spark.features import FEATURES
from newstemma.spark.plan import Plan
from newstemma.spark.records import FEATURE, SHARED
from newstemma.spark.wire import Records, opened, packets

__all__ = ["DOUBTED", "SHARINGS", "posted", "sharing"]

SHARINGS, DOUBTED = "sharings", "doubted"

_LOW = np.uint64(32)  # bits of a row below the feature: which text
_TEXT = np.uint64((1 << 32) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Local:
    """A part's records sorted by feature and rank, the number of each feature and text here, and
    both in one row, as kernels take them.
    """

    records: Records
    ranks: NDArray[np.int32]
    rows: NDArray[np.uint64]


def posted(chosen: Plan, part: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    """What a part's features say: those that texts share, to the texts' buckets, and the
    records of those that might be furniture, to the same part.
    """
    local = _local(np.concatenate([array for _, array in opened(table, FEATURES, FEATURE)]))
    doubted = _doubted(local)
    yield from sharing(chosen, part, local.records[~doubted])
    apart = local.records[doubted]
    yield from packets(DOUBTED, np.full(len(apart), part), apart, part)


def sharing(chosen: Plan, origin: int, records: Records) -> Iterator[pa.RecordBatch]:
    """The packets of what texts share: `records` have a hash and a rank, and are sorted."""
    new = _opens(records)
    feature = np.cumsum(new) - 1
    held = np.bincount(feature)[feature]
    shared = np.empty(len(records), SHARED)
    shared["hash"], shared["rank"] = records["hash"], records["rank"]
    shared["held"], shared["later"] = held, ~new
    several = shared[held > 1]
    yield from packets(SHARINGS, chosen.bucket(several["rank"]), several, origin)


def _local(records: Records) -> _Local:
    records = records[np.lexsort((records["rank"], records["hash"]))]
    feature = np.cumsum(_opens(records)) - 1
    ranks, text = np.unique(records["rank"], return_inverse=True)
    rows = feature.astype(np.uint64) << _LOW | text.astype(np.uint64)
    return _Local(records=records, ranks=ranks, rows=rows)


def _opens(records: Records) -> NDArray[np.bool_]:
    """Which of the sorted records are the first of their features."""
    new = np.ones(len(records), np.bool_)
    new[1:] = records["hash"][1:] != records["hash"][:-1]
    return new


def _doubted(local: _Local) -> NDArray[np.bool_]:
    """Which records are of features that a series has often enough."""
    rank = np.arange(len(local.ranks), dtype=np.int32)
    _, apart = doubtful(local.rows.copy(), _publishers(local), rank, int(_LOW))
    found: NDArray[np.bool_] = np.isin(local.rows, apart)
    return found


def _publishers(local: _Local) -> Publishers:
    """The series of the part's texts, numbered anew; only what `doubtful` needs of them."""
    text = (local.rows & _TEXT).astype(np.int64)
    names, number, few = _series(local.records)
    of_text = np.full(len(local.ranks), -1, np.int32)
    of_text[text] = number
    return Publishers(series=of_text, names=names, least=few, few=few)


def _series(
    records: Records,
) -> tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int64]]:
    """The series of some records, the number of each record's, and how many make repetition."""
    known, first, number = np.unique(records["series"], return_index=True, return_inverse=True)
    few = records["few"][first].astype(np.int64)
    none = int(len(known) > 0 and known[0] < 0)
    return known[none:].astype(np.uint64), (number - none).astype(np.int32), few[none:]
