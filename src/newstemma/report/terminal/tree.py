"""A family tree in lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut, width_of
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint
from newstemma.views.records import Band, Branch, Node, NodeRole, Tree
from newstemma.views.wording import count

__all__ = ["tree_lines"]

_ROOMY = 24  # rows; where there are more, each takes one line
_MOST = 60  # rows; of the reports after that only the number is told
_NARROWEST = 8
_ARMS = {Branch.LOST: "┄ ", Branch.UNKNOWN: "┄?"}


def tree_lines(tree: Tree, width: int, paint: Paint) -> Iterator[str]:
    """The tree, no line wider than `width`: roots are `●`, lost ones `○`, folds `…`.

    A dashed arm leads from a lost witness, one with a question mark to an article of which it
    cannot be told whether it came before or after.
    """
    shown = _shown(tree)
    nodes = tree.nodes[: shown[-1].end] if shown else ()
    parents = {node.parent for node in nodes}
    for row, (node, (branch, below)) in enumerate(zip(nodes, _prefixes(nodes), strict=True)):
        sign = _sign(node)
        lead = branch + sign
        if len(nodes) > _ROOMY:
            told = f"{node.how} · {_title(node)}" if node.how else _title(node)
            yield _line(lead, told, width, paint, node)
            continue
        yield _line(lead, _title(node), width, paint, node)
        stem = below + ("│" if row in parents else " ") + " " * (width_of(sign) - 1)
        told = _fitting(_details(node), width - width_of(stem))
        if told:
            yield stem + paint(told, Ink.FAINT)
    yield from _rest(tree, len(shown), paint)


def _shown(tree: Tree) -> Sequence[Band]:
    """The first report, and as many as there is room for."""
    return [one for number, one in enumerate(tree.bands) if not number or one.end <= _MOST]


def _rest(tree: Tree, shown: int, paint: Paint) -> Iterator[str]:
    left = [one for one in tree.bands[shown:] if one.heading]
    if left:
        yield paint(
            f"… and {count(len(left), 'more independent report')}, in the report", Ink.FAINT
        )


def _prefixes(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """For each row of the tree, what stands before it and before what is below it."""
    last = {node.parent: row for row, node in enumerate(nodes)}
    found: list[tuple[str, str]] = []
    for row, node in enumerate(nodes):
        if node.parent is None:
            found.append(("", ""))
            continue
        above = found[node.parent][1]
        is_last = last[node.parent] == row
        arm = _ARMS.get(node.branch, "─ ") if node.branch else "─ "
        found.append(
            (above + ("└" if is_last else "├") + arm, above + ("   " if is_last else "│  "))
        )
    return found


def _sign(node: Node) -> str:
    """A root is marked where nothing but its mark would tell it from a child."""
    if node.article is None:
        return "… " if node.role is NodeRole.FOLDED else "○ "
    return f"● {node.article.siglum} " if node.role is NodeRole.ROOT else f"{node.article.siglum} "


def _title(node: Node) -> str:
    return one_line(f"lost: {node.heading}" if node.role is NodeRole.LOST else node.heading)


def _line(lead: str, text: str, width: int, paint: Paint, node: Node) -> str:
    told = cut(text, max(width - width_of(lead), _NARROWEST))
    ink = Ink.BOLD if node.role is NodeRole.ROOT else Ink.PLAIN
    return paint(lead, Ink.ACCENT) + paint(told, ink)


def _details(node: Node) -> list[str]:
    """The file comes first: on a terminal it is what a reader goes on with."""
    if node.article is None:
        return [one_line(part) for part in node.details if part]
    name = node.article
    parts = (node.how, name.file, name.publisher, name.published)
    return [one_line(part) for part in parts if part]


def _fitting(parts: Sequence[str], room: int) -> str:
    """As many of the parts as fit, whole; the first one is cut if it does not."""
    told = ""
    for part in parts:
        longer = f"{told} · {part}" if told else part
        if told and width_of(longer) > room:
            break
        told = longer
    return cut(told, max(room, _NARROWEST))
