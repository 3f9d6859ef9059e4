"""What every judge is given, and how a finding is written down."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.collate.fillers import Filler
from newstemma.collate.grounds import Ground
from newstemma.collate.known import Known
from newstemma.collate.lines import Line
from newstemma.collate.runs import Passage, Place
from newstemma.collate.voices import Voice
from newstemma.records import Severity, Span, Variant, VariantKind

__all__ = ["LONGEST", "Case", "Exchange", "finding", "shown"]

LONGEST = 400  # characters of a span
_LONGEST_SHOWN = 70  # characters that a note repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A filler of the child, and one of the parents that fits its place better."""

    own: Filler
    other: Filler


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence of a child before the judges.

    `own` are the voices of the child's line, `theirs` those of each parent line it rests on.
    """

    passage: Passage
    own: tuple[Voice, ...]
    theirs: tuple[tuple[Voice, ...], ...]
    known: Known
    ground: Ground
    fillers: tuple[Filler, ...]  # of the child's line
    exchanges: tuple[Exchange, ...]  # of some of them
    earlier: tuple[Line, ...]  # the child's lines before this one, those near by
    before: Line | None  # the child's line before this one, if it is in the same paragraph
    after: Line | None  # the one after it
    parent: str  # the id of the first parent, for what has no place in any

    @property
    def child(self) -> Line:
        """The child's line."""
        return self.passage.child

    def line_of(self, place: Place) -> Line:
        """The parent's line that a place stands in."""
        return self.passage.parents[place.line]


def finding(
    kind: VariantKind,
    severity: Severity,
    note: str,
    *,
    child: tuple[Line, Span],
    parent: tuple[Line, Span] | str,
) -> Variant:
    """A variant at two places; a parent given by its id alone has no place for it."""
    line, span = child
    identity, there = (parent, None) if isinstance(parent, str) else _side(*parent)
    return Variant(
        child=line.witness.id,
        child_span=_clipped(span),
        parent=identity,
        parent_span=there,
        kind=kind,
        severity=severity,
        note=note,
    )


def _side(line: Line, span: Span) -> tuple[str, Span]:
    return line.witness.id, _clipped(span)


def _clipped(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST))


def shown(text: str) -> str:
    """A stretch of an article as a note repeats it: one line, in quotation marks, cut if long."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_SHOWN:
        plain = plain[: _LONGEST_SHOWN - 1].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"
