"""Finds where a text names times, and what the words say before a calendar is laid to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from newstemma.records import Mention, MentionKind, Span, Word
from newstemma.text.dates.calendar import exists
from newstemma.text.dates.forms import CONTINUED, FORMS
from newstemma.text.dates.keys import plain
from newstemma.text.dates.lexicon import FOLLOWERS, FOLLOWERS_OF_FIGURES, POINTERS, STARTS
from newstemma.text.dates.meaning import (
    CalendarDate,
    Duration,
    Meaning,
    NoTime,
    Offset,
    Reading,
    Recurrence,
    Vague,
)

__all__ = ["date_mentions", "readings"]

_YEAR = 4  # digits
_JOINTS = frozenset("-/–'’‑")
_SIGNS = frozenset("$€£¥₹#")


def date_mentions(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """The dates of `text`, in order, at its `words`: no lengths, no times of day alone.

    A key is the plain form of a date (see `dates.keys`). What no calendar has ("February 30")
    is no date.

    >>> from newstemma.text.segment import words
    >>> text = "They met on Nov. 3, 2025 and again on Tuesday."
    >>> [m.key for m in date_mentions(text, words(text))]
    ['2025-11-03', 'tuesday']
    """
    return tuple(
        Mention(span=span, kind=MentionKind.DATE, key=plain(reading.meaning))
        for span, reading in readings(text, words)
        if _is_date(reading.meaning)
    )


def _is_date(meaning: Meaning) -> bool:
    if isinstance(meaning, Offset):
        return not (meaning.told and meaning.steps == 0)
    return not isinstance(meaning, Duration | Recurrence | Vague)


def readings(text: str, words: Sequence[Word]) -> Iterator[tuple[Span, Reading]]:
    """The times of `text`, in order; they start at one of its `words` and do not overlap."""
    end = 0
    before = ""
    for word, after in zip_longest(words, words[1:]):
        if word.start >= end and _may_start(text, word, after):
            for span, reading in _at(text, word.start, before):
                end = span.end
                if not isinstance(reading.meaning, NoTime):
                    yield span, reading
        before = word.key


def _may_start(text: str, word: Word, after: Word | None) -> bool:
    """Whether a time may start at a word, so that the forms are worth a try."""
    start = word.start
    opens = _may_be_figures if text[start].isdecimal() else _may_be_words
    if not opens(text, word, after) or text[start - 1 : start] in _SIGNS:
        return False
    return not start or not _is_glued(text, start)


def _is_glued(text: str, start: int) -> bool:
    """Whether a word goes on with another: "B-2017", "Cargo2017"; not "は2017年"."""
    before = text[start - 1]
    hyphened = before in "-/_" and start > 1 and text[start - 2].isalnum()
    return hyphened or before.lower() != before.upper()


def _may_be_words(text: str, word: Word, after: Word | None) -> bool:
    if word.key not in POINTERS:
        return word.key in STARTS
    return after is not None and (after.key in FOLLOWERS or text[after.start].isdecimal())


def _may_be_figures(text: str, word: Word, after: Word | None) -> bool:
    if word.end - word.start >= _YEAR or text[word.end : word.end + 1] in _JOINTS:
        return True
    return after is not None and after.key in FOLLOWERS_OF_FIGURES


def _at(text: str, start: int, before: str) -> Iterator[tuple[Span, Reading]]:
    """The time that starts here, with further days of its month that follow."""
    found = _longest(text, start, before)
    while found:
        yield found
        found = _continued(text, *found)


def _longest(text: str, start: int, before: str) -> tuple[Span, Reading] | None:
    best = None
    for form, read in FORMS:
        match = form.match(text, start)
        if match and (best is None or match.end() > best[0].end):
            parts = {name: part for name, part in match.groupdict().items() if part is not None}
            if reading := read(parts | {"before": before}):
                best = Span(start, match.end()), reading
    return best


def _continued(text: str, span: Span, reading: Reading) -> tuple[Span, Reading] | None:
    """The 25 of "April 24 and 25"."""
    first = reading.meaning
    if not (isinstance(first, CalendarDate) and first.month and first.day):
        return None
    match = CONTINUED.match(text, span.end)
    if not match:
        return None
    year, day = int(match["year"] or 0) or first.year, int(match["day"])
    if not first.day < day or not exists(year, first.month, day):
        return None
    return Span(*match.span("second")), Reading(meaning=replace(first, year=year, day=day))
