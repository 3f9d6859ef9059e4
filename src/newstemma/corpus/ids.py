"""One article an id, whatever the order of the input.

Where an id comes twice the longest text is kept, and of equally long ones the row with the
smallest hash. Articles without an id were called after their texts; equal ones are numbered.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from newstemma.corpus.articles import Ints

__all__ = ["REJECTED", "distinct"]

Flags = NDArray[np.bool_]

REJECTED = pa.schema(
    [
        ("path", pa.large_string()),
        ("number", pa.int64()),
        ("id", pa.large_string()),
        ("reason", pa.large_string()),
    ]
)
_ORDER = [
    ("id", "ascending"),
    ("made", "ascending"),
    ("chars", "descending"),
    ("hash", "ascending"),
]


def distinct(found: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The articles sorted by id, without those whose id another has; and those as failures.

    `found` has the columns `id`, `made` (whether the id was made up), `chars`, `hash` (of all that
    the row says), `path` and `number`.
    """
    found = found.sort_by(_ORDER).combine_chunks()
    if found.num_rows < 2:
        return found, REJECTED.empty_table()
    ids, made = found["id"].chunk(0), found["made"].to_numpy()
    again = np.concatenate([[False], pc.equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)])
    doubles = _doubles(found, np.flatnonzero(again & ~made), again)
    named = _numbered(found, again & made)
    return named.filter(pa.array(~again | made)).combine_chunks(), doubles


def _numbered(found: pa.Table, again: Flags) -> pa.Table:
    """Texts without an id that are alike: `ID`, `ID-2`, `ID-3` and so on."""
    if not again.any():
        return found
    ids = found["id"].to_pylist()
    count = 1
    for place, repeats in enumerate(again.tolist()):
        count = count + 1 if repeats else 1
        if repeats:
            ids[place] += f"-{count}"
    return found.set_column(0, "id", pa.array(ids, pa.large_string()))


def _doubles(found: pa.Table, doubles: Ints, again: Flags) -> pa.Table:
    """Failures for the rows whose id came before, naming the row that is kept."""
    first = np.maximum.accumulate(np.where(again, 0, np.arange(len(again))))[doubles]
    kept, lost = found.take(pa.array(first)), found.take(pa.array(doubles))
    reasons = [
        f"its id is that of {path}#{number} too, which is kept: the longest text of an id is"
        for path, number in zip(kept["path"].to_pylist(), kept["number"].to_pylist(), strict=True)
    ]
    return pa.table(
        [
            lost["path"].cast(pa.large_string()),
            lost["number"],
            lost["id"],
            pa.array(reasons, pa.large_string()),
        ],
        schema=REJECTED,
    )
