"""Judges actions: the opposite was done, or another did it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.slots import free_positions, slot
from newstemma.collate.thesaurus import exclusions, exclusive
from newstemma.records import MentionKind, Severity, Span, Variant, VariantKind
from newstemma.text.hedges import negations

__all__ = ["judge_actions"]

_DENIED = 14  # words before a word in which it may be denied
_CLAUSE = 10  # words from one name to the other


def judge_actions(case: Case) -> Iterator[Variant]:
    """`predicate-changed`: an opposite in the same slot, or doer and done-to changed places."""
    yield from _opposites(case)
    yield from _swapped(case)


def _opposites(case: Case) -> Iterator[Variant]:
    for position, key in enumerate(case.child.stems):
        others = frozenset() if case.passage.partners[position] else _others(key)
        if others and (found := _in_slot(case, position, others)):
            yield _opposed(case, position, *found)


def _others(key: str) -> frozenset[str]:
    """The stems that say the opposite of what was done."""
    rows = [(exclusions()[number], place) for number, place in exclusive(key)]
    return frozenset(
        other
        for row, place in rows
        if row.kind is VariantKind.PREDICATE_CHANGED
        for group in (*row.groups[:place], *row.groups[place + 1 :])
        for other in group
    )


def _in_slot(case: Case, position: int, stems: frozenset[str]) -> tuple[Line, int] | None:
    found = slot(case, range(position, position + 1))
    if not found:
        return None
    line, positions = found
    free = free_positions(case, line, positions)
    there = next((n for n in free if line.stems[n] in stems), None)
    if there is None or _is_denied(case.child, position) != _is_denied(line, there):
        return None
    return line, there


def _opposed(case: Case, position: int, line: Line, there: int) -> Variant:
    own, other = case.child.words[position].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(own))}, its opposite."
    kind, child = VariantKind.PREDICATE_CHANGED, (case.child, own)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, other))


def _is_denied(line: Line, position: int) -> bool:
    return bool(negations(line.words[max(position - _DENIED, 0) : position]))


def _swapped(case: Case) -> Iterator[Variant]:
    """A did it to B in the parent, B to A in the child, round the same verb."""
    named = [case.child.positions(m.span) for m in case.child.of_kind(MentionKind.NAME)]
    for left, right in pairwise(named):
        verb = _verb_between(case.child, left, right)
        if verb is None:
            continue
        a, there, b = (case.passage.partners[n] for n in (left[-1], verb, right[-1]))
        if a and there and b and a.line == b.line == there.line:
            line, theirs = case.line_of(a), range(b.position, a.position + 1)
            crossed = b.position < there.position < a.position and len(theirs) <= _CLAUSE
            if (
                crossed
                and not _has_by(case.child, range(left[0], right[-1]))
                and not _has_by(line, theirs)
            ):
                yield _turned_round(case, range(left[0], right[-1] + 1), line, theirs)


def _verb_between(line: Line, left: range, right: range) -> int | None:
    """The past-tense verb that alone stands between two names."""
    if not left or not right or right[0] - left[-1] > 4:
        return None
    if (
        line.text_of(Span(line.words[left[-1]].end, line.words[right[0]].start))
        .strip(" ")
        .count(",")
    ):
        return None
    content = [n for n in range(left.stop, right.start) if line.weights[n]]
    return content[0] if len(content) == 1 and line.words[content[0]].key.endswith("ed") else None


def _has_by(line: Line, positions: range) -> bool:
    return any(line.words[n].key in {"by", "and", "with", "of", "was", "were"} for n in positions)


def _turned_round(case: Case, own: range, line: Line, theirs: range) -> Variant:
    span, there = case.child.span_of(own.start, own.stop), line.span_of(theirs.start, theirs.stop)
    note = (
        f"{shown(line.text_of(there))} became {shown(case.child.text_of(span))}: the doer changed."
    )
    kind, child = VariantKind.PREDICATE_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))
