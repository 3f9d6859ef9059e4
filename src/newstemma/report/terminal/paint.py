"""Colour for terminals that have it; without, nothing but text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newstemma.report.columns import wrap
from newstemma.report.plain import one_line

__all__ = ["Ink", "Paint", "indented"]


class Ink(StrEnum):
    """What a stretch of text is printed in (ECMA-48 codes)."""

    PLAIN = "0"
    BOLD = "1"
    FAINT = "2"
    NEW = "4;36"
    GONE = "9;31"
    ACCENT = "36"
    MEANING = "31"
    DETAIL = "33"


@dataclass(frozen=True, slots=True)
class Paint:
    """Prints in colour, or does not."""

    color: bool

    def __call__(self, text: str, ink: Ink) -> str:
        if not self.color or ink is Ink.PLAIN or not text:
            return text
        return f"\x1b[{ink}m{text}\x1b[0m"


def indented(text: str, width: int, indent: str = "", *, first: str | None = None) -> Iterator[str]:
    """Text from an article or of ours as lines of at most `width` columns."""
    line = one_line(text)
    lead = indent if first is None else first
    for span in wrap(line, max(width - len(indent), 16)):
        yield lead + span.of(line)
        lead = indent
