"""A row of a file -> an article. Rows are untrusted: pydantic checks each."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictStr, ValidationError

from newstemma.errors import UnreadableArticle
from newstemma.read.options import FIELD_NAMES, ReadOptions
from newstemma.records import RawArticle, TextSource

__all__ = ["named", "row_article"]

_LONGEST = 500


def _plain(value: object) -> str | None:
    """A name, a number, an object with a name, or a list of those, as one line."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value))) or None
    if isinstance(value, Mapping):
        return _plain(value.get("name"))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and not isfinite(value):  # NaN, as pandas writes what is missing
        return None
    return " ".join(str(value).split())[:_LONGEST] or None


_Line = Annotated[str | None, BeforeValidator(_plain)]


class _Row(BaseModel):
    """One article as a row has it; what is unusable beside the text is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: _Line = None
    text: StrictStr
    title: _Line = None
    byline: _Line = None
    publisher: _Line = None
    credit: _Line = None
    published: _Line = None
    url: _Line = None
    language: _Line = None


def row_article(
    path: str, number: int | None, value: object, options: ReadOptions, labels: set[str]
) -> RawArticle:
    """The article of a row: `path#ID`, or `path#NUMBER` without an id; `path` without a number.

    `labels` are those of the rows before it in the file; its own is added.
    Raises `UnreadableArticle` where the row is no object or has no text.
    """
    row = _checked(value, options)
    declared = row.model_dump(exclude={"id"})
    place = path if number is None else named(path, row.id, number, labels)
    return RawArticle(path=place, text_source=TextSource.EXTRACTED, **declared)


def named(path: str, identifier: str | None, number: int, labels: set[str]) -> str:
    """`path#ID`, or `path#NUMBER` without one; an id that came before gets its number too."""
    label = identifier or str(number)
    if label in labels:
        label = f"{label}#{number}"
    labels.add(label)
    return f"{path}#{label}"


def _checked(value: object, options: ReadOptions) -> _Row:
    if not isinstance(value, dict):
        raise UnreadableArticle("it is no JSON object; write one object for each article")
    fields = {field: _picked(value, options.names_in_json(field)) for field in FIELD_NAMES}
    if fields["text"] is None:
        names = ", ".join(options.names_in_json("text"))
        raise UnreadableArticle(f"it has no text (looked for {names}); use --field text=NAME")
    try:
        row = _Row.model_validate(fields)
    except ValidationError:
        raise UnreadableArticle("its text is not a string; use --field text=NAME") from None
    if not row.text.strip():
        raise UnreadableArticle("its text is empty; remove it")
    return row


def _picked(value: Mapping[str, Any], names: tuple[str, ...]) -> object:
    return next((value[name] for name in names if value.get(name) is not None), None)
