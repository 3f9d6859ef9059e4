"""Text on a grid of terminal columns: how wide it is, where to cut it, how to wrap it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newstemma.records import Span

__all__ = ["cut", "padded", "width_of", "wrap"]

_WORD = re.compile(r"\S+")


def width_of(text: str) -> int:
    """The columns that `text` takes: wide characters two, combining marks none.

    >>> width_of("tree"), width_of("木"), width_of("e" + chr(0x301))
    (4, 2, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """As much of `text` as fits, with a sign that there is more.

    >>> cut("family tree", 7)
    'family…'
    """
    if width_of(text) <= width:
        return text
    return text[: _fitting(text, 0, len(text), width - 1)].rstrip() + "…"


def padded(text: str, width: int) -> str:
    """`text` filled up with spaces."""
    return text + " " * (width - width_of(text))


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Where to cut `text[start:end]` so that it fits; at least one character is kept."""
    room = width
    for position in range(start, end):
        room -= _columns(text[position])
        if room < 0:
            return max(position, start + 1)
    return end


def wrap(text: str, width: int) -> Iterator[Span]:
    """The lines of `text`, each at most `width` columns, broken between words where possible.

    >>> [span.of("a family tree") for span in wrap("a family tree", 8)]
    ['a family', 'tree']
    """
    line: Span | None = None
    for word in _WORD.finditer(text):
        if line and width_of(text[line.start : word.end()]) <= width:
            line = Span(line.start, word.end())
            continue
        if line:
            yield line
        start = word.start()
        while width_of(text[start : word.end()]) > width:
            end = _fitting(text, start, word.end(), width)
            yield Span(start, end)
            start = end
        line = Span(start, word.end()) if start < word.end() else None
    if line:
        yield line
