"""Judges who is given as the source of a content: the parents have it from somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.bearers import may_be_one
from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.stems import is_content, stem
from newstemma.records import Attribution, NameKind, Severity, Variant, VariantKind
from newstemma.text.segment import word_key

__all__ = ["judge_sources"]

# Set on the open halves of `wrong_summaries/` and `rewrites/`, by reading: see docs/variants.md.
_SHARE = 0.6  # of the weight of a content that must stand in the parent's content
_LEAST = 20.0  # nats of it


def judge_sources(case: Case) -> Iterator[Variant]:
    """`attribution-changed`: a content that a parent has from another person."""
    for own in _named(case.child):
        for line in case.passage.parents:
            others = [one for one in _named(line) if _is_same_content(case, own, line, one)]
            if others and not any(_may_be_one(own, one) for one in _named(line)):
                yield _changed(case, own, line, others[0])
                return


def _named(line: Line) -> Sequence[Attribution]:
    """The attributions of a line whose source is a person named in it."""
    persons = [entity.span for entity in line.entities if entity.kind is NameKind.PERSON]
    return [
        one
        for one in line.voiced
        if one.source_span and any(span.overlaps(one.source_span) for span in persons)
    ]


def _is_same_content(case: Case, own: Attribution, line: Line, other: Attribution) -> bool:
    """Whether most of what the child gives as said is in what the parent gives as said."""
    inside = [n for span in own.content_spans for n in case.child.positions(span)]
    theirs = {n for span in other.content_spans for n in line.positions(span)}
    whole = sum(case.child.weights[n] for n in inside)
    held = sum(
        case.child.weights[n]
        for n in inside
        if (p := case.passage.partners[n]) and case.line_of(p) is line and p.position in theirs
    )
    return held >= max(_LEAST, _SHARE * whole) and not _is_beside(case.child, other, line)


def _is_beside(child: Line, other: Attribution, line: Line) -> bool:
    """Whether the child's line has a part of the parent's source too."""
    span = other.source_span
    words = [line.words[n].key for n in line.positions(span)] if span else []
    parts = {stem(key) for key in (*words, *_parts(other)) if is_content(key)}
    return not parts.isdisjoint(child.stems)


def _parts(one: Attribution) -> list[str]:
    return [word_key(part) for part in (one.source or "").split()]


def _may_be_one(own: Attribution, other: Attribution) -> bool:
    names = (" ".join(_parts(one)) for one in (own, other))
    return may_be_one(*names, NameKind.PERSON)


def _changed(case: Case, own: Attribution, line: Line, other: Attribution) -> Variant:
    span, there = own.source_span or case.child.span, other.source_span or line.span
    before, after = line.text_of(there), case.child.text_of(span)
    note = f"The parent has this from {shown(before)}; here it is {shown(after)}."
    kind, child = VariantKind.ATTRIBUTION_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))
