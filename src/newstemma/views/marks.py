"""Passages cut into pieces where words differ or a change begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newstemma.records import Severity, Span, VariantKind, Word
from newstemma.text.segment import words
from newstemma.views.records import Change, Mark, Name, Passage, Piece

__all__ = ["differences", "in_context", "passage"]

_COMPARABLE = 0.6  # below this share of common words, marking the others says nothing
_AROUND = 60  # letters of the sentence on each side
_LARGEST = 4_000_000  # words times words that are compared, a bound on time and memory
_ORDER = tuple(Severity)
_WHOLE = (VariantKind.ADDED, VariantKind.OMITTED)


def differences(
    left: str, left_spans: Sequence[Span], right: str, right_spans: Sequence[Span]
) -> tuple[list[Span], list[Span]] | None:
    """The stretches of `left` that `right` lacks, and the other way round.

    None where the two share so little that nearly every word would be marked.
    """
    ours = [word for span in left_spans for word in words(left, span)]
    theirs = [word for span in right_spans for word in words(right, span)]
    if not ours or not theirs or len(ours) * len(theirs) > _LARGEST:
        return None
    steps = LCSseq.opcodes([w.key for w in ours], [w.key for w in theirs])
    common = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if common < _COMPARABLE * min(len(ours), len(theirs)):
        return None
    other = [step for step in steps if step.tag != "equal"]
    new = [_stretch(ours[step.src_start : step.src_end]) for step in other]
    gone = [_stretch(theirs[step.dest_start : step.dest_end]) for step in other]
    return [span for span in new if span], [span for span in gone if span]


def _stretch(found: Sequence[Word]) -> Span | None:
    return Span(found[0].start, found[-1].end) if found else None


def passage(
    name: Name,
    text: str,
    span: Span,
    *,
    marked: Sequence[Span] = (),
    mark: Mark | None = None,
    changes: Sequence[tuple[Span, Change]] = (),
) -> Passage:
    """`span` of an article, cut into pieces at the edges of the marks and of the changes."""
    edges = {span.start, span.end}
    for inner in (*marked, *(place for place, _ in changes)):
        edges |= {min(max(edge, span.start), span.end) for edge in (inner.start, inner.end)}
    cuts = sorted(edges)
    pieces = tuple(
        _piece(text, Span(start, end), marked, mark, changes) for start, end in pairwise(cuts)
    )
    return Passage(article=name, span=span, pieces=pieces)


def in_context(one: Passage, text: str, whole: Span) -> Passage:
    """The passage with a few words of `whole`, its sentence, on both sides."""
    start = max(whole.start, one.span.start - _AROUND)
    end = min(whole.end, one.span.end + _AROUND)
    before, after = text[start : one.span.start], text[one.span.end : end]
    if start > whole.start:
        before = "… " + before.partition(" ")[2]
    if end < whole.end:
        after = after.rpartition(" ")[0] + " …"
    return replace(one, before=before, after=after)


def _piece(
    text: str,
    at: Span,
    marked: Sequence[Span],
    mark: Mark | None,
    changes: Sequence[tuple[Span, Change]],
) -> Piece:
    through = [(place, change) for place, change in changes if place.covers(at)]
    # What was added or left out whole needs no shade: its other side is empty.
    severities = {change.severity for _, change in through if change.kind not in _WHOLE}
    return Piece(
        text=at.of(text),
        mark=mark if any(span.covers(at) for span in marked) else None,
        changes=tuple(sorted(change.number for _, change in through)),
        severity=max(severities, key=_ORDER.index, default=None),
        ends=tuple(sorted(c.number for place, c in through if at.end == place.end)),
    )
