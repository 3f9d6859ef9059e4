"""The faithfulness of a retelling, and the words of it that its source does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.records import Variant, Witness
from newstemma.report.plain import one_line, visible
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.wording import VARIANTS, count

__all__ = ["faithfulness"]

_DOUBTS = 5


def faithfulness(
    retelling: Witness, score: float, doubts: Sequence[Variant], *, width: int, color: bool
) -> str:
    """The score, and the first of the doubts; to be shown below the variants, never alone."""
    return "\n".join(_lines(retelling, score, doubts, width, Paint(color)))


def _lines(
    retelling: Witness, score: float, doubts: Sequence[Variant], width: int, paint: Paint
) -> Iterator[str]:
    if doubts:
        yield paint("Not borne out by the source; read these places", Ink.BOLD)
    for number, doubt in enumerate(doubts[:_DOUBTS], start=1):
        told = f"{number}. {VARIANTS[doubt.kind][0]}? {one_line(visible(doubt.note))}"
        yield from indented(told, width, "   ", first="")
    if len(doubts) > _DOUBTS:
        yield f"… and {count(len(doubts) - _DOUBTS, 'more place')}"
    score_line = f"Faithfulness {score:.2f}, to sort by: 1 where nothing speaks against it."
    yield from indented(score_line, width)
