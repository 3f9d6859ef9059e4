"""What else the input says of its articles -> typed columns.

A field becomes a column of integers, numbers, truth values or text where all its values are of
that kind, and otherwise one of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
from pydantic_core import to_json

__all__ = ["Kinds", "kinds_of", "merged", "schema", "typed_columns"]

Kinds = dict[str, str]
"""The kind of each field: `bool`, `int`, `float`, `text` or `json`."""

_TYPES = {
    "bool": pa.bool_(),
    "int": pa.int64(),
    "float": pa.float64(),
    "text": pa.large_string(),
    "json": pa.large_string(),
}
_LARGEST = 2**63


def kinds_of(fields: Mapping[str, object]) -> Kinds:
    """The kind of each field of one article that has a value."""
    return {name: _kind(value) for name, value in fields.items() if value is not None}


def merged(before: str | None, kind: str) -> str:
    """The kind that holds values of both.

    >>> merged(None, "int"), merged("int", "float"), merged("int", "text")
    ('int', 'float', 'json')
    """
    if before is None or before == kind:
        return kind
    return "float" if {before, kind} == {"int", "float"} else "json"


def schema(kinds: Kinds, taken: Iterable[str]) -> list[pa.Field]:
    """The columns of the fields, in the order of their names.

    One that has the name of a column of ours is called `input_NAME`.
    """
    used = {*taken}
    named = []
    for name in sorted(kinds):
        column = name
        while column in used:
            column = f"input_{column}"
        used.add(column)
        about = {"description": f"the field {name} of the input, as {kinds[name]}"}
        named.append(pa.field(column, _TYPES[kinds[name]], metadata=about))
    return named


def typed_columns(rows: Sequence[str], kinds: Kinds) -> list[pa.Array]:
    """The columns, in the order of the fields' names, of articles with these fields (JSON)."""
    values = [json.loads(row) for row in rows]
    return [
        pa.array([_cell(row.get(name), kinds[name]) for row in values], _TYPES[kinds[name]])
        for name in sorted(kinds)
    ]


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int" if -_LARGEST <= value < _LARGEST else "json"
    if isinstance(value, float):
        return "float"
    return "text" if isinstance(value, str | bytes) else "json"


def _cell(value: object, kind: str) -> object:
    if value is None or kind in ("bool", "int", "text"):
        return value
    return float(str(value)) if kind == "float" else to_json(value).decode()
