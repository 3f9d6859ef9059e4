"""One article an id, whatever the order of the input.

Where an id comes twice the longest text is kept, and of equally long ones the row with the
smallest hash. An article without an id is called after its text; where several are alike, or an
id of the input has the name, they take the numbers that are free: `ID`, `ID-2`, `ID-3`.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import count, groupby

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from newstemma.corpus.articles import Ints

__all__ = ["MADE_ID", "REJECTED", "distinct", "made_id", "same_id"]

MADE_ID = 12  # characters

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
    ("path", "ascending"),
    ("number", "ascending"),
]


def made_id(text: bytes) -> str:
    """What an article without an id is called; as `report` calls a text."""
    return sha256(text).hexdigest()[:MADE_ID]


def same_id(place: str) -> str:
    """Why a row is left out whose id another one has, which is at this place."""
    return f"its id is that of {place} too, which is kept: the longest text of an id is"


def distinct(found: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The articles sorted by id, without those whose id another has; and those as failures.

    `found` has the columns `id`, `made` (whether the id was made up), `chars`, `hash` (of all that
    the row says), `path` and `number`.
    """
    paths = found["path"].cast(pa.large_string())  # Arrow sorts no dictionaries
    sortable = found.set_column(found.column_names.index("path"), "path", paths)
    found = found.take(pc.sort_indices(sortable, _ORDER)).combine_chunks()
    if found.num_rows < 2:
        return found, REJECTED.empty_table()
    ids, made = found["id"].chunk(0), found["made"].to_numpy()
    again = np.concatenate([[False], pc.equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)])
    doubles = _doubles(found, np.flatnonzero(again & ~made), again)
    kept = _numbered(found, made).filter(pa.array(~again | made))
    return kept.sort_by("id").combine_chunks(), doubles


def _numbered(found: pa.Table, made: Flags) -> pa.Table:
    """The articles with a number behind the ids that were made and are another one's."""
    ids = found["id"].chunk(0)
    taken = _taken(ids, made)
    named: list[str] = []
    for name, alike in groupby(ids.filter(pa.array(made)).to_pylist()):
        free = (one for n in count(1) if (one := _name(name, n)) not in taken)
        named += [one for _, one in zip(alike, free, strict=False)]
    whole = pc.replace_with_mask(ids, pa.array(made), pa.array(named, ids.type))
    return found.set_column(0, "id", whole)


def _taken(ids: pa.Array, made: Flags) -> frozenset[str]:
    """The ids of the input that begin like one that was made."""
    own, declared = ids.filter(pa.array(made)), ids.filter(pa.array(~made))
    alike = pc.is_in(pc.utf8_slice_codeunits(declared, 0, MADE_ID), value_set=own)
    return frozenset(declared.filter(alike).to_pylist())


def _name(made: str, number: int) -> str:
    return made if number == 1 else f"{made}-{number}"


def _doubles(found: pa.Table, doubles: Ints, again: Flags) -> pa.Table:
    """Failures for the rows whose id came before, naming the row that is kept."""
    first = np.maximum.accumulate(np.where(again, 0, np.arange(len(again))))[doubles]
    kept, lost = found.take(pa.array(first)), found.take(pa.array(doubles))
    reasons = [
        same_id(f"{path}#{number}")
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
