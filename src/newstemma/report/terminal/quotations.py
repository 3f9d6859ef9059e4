"""Who said what, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.records import Quotation, Witness
from newstemma.report.columns import cut
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.names import names
from newstemma.views.wording import QUOTATIONS, count

__all__ = ["quotations"]


def quotations(read: Sequence[Witness], *, width: int, color: bool) -> str:
    """Every quotation with its speaker, reporting word, kind and place."""
    called = names([one.article for one in read])
    paint = Paint(color)
    lines: list[str] = []
    for one in read:
        name = called[one.id]
        lines += indented(f"{name.title} ({name.file})", width)
        lines.append(paint(count(len(one.quotations), "quotation"), Ink.FAINT))
        for quotation in one.quotations:
            lines += _quotation(quotation, one, width, paint)
        lines.append("")
    return "\n".join(lines)


def _quotation(one: Quotation, witness: Witness, width: int, paint: Paint) -> Iterator[str]:
    where = f"{one.span.start}–{one.span.end}"
    told = f"{QUOTATIONS[one.kind][0]}, cue “{one.cue}”" if one.cue else QUOTATIONS[one.kind][0]
    speaker = one_line(one.speaker or "(speaker not named)")
    yield "  " + paint(cut(speaker, width - 2), Ink.BOLD)
    for line in indented(f"{told}, {where}", width, "    "):
        yield paint(line, Ink.FAINT)
    yield from indented(f"“{one.span.of(witness.text)}”", width, "    ")
