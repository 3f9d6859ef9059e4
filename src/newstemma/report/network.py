"""Actors and their relations as SVG: who on the left, to whom on the right, a row a relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.report.anchors import place_id
from newstemma.report.markup import Element, element
from newstemma.report.plain import one_line
from newstemma.report.svg import drawing
from newstemma.report.tree.measure import fitted, wrapped
from newstemma.views.followed_records import RelationShown
from newstemma.views.wording import count

__all__ = ["NARROW", "WIDE", "Sheet", "network", "settled"]

_STEP = 42
_TOP = 26
_SIZE, _LEADING = 12.5, 15
_TIP = 9
_THINNEST, _WIDEST, _MORE = 1.6, 4.6, 1.0  # pixels, and for each further origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How wide the drawing is, and in it the names on each side and the bends of the lines."""

    width: int
    names: int
    bend: int
    suffix: str = ""


WIDE = Sheet(width=960, names=280, bend=90)
"""For a desk and for paper."""
NARROW = Sheet(width=345, names=92, bend=22, suffix="-narrow")
"""For a phone."""


def network(rows: Sequence[RelationShown], sheet: Sheet, *, title: str, key: str) -> Element:
    """The drawing; every relation has a row of its own, so that no two labels meet.

    `title` names it for a screen reader, `key` tells its ids from others'.
    """
    left, right = settled([row.source for row in rows]), settled([row.target for row in rows])
    lowest = max(*left.values(), *right.values(), _TOP + _STEP * (len(rows) - 1))
    height = lowest + _TOP
    ends = [(left[row.source], right[row.target]) for row in rows]
    return drawing(
        (_relation(row, n, *at, sheet) for n, (row, at) in enumerate(zip(rows, ends, strict=True))),
        (_name(one, sheet.names - 10, y, sheet, "end") for one, y in left.items()),
        (_name(one, sheet.width - sheet.names + 10, y, sheet, None) for one, y in right.items()),
        width=sheet.width,
        height=height,
        title=title,
        key=key + sheet.suffix,
    )


def settled(names: Sequence[str]) -> dict[str, float]:
    """Where each name stands: in the middle of its rows, a row at least from the next one.

    >>> settled(["b", "a", "b"])
    {'a': 68.0, 'b': 110.0}
    """
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        rows[name].append(number)
    middle = {name: _TOP + _STEP * sum(at) / len(at) for name, at in rows.items()}
    placed: dict[str, float] = {}
    free = 0.0
    for name in sorted(middle, key=lambda one: (middle[one], one)):
        placed[name] = max(middle[name], free)
        free = placed[name] + _STEP
    return placed


def _name(name: str, x: float, y: float, sheet: Sheet, anchor: str | None) -> Element:
    """A name on two lines at most."""
    lines = list(wrapped(name, _SIZE, sheet.names - 14, lines=2))
    top = y + 4 - _LEADING * (len(lines) - 1) / 2
    parts = (
        element("text", line, x=x, y=top + _LEADING * n, class_="how", text_anchor=anchor)
        for n, line in enumerate(lines)
    )
    return element("g", element("title", one_line(name)), parts)


def _relation(row: RelationShown, number: int, start: float, end: float, sheet: Sheet) -> Element:
    """The line with its words, linked to the first place that says so."""
    y = _TOP + _STEP * number
    parts = [element("title", _told(row)), *_line(row, y, start, end, sheet)]
    parts += _label(row, y, sheet)
    first = row.places[0]
    href = f"#{place_id(first.article, first.span.start)}"
    return element("a", parts, class_=f"edge claimed {_class(row)}", href=href)


def _class(row: RelationShown) -> str:
    if row.is_denied:
        return "denied"
    return "corroborated" if row.is_corroborated else "uncorroborated"


def _told(row: RelationShown) -> str:
    told = f"{row.source} {row.label} {row.target}, as claimed by {row.claimed_by}: {row.support}"
    return one_line(told)


def _line(
    row: RelationShown, y: float, start: float, end: float, sheet: Sheet
) -> Iterator[Element]:
    """From the source through the label's row to the target; the wider, the more origins."""
    left, right, bend = sheet.names, sheet.width - sheet.names, sheet.bend
    path = (
        f"M{left - 4:g} {start:g}C{left + bend / 2:g} {start:g} {left + bend / 2:g} {y:g} "
        f"{left + bend:g} {y:g}H{right - bend:g}C{right - bend / 2:g} {y:g} "
        f"{right - bend / 2:g} {end:g} {right - _TIP:g} {end:g}"
    )
    wide = min(_THINNEST + _MORE * (row.origins - 1), _WIDEST)
    yield element("path", d=path, class_="hit")
    yield element("path", d=path, class_="branch", stroke_width=f"{wide:.1f}")
    yield element("path", d=f"M{right + 4:g} {end:g}l-13 -5v10z", class_="tip")


def _label(row: RelationShown, y: float, sheet: Sheet) -> Iterator[Element]:
    """What the relation is above the line, and how many origins it has below."""
    room = sheet.width - 2 * (sheet.names + sheet.bend)
    for text, base, class_ in (
        (row.label, y - 5, "how"),
        (count(row.origins, "origin"), y + 14, "small"),
    ):
        line = fitted(text, _SIZE, room)
        yield element("text", line, x=sheet.width / 2, y=base, class_=f"{class_} middle")
