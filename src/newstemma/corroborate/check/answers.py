"""Writes down what an article has of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstemma.collate.evidence import shown
from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.speakers import said_at
from newstemma.corroborate.check.verdict import Verdict
from newstemma.corroborate.check.wants import COSTS, KINDS, Want, WantKind
from newstemma.records import Answer, CheckStatus, Difference, Span, Variant, VariantKind

__all__ = ["answer_of", "from_changes"]

_SLIGHT = 0.5  # what a want costs up to which it is not worth a line
_LONE = {
    WantKind.NAME: "The article does not name {own} there.",
    WantKind.NUMBER: "The article has no such number there.",
    WantKind.DATE: "The article has no such date there.",
    WantKind.DEED: "The article does not say {own} there.",
    WantKind.RIVAL: "The article names somebody else than {own}.",
    WantKind.NAME_BOND: "The article has {own} only apart.",
    WantKind.GENDER: "The article speaks of somebody of another gender than {own}.",
    WantKind.BOND: "The article has {own} only apart.",
    WantKind.ARGUMENT: "The article says this of something else than {own}.",
    WantKind.AGENT: "It is somebody or something else in the article than {own}.",
    WantKind.SPEAKER: "The article does not say that {own} said it.",
    WantKind.PRONOUN: "The text does not say whom {own} means.",
    WantKind.WORD_BESIDE: "The article has {own} only in another sentence.",
    WantKind.NAME_BESIDE: "The article names {own} only before.",
}
_BOTH = {
    WantKind.RIVAL: "{own} is {other} in the article.",
    WantKind.NUMBER: "{own} is {other} in the article.",
    WantKind.DATE: "{own} is {other} in the article.",
    WantKind.ALTERNATIVE: "{own} is {other} in the article.",
    WantKind.OPPOSITE: "{own} is {other} in the article.",
    WantKind.OTHER_DEED: "{own} is {other} in the article.",
    WantKind.OTHER_WORD: "{own} is {other} in the article.",
    WantKind.ROLE: "Who does it and to whom it is done are the other way round.",
    WantKind.DENIAL: "Only one of {own} and {other} is denied.",
    WantKind.FORCE: "The article only holds {other} to be so, or passes it on.",
    WantKind.SPEAKER: "It is {other} who says so in the article, not {own}.",
}


def answer_of(
    told: Assertion, verdict: Verdict, *, lineages: tuple[str, ...], steps: int
) -> Answer:
    """The verdict as a record; `lineages` are the article's, `steps` lie between it and a root."""
    line = verdict.place.line
    worth = [want for want in verdict.wants if COSTS[want.kind] * want.amount > _SLIGHT]
    passed_on = max(len(said_at(verdict.place)) - 1, 0)
    return Answer(
        article=line.witness.id,
        span=line.span,
        status=verdict.status,
        differences=tuple(_difference(want, told, verdict) for want in worth),
        lineages=lineages,
        removes=steps + passed_on,
    )


def _difference(want: Want, told: Assertion, verdict: Verdict) -> Difference:
    line = verdict.place.line
    own = shown(told.line.text_of(want.span))
    if want.there is not None and want.kind in _BOTH:
        note = _BOTH[want.kind].format(own=own, other=shown(line.text_of(want.there)))
    else:
        note = _LONE.get(want.kind, "The article does not have {own} there.").format(own=own)
    kind = KINDS.get(want.kind, VariantKind.ADDED)
    return Difference(span=want.span, article_span=want.there, kind=kind, note=note)


def from_changes(answer: Answer, changes: Sequence[Variant]) -> Answer:
    """The answer with changes that collation found; one that has any supports nothing."""
    if not changes:
        return answer
    denied = any(one.kind is VariantKind.POLARITY_CHANGED for one in changes)
    status = CheckStatus.CONTRADICTED if denied else CheckStatus.DISTORTED
    differences = (*_differences(changes), *answer.differences)
    return replace(answer, status=status, differences=differences)


def _differences(changes: Sequence[Variant]) -> Iterator[Difference]:
    for one in changes:
        span = one.child_span or Span(0, 0)
        yield Difference(span=span, article_span=one.parent_span, kind=one.kind, note=one.note)
