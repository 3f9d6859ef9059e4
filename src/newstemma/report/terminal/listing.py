"""The stories of a collection, a line each, and what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut, padded, width_of
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint
from newstemma.store import Hit, StoryRow, TextRow
from newstemma.views.beyond import Beyond
from newstemma.views.wording import count

__all__ = ["found", "stories"]

_NARROWEST = 40
_TITLE = 24  # columns at least of a title beside its story's id
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
        counted = f"{row.articles:>8,}  {row.lineages:>7,}  {padded(_days(row), _DATES)}  {row.id}"
        title = one_line(row.title)
        if width_of(counted) + _TITLE <= width:
            yield cut(f"{counted}  {title}", width)
        else:  # an id that is cut is no name
            yield counted
            yield cut(f"          {title}", width)
    if of > len(rows):
        yield paint(f"… and {count(of - len(rows), 'more story', 'more stories')}", Ink.FAINT)


def _days(row: StoryRow) -> str:
    first, last = ((day or "")[:10] for day in (row.first_published, row.last_published))
    return first if first == last else f"{first} - {last}"


def found(hits: Sequence[Hit], texts: Sequence[TextRow], *, width: int, color: bool) -> str:
    """The articles that a search found, each with the words around what matched; `texts` tell of
    each which version of its article it is.
    """
    paint, room = Paint(color), max(width, _NARROWEST)
    return "\n".join(_found(hits, texts, room, paint)) or "No article has all these words."


def _found(
    hits: Sequence[Hit], texts: Sequence[TextRow], width: int, paint: Paint
) -> Iterator[str]:
    beyond = Beyond(texts={one.id: one for one in texts if one.versions > 1})
    for hit in hits:
        mark = beyond.mark(hit.article)
        yield cut(f"{hit.article}  {one_line(hit.title or hit.path)}{mark}", width)
        yield paint(cut("    " + one_line(hit.marked("", "")), width), Ink.FAINT)
