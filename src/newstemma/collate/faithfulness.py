"""How far a text can be vouched for by its parents: summed from deductions, each with evidence.

For sorting only; it is never shown without the variants that it was summed from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.deductions import deductions
from newstemma.records import Severity, Span, Variant, VariantKind, Witness

__all__ = ["CHANGED", "FINDINGS", "WEIGHTS", "Faithfulness", "assess", "faithfulness"]

# What a deduction of 1 costs, over the words of the text. Fitted, none below 0, on the pairs of the
# open half of `bump/` by logistic regression, then scaled by one number; see docs/variants.md.
WEIGHTS: Mapping[Ground, float] = {
    Ground.FINDING: 1.8,
    Ground.NEW_NAME: 0.36,
    Ground.NEW_NUMBER: 1.95,
    Ground.ALONE: 0.45,
    Ground.ALONE_NAME: 1.01,
    Ground.ALONE_NUMBER: 0.22,
    Ground.TORN: 0.77,
    Ground.LOOSE: 0.42,
    Ground.PARTED: 0.8,
    Ground.NEW_PAIR: 0.3,
    Ground.NEW_TRIPLE: 0.66,
    Ground.SCATTERED: 0.44,
    Ground.APART: 0.98,
    Ground.BEYOND: 0.62,
    Ground.OPPOSITE: 0.41,
    Ground.ALTERNATIVE: 4.62,
    Ground.OTHER_NUMBER: 0.18,
    Ground.NEGATED: 1.3,  # set by hand, `bump/` has too few
    Ground.NOT_NEGATED: 3.53,
    Ground.NEW_ROLE: 1.29,
    Ground.OTHER_ARGUMENT: 1.1,
    Ground.PRONOUN: 2.37,
    Ground.OPEN_PRONOUN: 2.74,
    Ground.LOST_PRONOUN: 1.26,
    Ground.OTHER_PRONOUN: 2.37,
}
# What a variant amounts to, by severity; set by hand.
FINDINGS = {Severity.MEANING: 1.0, Severity.DETAIL: 0.5, Severity.WORDING: 0.2}
# What speaks for a changed claim, whatever the wording; a word put for another speaks against it,
# since whoever rewords need not change. Fitted as log odds on the open halves of all domains of
# `summedits/` but the news.
CHANGED: Mapping[Ground, float] = {
    Ground.NEW_NAME: 1.07,
    Ground.NEW_NUMBER: 0.73,
    Ground.NEGATED: 0.99,
    Ground.OPPOSITE: 0.99,
    Ground.ALTERNATIVE: 0.34,
    Ground.OTHER_NUMBER: 0.40,
    Ground.LOOSE: 0.01,
    Ground.SYNONYM: -0.33,
}

_SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Faithfulness:
    """What speaks against a text, given its parents, and what it comes to.

    `score` is in [0, 1], 1 where nothing speaks against it: how closely its words keep to the
    company they have in the parents. `changed` is a sum without bounds, 0 for a copy: how much in a
    short text, such as a summary, says other than they do, whatever its wording.
    """

    score: float
    changed: float
    deductions: tuple[Deduction, ...]


def faithfulness(child: Witness, parents: Sequence[Witness], variants: Iterable[Variant]) -> float:
    """The `score` of `assess`."""
    return assess(child, parents, variants).score


def assess(child: Witness, parents: Sequence[Witness], variants: Iterable[Variant]) -> Faithfulness:
    """The faithfulness of `child` to its `parents`; `variants` are those between them."""
    known = tuple(variants)
    copied = _copied(child, known)
    doubted = (one for one in deductions(child, parents) if one.child_span.start not in copied)
    against = (*_findings(known), *doubted)
    cost = sum(WEIGHTS.get(one.ground, 0.0) * one.amount for one in against)
    return Faithfulness(
        score=1 / (1 + cost / max(len(child.words), 1)),
        changed=sum(CHANGED.get(one.ground, 0.0) * one.amount for one in against),
        deductions=tuple(sorted((d for d in against if d.amount > 0), key=_order)),
    )


def _copied(child: Witness, variants: Iterable[Variant]) -> Container[int]:
    """Where the words start that a parent has in a sentence like this, behind one like that before.

    Such a sentence says what it says there, whomever its pronouns mean.
    """
    spans = (v.child_span for v in variants if v.kind is VariantKind.KEPT and v.child_span)
    starts = [word.start for word in child.words]
    kept = {
        start
        for span in spans
        for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    }
    places: set[int] = set()
    after_kept = True
    for sentence in child.sentences:
        own = {word.start for word in child.words_of(sentence)}
        if own <= kept and after_kept:
            places |= own
        after_kept = own <= kept
    return places


def _findings(variants: Iterable[Variant]) -> Iterator[Deduction]:
    for variant in variants:
        if variant.kind not in _SILENT and variant.child_span:
            yield Deduction(
                ground=Ground.FINDING,
                amount=FINDINGS[variant.severity],
                child_span=variant.child_span,
                parent=variant.parent,
                parent_span=variant.parent_span,
            )


def _order(one: Deduction) -> tuple[Span, Ground, Span, str]:
    return one.child_span, one.ground, one.parent_span or Span(0, 0), one.parent or ""
