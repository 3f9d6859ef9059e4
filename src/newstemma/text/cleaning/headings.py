"""Headings inside a report, and other short lines between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstemma.records import FurnitureKind
from newstemma.text.cleaning.credits import is_source_of_figures
from newstemma.text.cleaning.head import Kinds
from newstemma.text.cleaning.lines import BULLETS, Line
from newstemma.text.cleaning.outlets import is_agency

__all__ = ["mark_headings", "mark_questions"]

_TORN_BULLET = re.compile(rf"(?:^|\s)[{BULLETS}—]$")

_PART_WORDS = 3
_HEADING_WORDS = 8
_TITLE_CASE_HEADING_WORDS = 14
# Questions that only move a report along stand in ones and twos, before a line of an answer.
_QUESTION_WORDS = 10
_FEWEST_QUESTIONS = 3
_ANSWER_WORDS = 25
_TO_SOMEBODY = re.compile(r"\b(?:you|your|vous|votre|usted|você)\b", re.IGNORECASE)
_OVER_REPORT = frozenset({FurnitureKind.HEADLINE, FurnitureKind.TAGS})


def mark_headings(lines: Sequence[Line], kinds: Kinds, numbers: range) -> None:
    """Marks short lines between two paragraphs that are no part of a list and no torn sentence.

    `numbers` are the lines between the report's first and last. There a date heads a part, and
    a bare agency, or a source that is no outlet, belongs to a picture or a chart.
    """
    headings = [n for n in numbers if kinds[n] is None and _is_heading(lines, kinds, n)]
    for n in headings:
        kinds[n] = FurnitureKind.SECTION
    for n in numbers:
        if kinds[n] is FurnitureKind.DATE and lines[n].words <= _PART_WORDS:
            kinds[n] = FurnitureKind.SECTION
        elif kinds[n] is FurnitureKind.CREDIT and _is_of_picture(lines[n]):
            kinds[n] = FurnitureKind.CAPTION


def mark_questions(
    lines: Sequence[Line], kinds: Kinds, *, headline: int | None, opening: int
) -> int:
    """Marks the questions that head the parts of a report, and gives its first line after that.

    They are told by their number: one or two may be the report's own. The first may stand right
    under the `headline`, over or at the `opening`. In an interview they are asked of somebody.
    """
    start = 0 if headline is None else headline + 1
    free = [n for n in range(start, len(lines)) if n >= opening or kinds[n] in _OVER_REPORT]
    free = [n for n in free if n < opening or kinds[n] is None]
    asking = [n for n, after in pairwise(free) if _asks(lines[n]) and _answers(lines[after])]
    asked = [n for n in asking if _TO_SOMEBODY.search(lines[n].plain)]
    if len(asking) >= _FEWEST_QUESTIONS and 2 * len(asked) < len(asking):
        for n in asking:
            kinds[n] = FurnitureKind.SECTION
    return next(n for n in free if n >= opening and kinds[n] is None)


def _asks(line: Line) -> bool:
    """A short question, neither quoted nor put into the mouth of a speaker ("VALE: Why?")."""
    short = line.words <= _QUESTION_WORDS and ": " not in line.plain
    first, last = line.plain[0], line.plain[-1]
    return short and last in "?？؟" and (first == "¿" or (first.isalnum() and not first.islower()))


def _answers(line: Line) -> bool:
    return line.words >= _ANSWER_WORDS


def _is_of_picture(line: Line) -> bool:
    return is_agency(line.plain) or is_source_of_figures(line)


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
