"""Judges verbs: one alone was replaced in a sentence that was copied otherwise.

Who retells in other words replaces most verbs by others for the same; who copies a sentence and
puts one verb in the place of another means something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.grounds import alike_places
from newstemma.collate.lines import Line
from newstemma.collate.thesaurus import synonyms
from newstemma.records import Severity, Variant, VariantKind
from newstemma.text.hedges import negations

__all__ = ["judge_verbs"]

# Set on the open halves of `bump/`, `wrong_summaries/` and `rewrites/`: see docs/variants.md.
_COPIED = 0.75  # of the steps from word to word that must be a parent's
_BESIDE = 2  # words on each side of the verb that a parent must have so
_SAME_START = 3  # letters that forms of one word share, be it cut short


def judge_verbs(case: Case) -> Iterator[Variant]:
    """`predicate-changed`: "they would launch an appeal" as "they would decline an appeal"."""
    if _copied(case) < _COPIED:
        return
    for at in _verbs(case.child):
        if case.child.weights[at] and not case.child.quotation_at(at):
            there = list(alike_places(case.child, at, case.ground))
            if not any(_may_be_one(case.child, at, *place) for place in there):
                verbs = [place for place in there if _is_verb(case, at, *place)]
                yield from (_replaced(case, at, *place) for place in verbs[:1])


def _copied(case: Case) -> float:
    """The share of the steps from one word to the next that a parent's line takes as well."""
    partners = case.passage.partners
    taken = sum(
        left is not None
        and right is not None
        and left.line == right.line
        and right.position == left.position + 1
        for left, right in pairwise(partners)
    )
    return taken / max(len(partners) - 1, 1)


def _verbs(line: Line) -> list[int]:
    """The positions of the predicates of one word."""
    found = (line.positions(clause.predicate) for clause in line.clauses)
    return sorted({own.start for own in found if len(own) == 1})


def _may_be_one(line: Line, at: int, other: Line, there: int) -> bool:
    """Whether two words may say the same."""
    own, theirs = line.stems[at], other.stems[there]
    return theirs in synonyms(own) or own[:_SAME_START] == theirs[:_SAME_START]


def _is_verb(case: Case, at: int, other: Line, there: int) -> bool:
    """Whether the parent has a verb between the same words, denied there as here."""
    line = case.child
    own = line.stems[max(at - _BESIDE, 0) : at], line.stems[at + 1 : at + 1 + _BESIDE]
    theirs = (
        other.stems[max(there - _BESIDE, 0) : there],
        other.stems[there + 1 : there + 1 + _BESIDE],
    )
    enclosed = own == theirs and all(len(side) == _BESIDE for side in own)
    denied = bool(negations(line.words)) != bool(negations(other.words))
    return enclosed and there in _verbs(other) and other.weights[there] > 0 and not denied


def _replaced(case: Case, at: int, line: Line, there: int) -> Variant:
    own, other = case.child.words[at].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(own))}."
    kind, child = VariantKind.PREDICATE_CHANGED, (case.child, own)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, other))
