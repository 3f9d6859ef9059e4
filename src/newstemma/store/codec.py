"""Records <-> JSON, for every record alike: what goes in comes out equal.

A field that holds its default is left out, so that a record from before the field reads the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

__all__ = [
    "Undecodable",
    "as_json",
    "decoded",
    "encoded",
    "fields_of",
    "of_json",
    "packed",
    "record_of",
    "unpacked",
]

_Record = TypeVar("_Record")


class Undecodable(Exception):
    """A record that this version cannot read."""


_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def fields_of(record: object) -> dict[str, Any]:
    """The fields of a record as plain values."""
    adapter = _adapter(type(record))
    fields: dict[str, Any] = adapter.dump_python(record, mode="json", exclude_defaults=True)
    return fields


def record_of(kind: type[_Record], fields: Mapping[str, Any]) -> _Record:
    """The record of a kind from its fields, each a plain value or a record already.

    Raises `Undecodable` where they make none.
    """
    try:
        record: _Record = _adapter(kind).validate_python(fields)
    except ValueError as error:
        raise Undecodable(f"{kind.__name__}: {error}") from error
    return record


def encoded(record: object) -> str:
    """A record as JSON."""
    return as_json(fields_of(record))


def decoded(kind: type[_Record], text: str) -> _Record:
    """The record of a kind from its JSON; raises `Undecodable` where it is none."""
    return record_of(kind, of_json(text))


def as_json(plain: object) -> str:
    """Plain values as JSON, which has no infinite numbers: they become text.

    Raises `ValueError` for half a surrogate pair.
    """
    return to_json(plain, inf_nan_mode="strings").decode()


def of_json(text: str | bytes) -> Any:
    """Plain values from JSON; raises `Undecodable` where it is none."""
    try:
        return from_json(text)
    except ValueError as error:
        raise Undecodable(str(error)) from error


def packed(plain: object) -> bytes:
    """Plain values as compressed JSON, a quarter of the size."""
    return zlib.compress(as_json(plain).encode())


def unpacked(contents: bytes) -> Any:
    """Plain values from compressed JSON; raises `Undecodable` where it is none."""
    try:
        return of_json(zlib.decompress(contents))
    except zlib.error as error:
        raise Undecodable(str(error)) from error
