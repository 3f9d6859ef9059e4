"""How arrays travel through a shuffle: packets, each the records of one part as bytes.

A packet is one row for Spark and thousands for the kernels. Spark sorts, spills and sends it
again after a failure; it never looks inside. Packets reach a part in any order, so whoever reads
them sorts them or their records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

__all__ = ["WIRE", "Records", "Values", "opened", "packed", "packets", "passed"]

WIRE = pa.schema(
    [
        ("kind", pa.string()),
        ("origin", pa.int64()),  # the part that sent it, where the order of those counts
        ("part", pa.int64()),
        ("data", pa.binary()),
    ]
)

Records = NDArray[np.void]
Values = NDArray[Any]  # records, or plain numbers

_MOST_BYTES = 1 << 30  # in one batch: Arrow counts its bytes in 32 bits


def packets(
    kind: str, parts: NDArray[np.int64], records: Records, origin: int = 0
) -> Iterator[pa.RecordBatch]:
    """The records, each to its part, in their order."""
    small = parts.astype(np.min_scalar_type(parts.max(initial=0)))  # up to 16 bits: a radix sort
    order = np.argsort(small, kind="stable")
    sorted_parts = parts[order]
    starts = np.flatnonzero(np.diff(sorted_parts, prepend=-1))
    yield from packed(kind, sorted_parts[starts], starts, records[order], origin)


def packed(
    kind: str,
    parts: NDArray[np.int64],
    starts: NDArray[np.int64],
    values: Values,
    origin: int = 0,
) -> Iterator[pa.RecordBatch]:
    """A packet for each part, of the values from its start to that of the next."""
    bounds = np.append(starts, len(values)) * values.itemsize
    data = pa.py_buffer(np.ascontiguousarray(values))
    first = 0
    while first < len(parts):
        fit = np.searchsorted(bounds, bounds[first] + _MOST_BYTES, side="right") - 1
        end = min(max(int(fit), first + 1), len(parts))
        offsets = (bounds[first : end + 1] - bounds[first]).astype(np.int32)
        body = data.slice(bounds[first], bounds[end] - bounds[first])
        buffers = [None, pa.py_buffer(offsets), body]
        columns = [
            pa.array([kind] * (end - first)),
            pa.array(np.full(end - first, origin)),
            pa.array(parts[first:end]),
            pa.BinaryArray.from_buffers(pa.binary(), end - first, buffers),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=WIRE)
        first = end


def passed(table: pa.Table, kind: str) -> Iterator[pa.RecordBatch]:
    """The packets of a kind as they came, which go on to where they were sent."""
    yield from table.filter(pa.compute.equal(table["kind"], kind)).select(WIRE.names).to_batches()


def opened(table: pa.Table, kind: str, dtype: np.dtype[Any]) -> Iterator[tuple[int, Values]]:
    """The packets of a kind as arrays with their origins, sorted by these."""
    chosen = table.filter(pa.compute.equal(table["kind"], kind)).sort_by("origin")
    origins = chosen["origin"].to_pylist()
    for origin, data in zip(origins, chosen["data"], strict=True):
        yield origin, np.frombuffer(data.as_buffer(), dtype=dtype)
