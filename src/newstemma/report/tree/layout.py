"""Where everything in the drawing of a tree stands, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.report.plain import one_line
from newstemma.report.tree.measure import is_right_to_left, wrapped
from newstemma.views.records import Axis, Band, Link, Node, NodeRole, Tree

__all__ = [
    "HEADING",
    "NARROW",
    "RADIUS",
    "SMALL",
    "WIDE",
    "Frame",
    "Label",
    "Lane",
    "Panel",
    "Row",
    "Sheet",
    "sheet",
]

RADIUS = 11
"""Of the circle of an article."""
HEADING, SMALL = 16.0, 12.5
"""The sizes of the letters, as the style sheet has them."""

_LANE = 9
_EDGE = 26  # from the side of a panel to the first circle
_BESIDE = RADIUS + 11
_HEAD = 40  # what the axis takes
_PANEL_HEAD, _PANEL_FOOT, _BETWEEN = 42, 6, 12
_GAP = 15
_LEADING = 1.3
_LEFT_TO_RIGHT = "\u200e"
_FACES = {"heading": 0.9, "how": 1.0, "small": 1.0}  # letters of the serif face are narrower


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How much room a drawing has, in pixels.

    `time` is what the axis of time takes, none where it is 0; `indent` what a generation takes,
    at most `deepest` in all. A text may take `heading_lines` or `small_lines`; `lanes` are the
    lines beside the tree, and further ones are told in words. `suffix` tells the ids of this
    drawing from those of another of the same tree.
    """

    width: int
    time: int
    indent: int
    deepest: int
    heading_lines: int
    small_lines: int
    lanes: int
    suffix: str = ""


WIDE = Frame(width=960, time=270, indent=54, deepest=400, heading_lines=2, small_lines=1, lanes=8)
"""For a desk and for paper."""
NARROW = Frame(
    width=345,
    time=0,
    indent=28,
    deepest=110,
    heading_lines=3,
    small_lines=2,
    lanes=3,
    suffix="-narrow",
)
"""For a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A line of text with its place: left end and base line."""

    text: str
    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with the middle of its circle and the lines of its label."""

    node: Node
    x: float
    y: float
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The ground on which the rows of one report stand."""

    heading: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A line in the margin between two rows, at `x`."""

    link: Link
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The drawing but for its legend. `start` and `end` are the ends of the axis of time."""

    frame: Frame
    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    lanes: tuple[Lane, ...]
    untold: int
    axis: Axis | None
    start: float
    end: float
    height: float


def sheet(tree: Tree, frame: Frame) -> Sheet:
    """Lays the tree out. The same tree gives the same places; linear in its rows."""
    lanes = [Lane(link=link, x=5 + _LANE * n) for n, link in enumerate(tree.links[: frame.lanes])]
    left = 4 + _LANE * len(lanes) if lanes else 0
    axis = tree.axis if frame.time else None
    step = _step(tree.nodes, frame)
    undated = any(one.parent is None and one.place is None for one in tree.nodes)
    start = left + _EDGE + (step if axis and undated else 0)  # what has no date stands before it
    places = [one.place if axis else None for one in tree.nodes]
    xs = _columns(tree.nodes, places, left + _EDGE, start, frame.time, step)
    rows, panels, height = _rows(tree, xs, left, frame)
    return Sheet(
        frame=frame,
        rows=tuple(rows),
        panels=tuple(panels),
        lanes=tuple(lanes),
        untold=len(tree.links) - len(lanes),
        axis=axis,
        start=start,
        end=start + frame.time,
        height=height,
    )


# --- left to right ------------------------------------------------------------------------


def _step(nodes: Sequence[Node], frame: Frame) -> float:
    """What a generation takes."""
    return min(frame.indent, frame.deepest / max(1, *(node.depth for node in nodes), 1))


def _columns(
    nodes: Sequence[Node],
    places: Sequence[float | None],
    left: float,
    start: float,
    time: int,
    step: float,
) -> list[float]:
    """Where each circle stands: by its time if that is known, and always right of its parent."""
    xs: list[float] = []
    for node, place in zip(nodes, places, strict=True):
        after = left if node.parent is None else xs[node.parent] + step
        xs.append(after if place is None else max(start + place * time, after))
    return xs


# --- top to bottom ------------------------------------------------------------------------


def _rows(
    tree: Tree, xs: Sequence[float], left: float, frame: Frame
) -> tuple[list[Row], list[Panel], float]:
    """The rows on their panels, each as high as its label needs, and the height of all."""
    rows: list[Row] = []
    panels: list[Panel] = []
    column = max(xs, default=0) + _BESIDE if frame.time else None
    placed = list(zip(tree.nodes, xs, strict=True))
    y: float = _HEAD
    for band in tree.bands:
        top = y
        y += _PANEL_HEAD if band.heading else RADIUS + _GAP
        for node, x in placed[band.first : band.end]:
            labels = tuple(_labels(node, x + _BESIDE if column is None else column, y, frame))
            rows.append(Row(node=node, x=x, y=y, labels=labels))
            y = max(y + RADIUS, labels[-1].y) + _GAP + RADIUS
        y += _PANEL_FOOT - RADIUS
        panels.append(_panel(band, left, top, y, frame))
        y += _BETWEEN
    return rows, panels, y


def _panel(band: Band, left: float, top: float, bottom: float, frame: Frame) -> Panel:
    width = frame.width - left
    return Panel(heading=band.heading, x=left, y=top, width=width, height=bottom - top)


def _labels(node: Node, x: float, y: float, frame: Frame) -> Iterator[Label]:
    """The label's lines, cut to the room that there is."""
    room = frame.width - x - 10
    base = y + HEADING * 0.35 - HEADING * _LEADING
    for text, kind, size, lines in _texts(node, frame):
        for line in wrapped(text, size * _FACES[kind], room, lines=lines):
            base += size * _LEADING
            yield Label(text=line, kind=kind, x=x, y=round(base, 1))


def _texts(node: Node, frame: Frame) -> Iterator[tuple[str, str, float, int]]:
    heading = f"Lost: {node.heading}" if node.role is NodeRole.LOST else node.heading
    yield one_line(heading) or "(no title)", "heading", HEADING, frame.heading_lines
    if node.role is not NodeRole.ROOT:
        yield _how(node), "how", SMALL, frame.small_lines
    yield _joined(node.details), "small", SMALL, frame.small_lines


def _how(node: Node) -> str:
    """How it was made; how much of its words run on as in the parent, where that is not none."""
    share = round(100 * (node.share or 0))
    return f"{node.how} · {share}% word for word" if share else node.how


def _joined(parts: Sequence[str]) -> str:
    """The parts beside each other; none from right to left turns its neighbours around."""
    turned = any(map(is_right_to_left, parts))
    return (f" {_LEFT_TO_RIGHT}· {_LEFT_TO_RIGHT}" if turned else " · ").join(parts)
