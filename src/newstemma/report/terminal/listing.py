"""The stories of a collection, a line each, and what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut, padded
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint
from newstemma.store import Hit, StoryRow
from newstemma.views.wording import count

__all__ = ["found", "stories"]

_NARROWEST = 40
_DATES = 23  # columns of "2025-10-14 - 2025-10-15"
_HEAD = f"{'articles':>8}  {'reports':>7}  {padded('published', _DATES)}  story"


def stories(rows: Sequence[StoryRow], *, of: int, width: int, color: bool) -> str:
    """A line for each story: its articles, its independent reports, its days, id and title.

    `of` is how many there are, those that are not listed too.
    """
    paint, room = Paint(color), max(width, _NARROWEST)
    return "\n".join(_lines(rows, of, room, paint))


def _lines(rows: Sequence[StoryRow], of: int, width: int, paint: Paint) -> Iterator[str]:
    if not rows:
        yield "There is no story here."
        return
    yield paint(cut(_HEAD, width), Ink.FAINT)
    for row in rows:
        counted = f"{row.articles:>8,}  {row.lineages:>7,}  {padded(_days(row), _DATES)}  "
        yield cut(f"{counted}{row.id}  {one_line(row.title)}", width)
    if of > len(rows):
        yield paint(f"… and {count(of - len(rows), 'more story', 'more stories')}", Ink.FAINT)


def _days(row: StoryRow) -> str:
    first, last = ((day or "")[:10] for day in (row.first_published, row.last_published))
    return first if first == last else f"{first} - {last}"


def found(hits: Sequence[Hit], *, width: int, color: bool) -> str:
    """The articles that a search found, each with the words around what matched."""
    paint, room = Paint(color), max(width, _NARROWEST)
    return "\n".join(_found(hits, room, paint)) or "No article has all these words."


def _found(hits: Sequence[Hit], width: int, paint: Paint) -> Iterator[str]:
    for hit in hits:
        yield cut(f"{hit.article}  {one_line(hit.title or hit.path)}", width)
        yield paint(cut("    " + one_line(hit.snippet.translate(_UNMARKED)), width), Ink.FAINT)


_UNMARKED = {2: None, 3: None}  # the marks around a match
