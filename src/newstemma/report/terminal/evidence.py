"""Why one article is held to come from another: every signal with its weight and its words."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.lineage.explanation import Explanation
from newstemma.records import Witness
from newstemma.report.columns import cut
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.names import names
from newstemma.views.proofs import signals
from newstemma.views.records import Signal
from newstemma.views.wording import percent, signed

__all__ = ["evidence"]


def evidence(
    child: Witness, parent: Witness, explained: Explanation, *, width: int, color: bool
) -> str:
    """A table of the signals, the weightiest first, each with the words on both sides."""
    called = names((parent.article, child.article))
    paint = Paint(color)
    found = signals(explained.evidence, child, parent, called)
    lines = [
        *indented(
            f"A  parent: {called[parent.id].title} ({parent.article.path})", width, "   ", first=""
        ),
        *indented(
            f"B  child: {called[child.id].title} ({child.article.path})", width, "   ", first=""
        ),
        "",
        *indented(
            f"Related: {percent(explained.related)}. "
            f"If they are, B is the later one: {percent(explained.forward)}.",
            width,
        ),
        "",
    ]
    if not found:
        lines += indented("No signal was seen; that is no evidence, for or against.", width)
    else:
        lines.append(paint(f"{'weight':>8}  {'score':>8}  signal", Ink.FAINT))
    for one in found:
        lines += _signal(one, width, paint)
    return "\n".join(lines)


def _signal(one: Signal, width: int, paint: Paint) -> Iterator[str]:
    head = f"{signed(one.weight):>8}  {one.score:>8}  "
    yield head + paint(cut(one_line(one.label), max(width - len(head), 8)), Ink.BOLD)
    indent = " " * 20
    if one.note:
        yield from indented(one.note, width, indent)
    for sign, side in (("A", one.parent), ("B", one.child)):
        if side is not None:
            where = f"{side.span.start}–{side.span.end}"
            text = cut(f"{sign} {where}: {one_line(side.text)}", max(width - len(indent), 16))
            yield indent + paint(text, Ink.FAINT)
