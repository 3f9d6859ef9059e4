"""What a careful editor would ask about first, with the words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.records import Change, Comparison
from newstemma.views.wording import count

__all__ = ["questions"]

_QUESTIONS = 5


def questions(
    asked: Sequence[tuple[Comparison, Change]], width: int, paint: Paint
) -> Iterator[str]:
    """The first of them as lines, and how many more there are; nothing where there is none."""
    if not asked:
        return
    yield ""
    yield paint("Ask first about", Ink.BOLD)
    for number, (comparison, change) in enumerate(asked[:_QUESTIONS], start=1):
        head = f"{number}. {change.label} in {comparison.child.siglum}."
        yield from indented(f"{head} {change.note}", width, "   ", first="")
        for label, side in (("was", change.parent), ("now", change.child)):
            if side is not None:
                words = one_line(side.before + side.text + side.after)
                yield paint(cut(f"   {label} {side.article.siglum}: {words}", width), Ink.FAINT)
    if len(asked) > _QUESTIONS:
        yield f"… and {count(len(asked) - _QUESTIONS, 'more change')} of meaning"
