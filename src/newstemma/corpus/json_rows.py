"""JSON Lines -> rows, one by one; a broken line costs no other."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any

from pydantic_core import from_json

from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.rows import Rejected, Row, article_row, sound
from newstemma.errors import UnreadableArticle
from newstemma.read.decoding import decode
from newstemma.read.reasons import too_large
from newstemma.read.rows import numbered_lines

__all__ = ["json_row", "json_rows"]


def json_rows(
    path: str, stream: BufferedReader[Any], options: ReuseOptions, first: bytes
) -> Iterator[Row | Rejected]:
    number = 0
    for number, line in numbered_lines(stream, options.max_article_bytes, first):
        yield from json_row(path, number, line, options)
    if not number:
        raise UnreadableArticle("the file holds no rows; each line should be a JSON object")


def json_row(
    path: str, number: int, line: bytes | None, options: ReuseOptions
) -> Iterator[Row | Rejected]:
    """What one line holds: an article, or why there is none, or a warning and an article."""
    try:
        value, warning = _value(line, options.max_article_bytes)
    except UnreadableArticle as error:
        yield Rejected(path=path, number=number, id=None, reason=str(error))
        return
    if warning:
        yield Rejected(path=path, number=number, id=None, reason=warning)
    yield article_row(path, number, value, options)


def _value(line: bytes | None, limit: int) -> tuple[Mapping[str, object], str | None]:
    """A line's JSON object, with a warning where it is not quite what was written."""
    if line is None:
        raise UnreadableArticle(too_large(limit))
    warning, line = None, line.removeprefix(BOM_UTF8).strip()
    try:
        value = from_json(line)
    except ValueError:
        decoded = decode(line)
        value, warning = _patient(decoded.text), decoded.warning
    if not isinstance(value, dict):
        raise UnreadableArticle("it is no JSON object; write one object for each article")
    return value, warning


def _patient(text: str) -> object:
    """Reads JSON with halves of surrogate pairs too, which become U+FFFD."""
    try:
        if "\\u" in text:  # Python's own reader lets them pass
            text = sound(json.dumps(json.loads(text), ensure_ascii=False))
        return from_json(text)
    except (ValueError, RecursionError) as error:
        reason = str(error).replace("at line 1 column", "at column")
        raise UnreadableArticle(f"it is not valid JSON ({reason}); correct it") from None
