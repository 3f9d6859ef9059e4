"""Judges quantities: what is counted stayed, the count did not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place
from newstemma.records import Mention, MentionKind, Severity, Variant, VariantKind
from newstemma.text.quantities import parts_of

__all__ = ["judge_figures"]

_HEAD = 3  # words after a quantity among which stands what it counts
_COUNTED = 12  # so many a writer may have counted up in the text
_ROUNDING = 0.1  # of the exact number
_BOUND_WORDS = frozenset(
    "over above under below beyond exceeding exceed exceeds least most more less fewer".split()
)
_VAGUE = frozenset("some several many few multiple numerous various countless".split())


def judge_figures(case: Case) -> Iterator[Variant]:
    """`number-changed`: the same thing, counted otherwise; `added`: a number of nobody's."""
    for mention in case.child.of_kind(MentionKind.NUMBER):
        if other := _counterpart(case, mention):
            yield from _compare(case, mention, *other)
        elif _is_new(case, mention):
            note = f"No other article has the number {shown(case.child.text_of(mention.span))}."
            kind, place = VariantKind.ADDED, (case.child, mention.span)
            yield finding(kind, Severity.DETAIL, note, child=place, parent=case.parent)
    yield from _blurred(case)


def _is_new(case: Case, mention: Mention) -> bool:
    """Whether no article has the number, or one that it might be rounded from."""
    own, value = case.child.positions(mention.span), parts_of(mention.key)[1]
    if not own or not value.isdigit() or int(value) <= _COUNTED or case.child.quotation_at(own[0]):
        return False
    return not any(n == value or _is_rounded(value, "~", n) for n in case.known.numbers)


def _counterpart(case: Case, mention: Mention) -> tuple[Line, Mention] | None:
    """The parents' quantity of the same thing: the same figure first, else another."""
    line = case.child
    own = line.positions(mention.span)
    if not own:
        return None
    for same in case.passage.partners_in(own):
        if found := _number_at(case.line_of(same), same.position):
            return case.line_of(same), found
    for position in range(own.stop, min(own.stop + _HEAD, len(line.words))):
        place = case.passage.partners[position]
        if place and line.weights[position]:
            return _number_before(case, place) if case.passage.is_anchored(position) else None
    return None


def _number_at(line: Line, position: int) -> Mention | None:
    word = line.words[position].span
    return next((m for m in line.of_kind(MentionKind.NUMBER) if m.span.covers(word)), None)


def _number_before(case: Case, place: Place) -> tuple[Line, Mention] | None:
    line = case.line_of(place)
    for position in range(place.position - 1, max(place.position - 1 - _HEAD, -1), -1):
        if found := _number_at(line, position):
            return line, found
    return None


def _compare(case: Case, mention: Mention, line: Line, other: Mention) -> Iterator[Variant]:
    bound, value, unit = parts_of(mention.key)
    other_bound, other_value, other_unit = parts_of(other.key)
    if (bound, value) == (other_bound, other_value) or unit != other_unit:
        return
    if _is_age(case.child, mention) != _is_age(line, other):
        return
    theirs = {
        parts_of(m.key)[1] for p in case.passage.parents for m in p.of_kind(MentionKind.NUMBER)
    }
    if value != other_value and value in theirs:
        return  # it counts something else there: cannot tell
    if value == other_value and _is_bounded(case.child, mention, line, other):
        return
    if _is_later_bounded(case.child, mention) != _is_later_bounded(line, other):
        return
    if _is_rounded(value, bound, other_value) or (
        value == other_value and "~" in bound + other_bound
    ):
        severity = Severity.WORDING
    else:
        severity = Severity.DETAIL if value == other_value else Severity.MEANING
    before, after = line.text_of(other.span), case.child.text_of(mention.span)
    yield finding(
        VariantKind.NUMBER_CHANGED,
        severity,
        f"{shown(before)} became {shown(after)}.",
        child=(case.child, mention.span),
        parent=(line, other.span),
    )


def _is_age(line: Line, mention: Mention) -> bool:
    """Whether a quantity is the first part of a measure: "18-year-old", "six-month"."""
    return line.witness.text[mention.span.end : mention.span.end + 1] in {"-", "‑", "–"}


def _is_bounded(line: Line, mention: Mention, parent: Line, other: Mention) -> bool:
    """Whether the bound that one side lacks stands farther before: "over the age of 18"."""
    return any(
        word.key in _BOUND_WORDS
        for at, m in ((line, mention), (parent, other))
        if parts_of(m.key)[0] == ""
        for n in at.positions(m.span)[:1]
        for word in at.words[max(n - 5, 0) : n]
    )


def _is_later_bounded(line: Line, mention: Mention) -> bool:
    """Whether a bound comes after what is counted: "five grams or more"."""
    own = line.positions(mention.span)
    keys = [word.key for word in line.words[own.stop : own.stop + 4]] if own else []
    return any(pair in {("or", "more"), ("or", "less"), ("or", "fewer")} for pair in pairwise(keys))


def _is_rounded(value: str, bound: str, other: str) -> bool:
    """Whether a bounded round number stands for the exact one: "over 1,000" for "1,058"."""
    if not bound or value == other or not value.isdigit() or not other.isdigit():
        return False
    return abs(int(value) - int(other)) <= _ROUNDING * int(other)


def _blurred(case: Case) -> Iterator[Variant]:
    """A count in the parent that the child gives as "some" or "several"."""
    line = case.child
    for position, word in enumerate(line.words[:-1]):
        if word.key not in _VAGUE or _number_at(line, position):
            continue
        for head in range(position + 1, min(position + 1 + _HEAD, len(line.words))):
            place = case.passage.partners[head]
            if place and line.weights[head]:
                if (found := _number_before(case, place)) and not parts_of(found[1].key)[2]:
                    parent, other = found
                    span = line.span_of(position, head + 1)
                    yield finding(
                        VariantKind.NUMBER_CHANGED,
                        Severity.DETAIL,
                        f"{shown(parent.text_of(other.span))} became {shown(word.key)}.",
                        child=(line, span),
                        parent=(parent, other.span),
                    )
                break
