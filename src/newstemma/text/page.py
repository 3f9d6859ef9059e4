"""What the place of a line on the page says about it: over, between or under the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.records import FurnitureKind
from newstemma.text.head import Kinds, find_opening, is_glued, joined_words, mark_head
from newstemma.text.lines import Line, read_lines
from newstemma.text.outlets import is_agency
from newstemma.text.phrases import kind_by_words

__all__ = ["Page", "read_page"]

_TORN_BULLET = re.compile(r"(?:^|\s)[-–—•*▪◦‣●]$")

_KICKER_WORDS = 3
_HEADING_WORDS = 8
_TITLE_CASE_HEADING_WORDS = 14
_SHOUTED_WORDS = 5
# Under these the rest of the foot is links to other pages.
_OPENS_FOOT = frozenset(
    {
        FurnitureKind.RELATED,
        FurnitureKind.FOLLOW,
        FurnitureKind.SOURCE_LINK,
        FurnitureKind.LEGAL,
        FurnitureKind.TAGS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of an article, each with its kind where the whole line is furniture.

    `lines[opening:closing]` runs from the first line of the report to its last; `title` is the
    index of the title's line.
    """

    lines: tuple[Line, ...]
    kinds: tuple[FurnitureKind | None, ...]
    title: int | None
    opening: int
    closing: int


def read_page(text: str, *, title: str | None = None) -> Page:
    """The page of `text`; `title` is the one that its container declared, if any.

    Where no line reads like a report (a list, a menu, a verse), position says nothing and only
    what a line's own words show is marked.
    """
    lines = read_lines(text)
    kinds = [kind_by_words(line) for line in lines]
    prose = [n for n, line in enumerate(lines) if line.is_prose and kinds[n] is None]
    if not prose:
        return Page(lines=lines, kinds=tuple(kinds), title=None, opening=0, closing=len(lines))
    joined = joined_words(text)
    opening = find_opening(lines, kinds, title)
    headline = mark_head(lines, kinds, opening, joined, title)
    closing = _closing(lines, kinds, opening)
    _mark_foot(lines, kinds, closing, joined)
    _mark_related(lines, kinds, opening)
    _mark_headings(lines, kinds, range(opening + 1, closing - 1))
    return Page(lines=lines, kinds=tuple(kinds), title=headline, opening=opening, closing=closing)


def _closing(lines: Sequence[Line], kinds: Kinds, opening: int) -> int:
    """The index after the last line that is no furniture and no label."""
    numbers = range(len(lines) - 1, opening, -1)
    return next((n + 1 for n in numbers if kinds[n] is None and not lines[n].is_label), opening + 1)


def _mark_foot(
    lines: Sequence[Line], kinds: Kinds, closing: int, joined: Mapping[str, int]
) -> None:
    in_foot = False
    for n in range(closing, len(lines)):
        in_foot = in_foot or kinds[n] in _OPENS_FOOT
        if kinds[n] is None and is_glued(lines[n], joined):
            kinds[n] = FurnitureKind.TAGS
        elif kinds[n] is None and in_foot:
            kinds[n] = FurnitureKind.RELATED


def _mark_related(lines: Sequence[Line], kinds: Kinds, opening: int) -> None:
    """The labels under a heading such as "Related Posts", and links in capitals."""
    under = False
    for n in range(opening + 1, len(lines)):
        line = lines[n]
        if kinds[n] is FurnitureKind.RELATED:
            under = line.words <= _HEADING_WORDS and ": " not in line.plain
        elif kinds[n] is None and line.is_label and (under or _is_shouted(line)):
            kinds[n] = FurnitureKind.RELATED
        elif kinds[n] is None:
            under = False


def _is_shouted(line: Line) -> bool:
    return line.words >= _SHOUTED_WORDS and line.plain.isupper() and not line.ends_sentence


def _mark_headings(lines: Sequence[Line], kinds: Kinds, numbers: range) -> None:
    """A short line between two paragraphs, no part of a list and no torn sentence."""
    headings = [n for n in numbers if kinds[n] is None and _is_heading(lines, kinds, n)]
    for n in headings:
        kinds[n] = FurnitureKind.SECTION
    for n in numbers:
        if kinds[n] is FurnitureKind.DATE and lines[n].words <= _KICKER_WORDS:
            kinds[n] = FurnitureKind.SECTION  # it heads a part of the report
        elif kinds[n] is FurnitureKind.CREDIT and is_agency(lines[n].plain):
            kinds[n] = FurnitureKind.CAPTION  # a picture's, with nothing that says "source"


def _is_heading(lines: Sequence[Line], kinds: Kinds, n: int) -> bool:
    line = lines[n]
    if line.plain[0].islower() or not (line.plain[0].isalnum() or line.plain[0] in "\"'¿¡"):
        return False
    if line.plain.endswith(":"):
        return line.words <= _TITLE_CASE_HEADING_WORDS and _follows_bullet(lines, kinds, n)
    most = _TITLE_CASE_HEADING_WORDS if line.is_title_case else _HEADING_WORDS
    if line.words > most or not line.is_label or line.ends_sentence or line.plain[-1] in "?!":
        return False
    before = next(_neighbours(lines, kinds, range(n - 1, -1, -1)), None)
    after = next(_neighbours(lines, kinds, range(n + 1, len(lines))), None)
    if before is None or after is None or after.plain[0].islower():
        return False
    closed = before.ends_sentence or bool(_TORN_BULLET.search(before.plain[-2:]))
    return closed and not (after.is_label and not after.is_prose)


def _follows_bullet(lines: Sequence[Line], kinds: Kinds, n: int) -> bool:
    return kinds[n - 1] is FurnitureKind.BULLET or bool(
        _TORN_BULLET.search(lines[n - 1].plain[-2:])
    )


def _neighbours(lines: Sequence[Line], kinds: Kinds, numbers: range) -> Iterator[Line]:
    return (lines[n] for n in numbers if kinds[n] is None)
