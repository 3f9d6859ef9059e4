"""Page furniture: whole lines by what they say and where they stand, and pieces of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstemma.records import Furniture, FurnitureKind
from newstemma.text.cleaning.datelines import Dateline
from newstemma.text.cleaning.lines import BULLETS, Line
from newstemma.text.cleaning.page import Page

__all__ = ["furniture"]

_ADVERTISEMENT = re.compile(r"-{2,3} ?ADVERTISEMENT ?-{2,3}")
_TORN_BULLET = re.compile(rf"[^\w\s,;] {{1,3}}([{BULLETS}])$")
_SIGNED = re.compile(r"\((?:Additional )?[Rr]eporting by [^()]{3,350}\)\.?$")
_LONGEST_TAIL = 400


def furniture(page: Page) -> tuple[Furniture, ...]:
    """The furniture of `page`, sorted and without overlaps."""
    found = []
    for line, kind, dateline in zip(page.lines, page.kinds, page.datelines, strict=True):
        if kind is not None:
            found.append(Furniture(span=line.span, kind=kind))
        else:
            found.extend(_pieces(line, dateline))
    return tuple(found)


def _pieces(line: Line, dateline: Dateline | None) -> Iterator[Furniture]:
    """The furniture inside a line of the report, in order."""
    if dateline:
        yield Furniture(span=line.cut(0, len(dateline.span)), kind=FurnitureKind.DATELINE)
    for match in _ADVERTISEMENT.finditer(line.plain):
        yield Furniture(span=line.cut(*match.span()), kind=FurnitureKind.FOLLOW)
    tail = max(len(line.plain) - _LONGEST_TAIL, 0)
    if bullet := _TORN_BULLET.search(line.plain, tail):
        yield Furniture(span=line.cut(*bullet.span(1)), kind=FurnitureKind.BULLET)
    elif signature := _SIGNED.search(line.plain, tail):
        yield Furniture(span=line.cut(*signature.span()), kind=FurnitureKind.BYLINE)
