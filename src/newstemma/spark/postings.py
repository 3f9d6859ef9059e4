"""Features -> which of them texts share, and which might be a publisher's furniture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.reuse.kernels.furniture import Publishers, doubtful
from newstemma.spark.features import FEATURES, SIZES
from newstemma.spark.plan import Plan
from newstemma.spark.records import FEATURE, SHARED
from newstemma.spark.wire import Records, opened, packets, passed

__all__ = ["DOUBTED", "SHARINGS", "posted", "sharing"]

SHARINGS, DOUBTED = "sharings", "doubted"

_LOW = np.uint64(32)  # bits of a row below the feature: which record
_RECORD = np.uint64((1 << 32) - 1)


def posted(chosen: Plan, part: int, table: pa.Table) -> Iterator[pa.RecordBatch]:
    """What a part's features say: those that texts share, to the texts' buckets, and the
    records of those that might be furniture, to the same part. `SIZES` are passed on.
    """
    yield from passed(table, SIZES)
    found = [array for _, array in opened(table, FEATURES, FEATURE)]
    records = np.concatenate([np.empty(0, FEATURE), *found])
    records = records[chosen.order(records["hash"], records["rank"])]
    doubted = _doubted(records)
    yield from sharing(chosen, part, records[~doubted])
    apart = records[doubted]
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


def _opens(records: Records) -> NDArray[np.bool_]:
    """Which of the sorted records are the first of their features."""
    new = np.ones(len(records), np.bool_)
    new[1:] = records["hash"][1:] != records["hash"][:-1]
    return new


def _doubted(records: Records) -> NDArray[np.bool_]:
    """Which of the sorted records are of features that a series has often enough.

    A record stands for its text: no text has a feature twice.
    """
    feature = np.cumsum(_opens(records)) - 1
    rows = feature.astype(np.uint64) << _LOW | np.arange(len(records), dtype=np.uint64)
    rank = np.zeros(len(records), np.int32)
    _, apart = doubtful(rows, _publishers(records), rank, int(_LOW))
    found = np.zeros(len(records), np.bool_)
    found[apart & _RECORD] = True
    return found


def _publishers(records: Records) -> Publishers:
    """The series of the records, numbered anew; only what `doubtful` needs of them."""
    known = np.unique(records["series"])
    known = known[known >= 0]
    number = np.searchsorted(known, records["series"])
    few = np.zeros(len(known) + 1, np.int64)
    few[number] = records["few"]
    none = records["series"] < 0
    return Publishers(
        series=np.where(none, -1, number).astype(np.int32),
        names=known.astype(np.uint64),
        least=few[:-1],
        few=few[:-1],
    )
