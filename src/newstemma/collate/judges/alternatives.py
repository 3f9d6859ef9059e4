"""Judges words that exclude one another: between the same words the parent has another of them."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.grounds import alike_places
from newstemma.collate.lines import Line
from newstemma.collate.thesaurus import Exclusion, exclusions, exclusive
from newstemma.records import Severity, Variant
from newstemma.text.hedges import negations

__all__ = ["judge_alternatives"]


def judge_alternatives(case: Case) -> Iterator[Variant]:
    """`entity-`, `role-`, `date-`, `predicate-changed`: "their wedding", "their funeral".

    Nothing where a parent has the child's word anywhere, or another that may stand for it.
    """
    for at, key in enumerate(case.child.stems):
        rows = [
            (row, row.groups[place])
            for row, place in ((exclusions()[number], place) for number, place in exclusive(key))
            if row.groups[place].isdisjoint(case.known.stems)
        ]
        if rows and not case.child.quotation_at(at):
            yield from _exchanged(case, at, rows)


def _exchanged(
    case: Case, at: int, rows: list[tuple[Exclusion, frozenset[str]]]
) -> Iterator[Variant]:
    for line, there in alike_places(case.child, at, case.ground):
        for row, own in rows:
            others = any(line.stems[there] in group for group in row.groups if group is not own)
            if others and bool(negations(line.words)) == bool(negations(case.child.words)):
                yield _changed(case, at, row, line, there)
                return


def _changed(case: Case, at: int, row: Exclusion, line: Line, there: int) -> Variant:
    own, other = case.child.words[at].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(own))}."
    child, parent = (case.child, own), (line, other)
    return finding(row.kind, Severity.MEANING, note, child=child, parent=parent)
