"""Judges dates: the same event is told in both, at another time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.records import Mention, MentionKind, Severity, Variant, VariantKind

__all__ = ["judge_times"]

_NEAR = 6  # words round a date among which shared ones tell that the same event is meant
_SHARED = 2  # of them


def judge_times(case: Case) -> Iterator[Variant]:
    """`date-changed`: a date of the same form stands where the parent has another."""
    theirs = [(p, m) for p in case.passage.parents for m in p.of_kind(MentionKind.DATE)]
    for mention in case.child.of_kind(MentionKind.DATE):
        if any(_agree(mention.key, key) for key in case.known.dates):
            continue
        for line, other in theirs:
            if _form(mention.key) == _form(other.key) and _same_event(case, mention, line, other):
                before, after = line.text_of(other.span), case.child.text_of(mention.span)
                yield finding(
                    VariantKind.DATE_CHANGED,
                    Severity.MEANING,
                    f"{shown(before)} became {shown(after)}.",
                    child=(case.child, mention.span),
                    parent=(line, other.span),
                )
                break


def _agree(key: str, other: str) -> bool:
    """Whether one date is the other or says it less precisely."""
    if key == other or key in other or other in key:
        return True
    return key.lstrip("-0123456789") == "" and key[-5:] == other[-5:] and "-" in key[-5:]


def _form(key: str) -> str:
    """The shape of a date: which parts it gives."""
    return re.sub(r"\d", "9", key) if key[0].isdigit() or key[0] == "-" else key.split()[-1][-3:]


def _same_event(case: Case, mention: Mention, line: Line, other: Mention) -> bool:
    own, theirs = case.child.positions(mention.span), line.positions(other.span)
    if not own or not theirs:
        return False
    shared = 0
    for position in range(max(own.start - _NEAR, 0), min(own.stop + _NEAR, len(case.child.words))):
        place = case.passage.partners[position]
        near = (
            place
            and case.line_of(place) is line
            and (theirs.start - _NEAR <= place.position < theirs.stop + _NEAR)
        )
        shared += bool(near and case.child.weights[position])
    return shared >= _SHARED
