"""The family tree as SVG: a row for each article, later to the right, children below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.report.columns import cut
from newstemma.report.markup import Element, element
from newstemma.report.plain import one_line
from newstemma.views.records import Link, LinkKind, Node, NodeRole, Tree

__all__ = ["NARROW", "WIDE", "Frame", "svg"]

_TOP = 18
_AXIS = 34
_RADIUS = 11
_BESIDE = _RADIUS + 12
_GAP = 16
_HEIGHTS = {"heading": 18, "how": 16, "small": 16}
_LANE = 9
_LANES = 8  # lines beside the tree; the others are told in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How much room the drawing has, in pixels. `lines` are those that a text may take.

    `letter` and `small_letter` are the mean widths of a letter of a heading and of a detail,
    rounded up so that a wide face still fits; `span` is the width of the time axis.
    """

    width: int
    indent: int
    span: int
    lines: int
    letter: float
    small_letter: float


WIDE = Frame(width=960, indent=44, span=280, lines=1, letter=9.3, small_letter=7.8)
"""For a desk and for paper."""
NARROW = Frame(width=345, indent=20, span=0, lines=2, letter=8.4, small_letter=7.0)
"""For a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row with its circle's place and the lines of its label: text and class."""

    node: Node
    x: int
    y: int
    lines: tuple[tuple[str, str], ...]


def svg(tree: Tree, frame: Frame, *, title: str, key: str) -> Element:
    """The drawing; `key` makes its ids unique on the page, `title` names it for a screen reader."""
    links = tree.links[:_LANES]
    left = 18 + _LANE * len(links)
    timed = frame.span > 0 and any(node.place is not None for node in tree.nodes)
    top = _TOP + (_AXIS if timed else 0)
    rows, height = _rows(tree.nodes, _columns(tree.nodes, frame, left, timed), top, frame)
    return element(
        "svg",
        element("title", title, id=f"{key}-title"),
        element("desc", _description(tree), id=f"{key}-desc"),
        _axis(tree, left, frame.span) if timed else None,
        element("g", (_lane(link, lane, rows) for lane, link in enumerate(links)), class_="links"),
        element("g", _branches(rows), class_="branches"),
        (_drawn(row) for row in rows),
        viewBox=f"0 0 {frame.width} {height}",
        width=frame.width,
        height=height,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def _rows(
    nodes: Sequence[Node], xs: Sequence[int], top: int, frame: Frame
) -> tuple[list[_Row], int]:
    """The rows, each as high as its label needs, and the height of all."""
    rows = []
    y = top
    for node, x in zip(nodes, xs, strict=True):
        lines = tuple(_lines(node, frame.width - x - _BESIDE, frame))
        rows.append(_Row(node=node, x=x, y=y, lines=lines))
        y += max(2 * _RADIUS, sum(_HEIGHTS[kind] for _, kind in lines)) + _GAP
    return rows, y


def _lines(node: Node, room: int, frame: Frame) -> Iterator[tuple[str, str]]:
    """The label's lines, cut to `room` pixels."""
    heading = f"Lost: {node.heading}" if node.role is NodeRole.LOST else node.heading
    details = " · ".join(one_line(part) for part in node.details)
    small = max(12, int(room / frame.small_letter))
    for line in _wrapped(heading, max(10, int(room / frame.letter)), frame.lines):
        yield line, "heading"
    for text, kind in ((node.how, "how"), (details, "small")):
        for line in _wrapped(text, small, frame.lines) if text else ():
            yield line, kind


def _wrapped(text: str, letters: int, lines: int) -> Iterator[str]:
    """The text on at most so many lines, cut where it is still too long."""
    rest = one_line(text)
    while lines > 1 and len(rest) > letters and " " in rest[:letters]:
        first = rest[: letters + 1].rsplit(" ", 1)[0]
        yield first
        rest = rest[len(first) :].lstrip()
        lines -= 1
    yield cut(rest, letters)


def _columns(nodes: Sequence[Node], frame: Frame, left: int, timed: bool) -> list[int]:
    """Where each row's circle stands: by time if it is known, and always right of its parent."""
    room = max(1, (frame.span or frame.width // 3) // max(1, *(n.depth for n in nodes), 1))
    step = min(frame.indent, room)
    xs: list[int] = []
    for node in nodes:
        by_time = round((node.place or 0) * frame.span) if timed else 0
        after = xs[node.parent] + step if node.parent is not None else left
        xs.append(max(left + by_time, after))
    return xs


def _description(tree: Tree) -> str:
    """The drawing told row by row, for who cannot see it."""
    return " ".join(
        f"{_spoken(node)}{', ' + node.how if node.how else ''}."
        for node in tree.nodes
        if node.role is not NodeRole.FOLDED
    )


def _spoken(node: Node) -> str:
    if node.article is None:
        return f"Lost witness: {node.heading}"
    report = f", independent report {node.report}" if node.report else ""
    return f"{node.article.siglum}: {node.heading}{report}"


# --- lines ------------------------------------------------------------------------------


def _axis(tree: Tree, left: int, span: int) -> Element:
    """The span of time from the first article to the last; rows show what lies between."""
    right = left + span + 130
    return element(
        "g",
        element("text", tree.first or "", x=left, y=14, class_="small"),
        element("text", tree.last or "", x=right, y=14, class_="small", text_anchor="end"),
        element("path", d=f"M{left} 24H{right}m-6 -4l6 4l-6 4", class_="axis"),
        class_="time",
    )


def _branches(rows: Sequence[_Row]) -> Iterator[Element]:
    for row in rows:
        if row.node.parent is None:
            continue
        parent = rows[row.node.parent]
        end = row.x - _RADIUS - 6
        bend = max(0, min(8, end - parent.x))
        path = f"M{parent.x} {parent.y + _RADIUS}V{row.y - bend}q0 {bend} {bend} {bend}"
        lost = parent.node.role is NodeRole.LOST
        width = 1.2 + 2.4 * _share(row.node.probability)
        yield element(
            "path",
            d=f"{path}H{max(end, parent.x)}",
            class_="branch lost" if lost else "branch",
            stroke_width=f"{width:.1f}",
        )
        yield _tip(row.x - _RADIUS - 1, row.y)


def _tip(x: int, y: int) -> Element:
    return element("path", d=f"M{x} {y}l-8 -4.5v9z", class_="tip")


def _share(probability: float | None) -> float:
    """A probability from one half to one, as a share from 0 to 1."""
    if probability is None or not 0 <= probability <= 1:
        return 0.0
    return max(0.0, 2 * probability - 1)


def _lane(link: Link, lane: int, rows: Sequence[_Row]) -> Element:
    """A line in the margin: out of one row, down or up, into the other."""
    x = 8 + _LANE * lane
    shift = (4, -4, 7, -7)[lane % 4]  # so that lines that meet at a row stay apart
    start, end = rows[link.left], rows[link.right]
    from_y, to_y = start.y + shift, end.y + shift
    step = 6 if to_y > from_y else -6
    path = (
        f"M{start.x - _RADIUS} {from_y}H{x + 6}q-6 0 -6 {step}V{to_y - step}"
        f"q0 {step} 6 {step}H{end.x - _RADIUS}"
    )
    arrow = link.kind is LinkKind.SECOND_PARENT
    tip = _tip(end.x - _RADIUS, to_y) if arrow else None
    return element("g", element("path", d=path, class_=f"link {link.kind}"), tip)


# --- rows -------------------------------------------------------------------------------


def _drawn(row: _Row) -> Element:
    """A row's circle and label; the whole of it is a link if there is an article behind it."""
    node = row.node
    told = one_line(" · ".join((node.heading, *node.details)))
    parts = [element("title", told), *_mark(node, row.x, row.y), *_label(row)]
    if node.article is None:
        return element("g", parts, class_=f"node {node.role}")
    return element("a", parts, class_=f"node {node.role}", href=f"#article-{node.article.siglum}")


def _label(row: _Row) -> Iterator[Element]:
    baseline = row.y - 13
    for text, kind in row.lines:
        baseline += _HEIGHTS[kind]
        yield element("text", text, x=row.x + _BESIDE, y=baseline, class_=kind)


def _mark(node: Node, x: int, y: int) -> Iterator[Element]:
    if node.role is NodeRole.FOLDED:
        for step in (-6, 0, 6):
            yield element("circle", cx=x + step, cy=y, r=2, class_="more")
        return
    yield element("circle", cx=x, cy=y, r=_RADIUS, class_="dot")
    sign = node.article.siglum if node.article else "?"
    yield element("text", sign, x=x, y=y + 4, class_="siglum")
    if node.report:
        yield element("circle", cx=x, cy=y, r=_RADIUS + 4, class_="ring")
