"""Judges the end of a kept sentence: a purpose, a result or a comment that was put to it."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding
from newstemma.collate.known import SAME_START
from newstemma.collate.lines import Line
from newstemma.records import Severity, Variant, VariantKind

__all__ = ["judge_tail"]

# Set by reading on the open half of `rewrites/` and the seeds: see docs/variants.md.
_LEAST_CONTENT = 3  # content words of such an end
_LEAST_WEIGHT = 12.0  # nats that they tell
_FAMILIAR = 0.2  # of their weight that may stand anywhere in the story
_KEPT = 0.6  # of the weight of what goes before that must have a partner
_WITHIN = 2  # words after the last kept one in which the end opens
_OPENING = frozenset("for in while which amid despite".split())
# Words by which an end weighs what goes before, as the parents may do elsewhere.
_WEIGHING = frozenset(
    "this these such indicating suggesting highlighting reflecting demonstrating showing "
    "underscoring illustrating resulting".split()
)
# What goes before a participle that tells what somebody else does, or goes on doing.
_BEFORE_OTHERS = frozenset("with is are was were be been being am".split())
_NEAR = 4  # words before it


def judge_tail(case: Case) -> Iterator[Variant]:
    """`added`: the end of a sentence, otherwise kept, of which no article has the words."""
    line = case.child
    start = _start(case)
    if start is None or line.quotation_at(len(line.words) - 1):
        return
    content = [n for n in range(start, len(line.words)) if line.weights[n]]
    weight = sum(line.weights[n] for n in content)
    if len(content) < _LEAST_CONTENT or weight < _LEAST_WEIGHT or _weighs(line, start):
        return
    familiar = sum(line.weights[n] for n in content if _is_known(case, n))
    if familiar <= _FAMILIAR * weight and case.passage.share(range(start)) >= _KEPT:
        note = "No parent ends the sentence so; no article of the story has these words."
        place = (line, line.span_of(start, len(line.words)))
        yield finding(VariantKind.ADDED, Severity.DETAIL, note, child=place, parent=case.parent)


def _weighs(line: Line, start: int) -> bool:
    """Whether an end comments on what goes before: "indicating", "in this troubling case"."""
    return any(word.key in _WEIGHING for word in line.words[start:])


def _start(case: Case) -> int | None:
    """Where a phrase opens right after the last word of content that has a partner."""
    line, partners = case.child, case.passage.partners
    kept = [n for n, place in enumerate(partners) if place and line.weights[n]]
    if not kept:
        return None
    after = range(kept[-1] + 1, min(kept[-1] + 1 + _WITHIN, len(line.words)))
    return next((n for n in after if _opens(line, n)), None)


def _opens(line: Line, position: int) -> bool:
    """Whether a word opens a phrase: a preposition, or a participle of what the sentence tells."""
    key = line.words[position].key
    before = [word.key for word in line.words[max(position - _NEAR, 0) : position]]
    participle = key.endswith("ing") and _BEFORE_OTHERS.isdisjoint(before) and key != "being"
    return key in _OPENING or (participle and position not in line.named)


def _is_known(case: Case, position: int) -> bool:
    key = case.child.stems[position]
    return key in case.known.stems or (
        len(key) >= SAME_START and key[:SAME_START] in case.known.starts
    )
