"""The drawing of a tree: panels, axis, lines, articles, legend."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newstemma.report.anchors import article_id, fold_id
from newstemma.report.markup import Element, element
from newstemma.report.plain import one_line
from newstemma.report.svg import drawing
from newstemma.report.tree.layout import RADIUS, SMALL, Frame, Label, Panel, Row, Sheet, sheet
from newstemma.report.tree.legend import legend
from newstemma.report.tree.lines import branches, lane, trunks
from newstemma.report.tree.measure import is_right_to_left, width_of
from newstemma.views.records import Axis, NodeRole, Tree

__all__ = ["svg"]


def svg(
    tree: Tree,
    frame: Frame,
    *,
    title: str,
    key: str,
    anchors: Collection[str] = (),
    style: str = "",
) -> Element:
    """The drawing; `title` names it for a screen reader, `key` tells its ids from others'.

    It links to those places of the page that are among `anchors`. A drawing that stands on no
    page brings its `style` sheet with it.
    """
    drawn = sheet(tree, frame)
    foot, height = legend(drawn)
    return drawing(
        _own(style) if style else None,
        map(_panel, drawn.panels),
        _axis(drawn, drawn.axis) if drawn.axis else _generations(drawn),
        element("g", (lane(one, n, drawn.rows, anchors) for n, one in enumerate(drawn.lanes))),
        element("g", trunks(drawn.rows)),
        element("g", branches(drawn.rows, anchors)),
        (_row(row, n, key, anchors) for n, row in enumerate(drawn.rows)),
        foot,
        width=frame.width,
        height=height,
        title=title,
        key=key + frame.suffix,
    )


def _own(style: str) -> Iterator[Element]:
    yield element("style", style)
    yield element("rect", width="100%", height="100%", class_="sheet")


# --- the ground ---------------------------------------------------------------------------


def _panel(one: Panel) -> Element:
    box = {"x": one.x, "y": one.y, "width": one.width, "height": one.height, "rx": 8}
    head = element("text", one.heading, x=one.x + 14, y=one.y + 20, class_="report")
    return element("g", element("rect", **box, class_="panel"), head if one.heading else None)


def _axis(drawn: Sheet, axis: Axis) -> Element:
    """Time, with its marks drawn through all panels."""
    start, span = drawn.start, drawn.end - drawn.start
    arrow = f"M{start - 12:g} 28H{drawn.end + 26:g}l-5 -3.5m5 3.5l-5 3.5"
    parts = [element("path", d=arrow, class_="axis")]
    for tick in axis.ticks:
        x = start + tick.place * span
        middle = max(x, width_of(tick.label, SMALL) / 2)
        parts.append(element("path", d=_through(x, drawn.panels), class_="tick"))
        parts.append(element("text", tick.label, x=middle, y=16, class_="small date"))
    if axis.broken is not None:
        x = start + axis.broken * span
        parts.append(element("path", d=f"M{x - 5:g} 33l5 -10m2 10l5 -10", class_="axis"))
        parts.append(element("text", "later", x=x, y=16, class_="small date"))
    return element("g", parts, class_="time")


def _through(x: float, panels: Sequence[Panel]) -> str:
    """A mark of the axis through all panels, below their headings."""
    tops = (one.y + (30 if one.heading else 0) for one in panels)
    lines = (f"M{x:g} {top:g}V{p.y + p.height:g}" for top, p in zip(tops, panels, strict=True))
    return f"M{x:g} 24V32" + "".join(lines)


def _generations(drawn: Sheet) -> Element | None:
    """That left to right is no time, where there is anything to the right."""
    if not any(row.node.parent is not None for row in drawn.rows):
        return None
    return element(
        "g",
        element("text", "Generations", x=4, y=22, class_="small"),
        element("path", d="M84 18H116l-5 -3.5m5 3.5l-5 3.5", class_="axis"),
        class_="time",
    )


# --- the articles -------------------------------------------------------------------------


def _row(row: Row, number: int, key: str, anchors: Collection[str]) -> Element:
    """A row's circle and label, linked to the article, or to the list of those that share it."""
    node = row.node
    told = one_line(" · ".join((node.heading, node.how, *node.details)))
    parts = [element("title", told), _leader(row), *_mark(row), *map(_label, row.labels)]
    target = article_id(node.article) if node.article else fold_id(key, number)
    class_ = f"node {node.role}" + (f" made-{node.branch}" if node.branch else "")
    if target in anchors:
        return element("a", parts, class_=class_, href=f"#{target}")
    return element("g", parts, class_=class_)


def _leader(row: Row) -> Element | None:
    """From a circle to its label, where that is far."""
    start, end = row.x + RADIUS + 8, row.labels[0].x - 8
    if end - start < 24:
        return None
    return element("path", d=f"M{start:g} {row.y:g}H{end:g}", class_="leader")


def _label(one: Label) -> Element:
    turned = one.kind == "heading" and is_right_to_left(one.text)
    return element(
        "text",
        one.text,
        x=one.x,
        y=one.y,
        class_=one.kind,
        direction="rtl" if turned else None,
        text_anchor="end" if turned else None,
    )


def _mark(row: Row) -> Iterator[Element]:
    x, y = row.x, row.y
    if row.node.role is NodeRole.FOLDED:
        box = {"x": x - RADIUS, "y": y - 8, "width": 2 * RADIUS, "height": 16, "rx": 8}
        yield element("rect", **box, class_="dot")
        yield from (element("circle", cx=x + n, cy=y, r=1.6, class_="more") for n in (-5, 0, 5))
        return
    yield element("circle", cx=x, cy=y, r=RADIUS, class_="dot")
    sign = row.node.article.siglum if row.node.article else "?"
    size = "siglum" if len(sign) < 3 else "siglum long"
    yield element("text", sign, x=x, y=y + 4, class_=size)
    if row.node.report:
        yield element("circle", cx=x, cy=y, r=RADIUS + 4, class_="ring")
