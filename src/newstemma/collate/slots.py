"""Finds the place in a parent's line where a word of the child would stand."""

from __future__ import annotations

from newstemma.collate.evidence import Case
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place

__all__ = ["free_positions", "slot"]

_NEAR = 2  # words from a word to the next that has a partner
_WIDEST = 6  # words of the parent between two such partners


def slot(case: Case, own: range) -> tuple[Line, range] | None:
    """The parent's positions between the partners of the words on both sides of `own`."""
    size = len(case.child.words)
    left = _first_place(case, range(own.start - 1, max(own.start - 1 - _NEAR, -1), -1))
    right = _first_place(case, range(own.stop, min(own.stop + _NEAR, size)))
    if left and right:
        inside = range(left.position + 1, right.position)
        fits = left.line == right.line and 0 < len(inside) <= _WIDEST
        return (case.line_of(left), inside) if fits else None
    if right and case.passage.partners[own.stop]:
        return case.line_of(right), range(max(right.position - _NEAR, 0), right.position)
    if left and own.start and case.passage.partners[own.start - 1]:
        end = min(left.position + 1 + _NEAR, len(case.line_of(left).words))
        return case.line_of(left), range(left.position + 1, end)
    return None


def _first_place(case: Case, positions: range) -> Place | None:
    return next((p for n in positions if (p := case.passage.partners[n])), None)


def free_positions(case: Case, line: Line, positions: range) -> list[int]:
    """Those of a parent's `positions` that no word of the child is paired with."""
    taken = {p.position for p in case.passage.partners if p and case.line_of(p) is line}
    return [n for n in positions if n not in taken]
