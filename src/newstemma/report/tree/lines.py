"""The lines of a tree: what an article hangs on, and ties beside the tree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newstemma.report.anchors import why_id
from newstemma.report.markup import Element, element
from newstemma.report.tree.layout import RADIUS, Lane, Row
from newstemma.views.records import Branch, LinkKind, Name, NodeRole
from newstemma.views.wording import percent

__all__ = ["arrow", "branches", "lane", "sample", "trunks"]

_THINNEST, _WIDEST = 1.6, 5.2
_TIP = 8
_FAR = 40  # that a sign has room on the line
_TIES = {
    LinkKind.SECOND_PARENT: "a further parent of",
    LinkKind.SHARED_SOURCE: "quotes the same third text as",
    LinkKind.UNKNOWN: "before or after, it cannot be told:",
}


def trunks(rows: Sequence[Row]) -> Iterator[Element]:
    """From each parent down to the last of its children."""
    last: dict[int, Row] = {}
    for row in rows:
        if row.node.parent is not None:
            last[row.node.parent] = row
    for parent, row in last.items():
        above = rows[parent]
        lost = " lost" if above.node.role is NodeRole.LOST else ""
        path = f"M{above.x:g} {above.y + RADIUS:g}V{row.y:g}"
        yield element("path", d=path, class_=f"trunk{lost}")


def branches(rows: Sequence[Row], anchors: Collection[str]) -> Iterator[Element]:
    """From the trunks to the children; each leads to its evidence where the page has it."""
    for row in rows:
        if row.node.parent is None:
            continue
        above = rows[row.node.parent]
        parts = [element("title", _told(row, above)), *_branch(row, above)]
        yield _linked(
            parts,
            f"edge {row.node.branch or 'several'}",
            above.node.article,
            row.node.article,
            anchors,
        )


def _told(row: Row, above: Row) -> str:
    """The line in words, for a pointer that rests on it and for who cannot see it."""
    node = row.node
    if node.article is None:
        return node.heading
    if node.branch is Branch.LOST:
        return f"{node.article.siglum} goes back to {above.node.heading}"
    sure = f" ({percent(node.share)} of its words run on as there)" if node.share else ""
    return f"{node.article.siglum}: {node.how}{sure}"


def _branch(row: Row, above: Row) -> Iterator[Element]:
    branch = row.node.branch
    directed = branch is not Branch.UNKNOWN
    end = max(row.x - RADIUS - (_TIP if directed else 2), above.x + 2)
    path = f"M{above.x:g} {row.y:g}H{end:g}"
    yield element("path", d=path, class_="hit")
    yield from _stroke(path, branch, row.node.share)
    if directed:
        yield arrow(row.x - RADIUS - 1, row.y)
    elif row.x - above.x > _FAR:
        middle = (above.x + row.x) / 2
        yield element("text", "?", x=middle, y=row.y - 4, class_="query")


def _stroke(path: str, branch: Branch | None, share: float | None) -> Iterator[Element]:
    """The line, the wider the more was taken over; an update's is a double one."""
    wide = _THINNEST + (_WIDEST - _THINNEST) * min(1.0, max(0.0, share or 0.0))
    if branch is Branch.UPDATE:
        yield element("path", d=path, class_="branch", stroke_width=f"{max(wide, 4.2):.1f}")
        yield element("path", d=path, class_="hollow", stroke_width=f"{max(wide, 4.2) - 2.8:.1f}")
    else:
        yield element("path", d=path, class_="branch", stroke_width=f"{wide:.1f}")


def arrow(x: float, y: float) -> Element:
    """The head of an arrow that points right, with its tip there."""
    return element("path", d=f"M{x:g} {y:g}l-9 -5v10z", class_="tip")


def sample(branch: Branch, x: float, y: float) -> Element:
    """A short piece of such a line for a legend, from `x` on."""
    strokes = _stroke(f"M{x:g} {y:g}H{x + 24:g}", branch, 0.35)
    tip = None if branch is Branch.UNKNOWN else arrow(x + 33, y)
    return element("g", strokes, tip, class_=f"edge {branch}")


def lane(one: Lane, number: int, rows: Sequence[Row], anchors: Collection[str]) -> Element:
    """A line in the margin: out of one row, down or up, into the other."""
    shift = (4, -4, 7, -7)[number % 4]  # so that lines that meet at a row stay apart
    start, end = rows[one.link.left], rows[one.link.right]
    from_y, to_y = start.y + shift, end.y + shift
    step = 6 if to_y > from_y else -6
    directed = one.link.kind is LinkKind.SECOND_PARENT
    until = end.x - _reach(end) - (_TIP if directed else 0)
    path = (
        f"M{start.x - _reach(start):g} {from_y:g}H{one.x + 6:g}q-6 0 -6 {step}V{to_y - step:g}"
        f"q0 {step} 6 {step}H{until:g}"
    )
    left, right = start.node.article, end.node.article
    told = f"{left.siglum}: {_TIES[one.link.kind]} {right.siglum}" if left and right else ""
    tip = arrow(end.x - _reach(end), to_y) if directed else None
    parts = [element("title", told), element("path", d=path, class_="link"), tip]
    return _linked(parts, f"tie {one.link.kind}", left, right, anchors)


def _reach(row: Row) -> int:
    """From the middle of a row's sign to its rim."""
    return RADIUS + (5 if row.node.report else 0)


def _linked(
    parts: Sequence[Element | None],
    class_: str,
    left: Name | None,
    right: Name | None,
    anchors: Collection[str],
) -> Element:
    """The parts, as a link to why the two are tied if the page says so."""
    if left is not None and right is not None:
        for place in (why_id(right, left), why_id(left, right)):
            if place in anchors:
                return element("a", parts, class_=class_, href=f"#{place}")
    return element("g", parts, class_=class_)
