"""The signs of a drawing, explained at its foot: those that it uses, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from newstemma.report.markup import Element, element
from newstemma.report.tree.layout import SMALL, Sheet
from newstemma.report.tree.lines import arrow, sample
from newstemma.report.tree.measure import width_of
from newstemma.views.records import Branch, LinkKind, NodeRole
from newstemma.views.wording import count

__all__ = ["legend"]

_TIME, _GENERATIONS = "time, and always right of the parent", "generations"

_Sign = Callable[[float, float], Element] | None
_SIGN = 40  # pixels for a sign
_APART = 18
_LINE = 22
_BRANCHES = {
    Branch.REPRINT: "reprint",
    Branch.EDIT: "edit",
    Branch.REWRITE: "rewrite",
    Branch.DIGEST: "digest",
    Branch.UPDATE: "update",
    Branch.UNKNOWN: "cannot tell which came first",
}
_TIES = {
    LinkKind.SECOND_PARENT: "further parent",
    LinkKind.SHARED_SOURCE: "both quote a third text",
    LinkKind.UNKNOWN: "cannot tell which came first",
}


def legend(drawn: Sheet) -> tuple[Element, float]:
    """The legend below the drawing, in as many lines as it needs, and the height of both."""
    frame, y = drawn.frame, drawn.height + 4
    x = 4.0
    parts: list[Element] = []
    for sign, label in _items(drawn):
        lead = _SIGN if sign else 0
        width = lead + 0.92 * width_of(label, SMALL)
        if x > 4 and x + width > frame.width:
            x, y = 4.0, y + _LINE
        if sign:
            parts.append(sign(x, y))
        text = element("text", label, x=x + lead, y=y + 4.5, class_="small")
        parts.append(text)
        x += width + _APART
    return element("g", parts, class_="legend"), y + _LINE


def _items(drawn: Sheet) -> Iterator[tuple[_Sign, str]]:
    nodes = [row.node for row in drawn.rows]
    roles = {node.role for node in nodes}
    used = {node.branch for node in nodes}
    if NodeRole.ROOT in roles:
        yield partial(_circle, NodeRole.ROOT), "independent report"
    if NodeRole.LOST in roles:
        yield partial(_circle, NodeRole.LOST), "lost: not among these articles"
    for branch, label in _BRANCHES.items():
        if branch in used:
            yield partial(sample, branch), label
    ties = {lane.link.kind for lane in drawn.lanes}
    for kind, label in _TIES.items():
        if kind in ties:
            yield partial(_tie, kind), label
    if any(node.share for node in nodes):
        yield None, "thicker: more word for word"
    yield None, "left to right: " + (_GENERATIONS if drawn.axis is None else _TIME)
    if drawn.untold:
        yield None, f"{count(drawn.untold, 'more tie')} told in words"


def _circle(role: NodeRole, x: float, y: float) -> Element:
    ring = element("circle", cx=x + 18, cy=y, r=10, class_="ring")
    dot = element("circle", cx=x + 18, cy=y, r=6.5, class_="dot")
    root = role is NodeRole.ROOT
    return element("g", dot, ring if root else None, class_=f"node {role}")


def _tie(kind: LinkKind, x: float, y: float) -> Element:
    line = element("path", d=f"M{x:g} {y:g}H{x + 33:g}", class_="link")
    tip = arrow(x + 33, y) if kind is LinkKind.SECOND_PARENT else None
    return element("g", line, tip, class_=f"tie {kind}")
