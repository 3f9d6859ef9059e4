"""Judges dates: the same event is told in both, at another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.records import Mention, MentionKind, Severity, Span, Variant, VariantKind

__all__ = ["is_when", "judge_times"]

_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d\d-\d\d$")
_MONTH = re.compile(r"-\d\d")  # with its day or without
_NEAR_NAME = 4  # words round it among which a name tells of another event
_NEAR = 6  # words round a date among which shared ones tell that the same event is meant
_NEAR_BOUND = 8  # the same where both dates are bounds: "until Friday"
_SHARED = 2  # of them
_SHARED_BOUND = 1  # of them then
_BOUNDS = frozenset("until till before by after since from".split())
_WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_BESIDE_TODAY = ("today", "tomorrow", "yesterday")
_TURNS = frozenset({"last", "next"})  # "last month", "next summer",
_LOOSE = frozenset(
    "year decade century jan feb mar apr may jun jul aug sep oct nov dec".split()
)  # but not what a writer counts on the way


def judge_times(case: Case) -> Iterator[Variant]:
    """`date-changed`: a date of the same form in its place; `added`: a year of nobody's."""
    for mention in case.child.of_kind(MentionKind.DATE):
        if any(_agree(mention.key, key) for key in case.known.dates):
            continue
        if not is_when(case.child, mention.span):
            continue
        place = (case.child, mention.span)
        after = shown(case.child.text_of(mention.span))
        if other := _replaced(case, mention):
            line, span = other
            note = f"{shown(line.text_of(span))} became {after}."
            kind = VariantKind.DATE_CHANGED
            yield finding(kind, Severity.MEANING, note, child=place, parent=other)
        elif _is_new(case, mention):
            note = f"No other article has the date {after}."
            yield finding(VariantKind.ADDED, Severity.DETAIL, note, child=place, parent=case.parent)


def _is_new(case: Case, mention: Mention) -> bool:
    """Whether nobody has the year, or the day or the season that a date names."""
    if _YEAR.match(mention.key):
        return not case.ground.holds(mention.key[:4])
    if case.child.quotation_at(case.child.positions(mention.span).start):
        return False
    if mention.key in _WEEKDAYS:
        return not any(_may_be_counted(key, _BESIDE_TODAY) for key in case.known.dates)
    if mention.key in _BESIDE_TODAY:
        return not any(_may_be_counted(key, _WEEKDAYS) for key in case.known.dates)
    turn, _, of = mention.key.partition(" ")
    counted = any(_MONTH.search(key) for key in case.known.dates)
    return turn in _TURNS and of not in _LOOSE and not counted


def _may_be_counted(key: str, days: tuple[str, ...]) -> bool:
    """Whether a date is a day by the calendar, or one of `days`, from which another is counted."""
    return bool(_DAY.search(key)) or key in days


def is_when(line: Line, span: Span) -> bool:
    """Whether a date tells when, and is no day that was spoken of: "this day", "that day of"."""
    own = line.positions(span)
    keys = [word.key for word in line.words[own.start : own.stop + 1]] if own else []
    pointed = keys[:1] in (["this"], ["that"], ["these"], ["those"])
    return not pointed or (keys[1:2] != ["day"] and keys[len(own) :] != ["of"])


def _replaced(case: Case, mention: Mention) -> tuple[Line, Span] | None:
    """The parent's date of the same event and form that the child's line does not have."""
    own = {m.key for m in case.child.of_kind(MentionKind.DATE)}
    for line in case.passage.parents:
        for other in line.of_kind(MentionKind.DATE):
            if other.key in own or not is_when(line, other.span):
                continue
            if not _differ(case.child, mention, line, other):
                continue
            if _same_event(case, mention, line, other):
                return line, other.span
    return None


def _differ(line: Line, mention: Mention, parent: Line, other: Mention) -> bool:
    """Whether two dates can be compared: of one form, or a weekday and a day that is not one."""
    if _form(mention.key) == _form(other.key):
        return True
    own, theirs = _weekday(line, mention.key), _weekday(parent, other.key)
    return own is not None and theirs is not None and own != theirs


def _weekday(line: Line, key: str) -> int | None:
    """The weekday that a date names or falls on, a year that is not given being the article's."""
    if key in _WEEKDAYS:
        return _WEEKDAYS.index(key)
    published = line.witness.article.published
    if key.startswith("--") and published:
        key = published.value[:4] + key[1:]
    try:
        return date.fromisoformat(key).weekday()
    except ValueError:
        return None


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
    if _has_strange_name(case, own):
        return False
    bounded = _is_bound(case.child, own.start) and _is_bound(line, theirs.start)
    reach = _NEAR_BOUND if bounded else _NEAR
    shared = 0
    for position in range(max(own.start - reach, 0), min(own.stop + reach, len(case.child.words))):
        place = case.passage.partners[position]
        near = (
            place
            and case.line_of(place) is line
            and (theirs.start - reach <= place.position < theirs.stop + reach)
        )
        shared += bool(near and case.child.weights[position])
    return shared >= (_SHARED_BOUND if bounded else _SHARED)


def _has_strange_name(case: Case, own: range) -> bool:
    """Whether a name beside a date has a part without a partner: another court, another day."""
    near = range(max(own.start - _NEAR_NAME, 0), min(own.stop + _NEAR_NAME, len(case.child.words)))
    named = case.child.named.intersection(near)
    return any(case.child.weights[n] and not case.passage.partners[n] for n in named)


def _is_bound(line: Line, position: int) -> bool:
    """Whether a date is that up to which, or from which on, something holds."""
    return any(w.key in _BOUNDS for w in line.words[max(position - 3, 0) : position])
