"""A row of fields -> an article, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from newstemma.corpus.options import ReuseOptions
from newstemma.read.reasons import too_large

__all__ = ["Rejected", "Row", "article_row", "sound"]

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article as its file has it: `number` is its line or row, from 1; `rest` what else is
    said of it. `id` is None where the file gives none.
    """

    path: str
    number: int
    id: str | None
    series: str | None
    text: str
    rest: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row, or a whole file, that was not read, or not as it stands."""

    path: str
    number: int | None
    id: str | None
    reason: str


def article_row(
    path: str, number: int, value: Mapping[str, object], options: ReuseOptions
) -> Row | Rejected:
    """The article that a row's fields make up, or why they make up none."""
    id_name, series_name, text_name = (_picked(value, names) for names in options.names)
    text, identifier = value.get(text_name), _named(value.get(id_name))
    if reason := _unusable(text, value, options):
        return Rejected(path=path, number=number, id=identifier, reason=reason)
    return Row(
        path=path,
        number=number,
        id=identifier,
        series=_named(value.get(series_name)),
        text=sound(str(text)),
        rest={
            sound(name): said
            for name, said in value.items()
            if name not in (id_name, series_name, text_name)
        },
    )


def _picked(value: Mapping[str, object], names: tuple[str, ...]) -> str:
    """The first of the names under which there is something, else the first."""
    for name in names:
        if value.get(name) is not None:
            return name
    return names[0]


def _named(value: object) -> str | None:
    """An id or a series as text: a string or a number that says something."""
    if isinstance(value, str):
        return sound(value.strip()) or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not isfinite(value):  # NaN, as pandas writes what is missing
        return None
    return str(value)


def _unusable(text: object, value: Mapping[str, object], options: ReuseOptions) -> str | None:
    if text is None:
        looked, there = ", ".join(options.names.text), ", ".join(map(sound, value)) or "none"
        return f"it has no text (looked for {looked}; it has {there}); use --field text=NAME"
    if not isinstance(text, str):
        return "its text is not a string; use --field text=NAME"
    if not text.strip():
        return "its text is empty; remove it"
    if len(text) > options.max_article_bytes:
        return too_large(options.max_article_bytes, len(text))
    return None


def sound(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, so that it can be written down."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
