"""Finds what the parents do not bear out, where no judge can tell that it was changed.

The score deducts for words that keep other company than in the parents. Where enough is deducted
for one phrase, it is doubted: as another verb, name or number would be that stood there. A doubt
is a place to read, not a finding; it is told apart from the variants, and never a change of
meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.collate.evidence import LONGEST, shown
from newstemma.collate.faithfulness import WEIGHTS
from newstemma.collate.lines import Line, lines_of
from newstemma.collate.phrases import Phrase, phrases_of
from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.records import Severity, Span, Variant, VariantKind, Witness

__all__ = ["doubts"]

_LEAST = 2.75  # of cost; set on the open half of `bump/`: see docs/variants.md
# What bears on a whole sentence, is a variant already, or excuses a word.
_NOT_COUNTED = frozenset(
    {Ground.SCATTERED, Ground.APART, Ground.BEYOND, Ground.FINDING, Ground.SYNONYM}
)
_NEW = frozenset({Ground.NEW_NAME, Ground.NEW_NUMBER})
_TURNED = frozenset({Ground.NEGATED, Ground.NOT_NEGATED})
_RIVALS = frozenset(
    {Ground.OPPOSITE, Ground.ALTERNATIVE, Ground.OTHER_NUMBER, Ground.OTHER_ARGUMENT}
)
_PRONOUNS = frozenset(
    {Ground.PRONOUN, Ground.OPEN_PRONOUN, Ground.LOST_PRONOUN, Ground.OTHER_PRONOUN}
)
_VERBS = frozenset({VariantKind.PREDICATE_CHANGED, VariantKind.POLARITY_CHANGED})


def doubts(
    child: Witness, parents: Sequence[Witness], against: Sequence[Deduction]
) -> tuple[Variant, ...]:
    """The phrases of `child` that most speaks against, the most doubtful first.

    `against` are the deductions of `assess`; where one is a variant, nothing is doubted. None
    where no parse read the child. Time grows with the words and the deductions.
    """
    if not parents:
        return ()
    told = [d.child_span for d in against if d.ground is Ground.FINDING]
    found = [
        (cost, _doubt(line, phrase, held, parents[0].id))
        for line, near in _by_line(lines_of(child), against)
        for phrase, held in _held(line, near)
        if (cost := _cost(held)) >= _LEAST
        and not any(span.overlaps(phrase.span(line)) for span in told)
    ]
    return tuple(doubt for _, doubt in sorted(found, key=_order))


def _order(found: tuple[float, Variant]) -> tuple[float, Span]:
    cost, doubt = found
    return -cost, doubt.child_span or Span(0, 0)


def _by_line(
    lines: Sequence[Line], against: Sequence[Deduction]
) -> Iterator[tuple[Line, Sequence[Deduction]]]:
    """Each line with what speaks against words of it; `against` is in the order of the text."""
    counted = [d for d in against if d.ground not in _NOT_COUNTED]
    at = 0
    for line in lines:
        first = at
        while at < len(counted) and counted[at].child_span.start < line.span.end:
            at += 1
        yield line, counted[first:at]


def _held(
    line: Line, against: Sequence[Deduction]
) -> Iterator[tuple[Phrase, Sequence[tuple[Deduction, float]]]]:
    """Each phrase with the deductions for its words, and the share of each that falls to it."""
    of_word: defaultdict[int, list[Deduction]] = defaultdict(list)
    for deduction in against:
        for n in line.positions(deduction.child_span):
            of_word[n].append(deduction)
    for phrase in phrases_of(line):
        shares: dict[Deduction, float] = defaultdict(float)
        for n in phrase.positions:
            for deduction in of_word[n]:
                shares[deduction] += 1 / len(line.positions(deduction.child_span))
        yield phrase, tuple(shares.items())


def _cost(held: Sequence[tuple[Deduction, float]]) -> float:
    return sum(WEIGHTS.get(d.ground, 0.0) * d.amount * share for d, share in held)


def _doubt(
    line: Line, phrase: Phrase, held: Sequence[tuple[Deduction, float]], parent: str
) -> Variant:
    span = phrase.span(line)
    against = [d for d, _ in held]
    kind = _kind(phrase, against)
    rival = _rival(against) if kind is not VariantKind.ADDED else None
    return Variant(
        child=line.witness.id,
        child_span=Span(span.start, min(span.end, span.start + LONGEST)),
        parent=rival.parent if rival and rival.parent else parent,
        parent_span=rival.parent_span if rival else None,
        kind=kind,
        severity=Severity.DETAIL,
        note=_note(shown(line.text_of(span)), kind, against, rival),
    )


def _kind(phrase: Phrase, against: Sequence[Deduction]) -> VariantKind:
    """What another phrase in the place would be; `added` where no parent has the words."""
    grounds = {d.ground for d in against}
    if phrase.kind in _VERBS:
        return phrase.kind if grounds.isdisjoint(_TURNED) else VariantKind.POLARITY_CHANGED
    new = not grounds.isdisjoint(_NEW) or Ground.NEW_WORD in grounds
    return VariantKind.ADDED if new else phrase.kind


def _rival(against: Sequence[Deduction]) -> Deduction | None:
    """What a parent has there instead, by the heaviest ground."""
    held = [d for d in against if d.ground in _RIVALS and d.parent_span]
    return max(held, key=lambda d: WEIGHTS[d.ground] * d.amount, default=None)


def _note(
    what: str, kind: VariantKind, against: Sequence[Deduction], rival: Deduction | None
) -> str:
    if kind is VariantKind.ADDED:
        return f"{what} is not in any parent."
    if any(d.ground in _PRONOUNS for d in against):
        return f"The text does not make sure whom {what} means."
    if rival:
        return f"A parent has something else where the text has {what}."
    return f"No parent has {what} with the words that stand beside it here."
