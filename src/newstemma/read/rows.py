"""JSON and JSON Lines -> articles. Rows are untrusted: pydantic checks each."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from io import BufferedReader
from math import isfinite
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictStr, ValidationError
from pydantic_core import from_json

from newstemma.errors import UnreadableArticle
from newstemma.read.decoding import decode
from newstemma.read.options import FIELD_NAMES, ReadOptions
from newstemma.read.reasons import too_large
from newstemma.records import Failure, RawArticle, Stage, TextSource

__all__ = ["is_json", "is_row", "numbered_lines", "read_document", "read_rows"]

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
    """One article as a JSON object has it; what is unusable beside the text is left out."""

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


def is_row(line: bytes) -> bool:
    """Whether a first line makes a file JSON Lines: it is a whole JSON object."""
    if not line.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(from_json(line.removeprefix(BOM_UTF8)), dict)
    except ValueError:
        return False


def is_json(data: bytes) -> bool:
    """Whether a file as a whole is JSON."""
    try:
        from_json(data.removeprefix(BOM_UTF8))
    except ValueError:
        return False
    return True


def read_rows(
    path: str, stream: BufferedReader[Any], options: ReadOptions, first: bytes = b""
) -> Iterator[RawArticle | Failure]:
    """The articles of JSON Lines, one a line; a row's path is `path#ID` or `path#LINE`.

    `first` is a line that was read already. A broken line becomes a failure that names it.
    """
    labels: set[str] = set()
    number = 0
    for number, line in numbered_lines(stream, options.max_article_bytes, first):
        try:
            yield from _read_line(path, number, line, options, labels)
        except UnreadableArticle as error:
            yield _failure(f"{path}#{number}", f"line {number}: {error}")
    if not number:
        raise UnreadableArticle("the file holds no rows; each line should be a JSON object")


def _read_line(
    path: str, number: int, line: bytes | None, options: ReadOptions, labels: set[str]
) -> Iterator[RawArticle | Failure]:
    if line is None:
        raise UnreadableArticle(too_large(options.max_article_bytes))
    decoded = decode(line)
    if decoded.warning:
        yield _failure(f"{path}#{number}", f"line {number}: {decoded.warning}")
    row = _row(_json(decoded.text), options)
    yield _article(_named(path, row.id, number, labels), row)


def read_document(path: str, text: str, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON file: one object (its path is the file's), or an array of them.

    Raises `UnreadableArticle` where it is neither.
    """
    value = _json(text)
    if isinstance(value, dict):
        yield _article(path, _row(value, options))
        return
    if not isinstance(value, list) or not value:
        raise UnreadableArticle("the JSON holds no article; give an object or an array of objects")
    labels: set[str] = set()
    for number, item in enumerate(value, start=1):
        try:
            row = _row(item, options)
            yield _article(_named(path, row.id, number, labels), row)
        except UnreadableArticle as error:
            yield _failure(f"{path}#{number}", f"item {number}: {error}")


def numbered_lines(
    stream: BufferedReader[Any], limit: int, first: bytes
) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers; None for one over the limit."""
    for number, line in enumerate(_lines(stream, limit, first), start=1):
        if number == 1 and line and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnreadableArticle("JSON Lines must be UTF-8 and this is UTF-16; save it as UTF-8")
        if line is None or line.removeprefix(BOM_UTF8).strip():
            yield number, line


def _lines(stream: BufferedReader[Any], limit: int, first: bytes) -> Iterator[bytes | None]:
    """The lines of a stream; None for one over the limit, which is never held as a whole."""
    line = first or stream.readline(limit + 1)
    while line:
        end = line
        while len(end) > limit and not end.endswith(b"\n"):
            end = stream.readline(limit + 1)
        yield line if end is line else None
        line = stream.readline(limit + 1)


def _json(text: str) -> object:
    try:
        return from_json(text)
    except ValueError as error:
        raise UnreadableArticle(f"it is not valid JSON ({error}); correct it") from None


def _row(value: object, options: ReadOptions) -> _Row:
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


def _named(path: str, identifier: str | None, number: int, labels: set[str]) -> str:
    """`path#ID`, or `path#NUMBER` without one; an id that came before gets its number too."""
    label = identifier or str(number)
    if label in labels:
        label = f"{label}#{number}"
    labels.add(label)
    return f"{path}#{label}"


def _article(path: str, row: _Row) -> RawArticle:
    declared = row.model_dump(exclude={"id"})
    return RawArticle(path=path, text_source=TextSource.EXTRACTED, **declared)


def _failure(path: str, reason: str) -> Failure:
    return Failure(path=path, stage=Stage.READ, reason=reason)
