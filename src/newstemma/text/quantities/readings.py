"""Finds the numbers of a text: their words, their values, and how they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from newstemma.records import Word
from newstemma.text.dates import date_mentions
from newstemma.text.quantities.figures import figure_at, value_of
from newstemma.text.quantities.lexicon import (
    FRACTIONS,
    GLUED,
    ORDINAL_ENDINGS,
    ORDINALS,
    PLURALS,
    SCALES,
    SCALES_OF_FIGURES,
    SIGNS,
    SMALL,
    VULGAR,
)
from newstemma.text.quantities.numerals import cardinal, fraction, size

__all__ = ["RANGES", "Form", "Reading", "readings"]

RANGES = frozenset({"and", "to", "or"})
"""Words between the two ends of a range."""

_OPENING_RANGES = frozenset({"between", "from"})
_MOST_SCALES = 3  # "two thousand million"
# Words after "100m" that tell metres from millions.
_BY_THE_METRE = frozenset(
    "sprint dash race hurdles freestyle relay final breaststroke backstroke butterfly champion "
    "title record long high tall wide deep away above below from off".split()
)


class Form(Enum):
    """How a number counts."""

    CARDINAL = auto()
    ORDINAL = auto()
    SIZE = auto()  # "hundreds"


@dataclass(frozen=True, slots=True)
class Reading:
    """A value read from the words `[first, end)`."""

    first: int
    end: int
    value: Fraction
    form: Form = Form.CARDINAL


def readings(text: str, words: Sequence[Word]) -> Iterator[Reading]:
    """The numbers of `text`, in order, at its `words`; those of dates and clock times are none."""
    dates = {m.span.start: m.span.end for m in date_mentions(text, words)}
    index = taken = 0
    while index < len(words):
        taken = max(taken, dates.get(words[index].start, 0))
        reading = None if words[index].start < taken else _read(text, words, index)
        if reading:
            yield reading
        index = reading.end if reading else index + 1


def _read(text: str, words: Sequence[Word], index: int) -> Reading | None:
    word = words[index]
    key, first = word.key, text[word.start]
    if first.isdecimal():
        return _figure(text, words, index)
    if first in VULGAR and len(word.span) == 1:
        return Reading(index, index + 1, VULGAR[first])
    if key in PLURALS:
        value, end = size(words, index)
        return Reading(index, end, Fraction(value), Form.SIZE)
    if key in ORDINALS:
        place = Reading(index, index + 1, Fraction(ORDINALS[key]), Form.ORDINAL)
        return None if first.isupper() else place
    if key in FRACTIONS or key in {"a", "an"} or key in SMALL or key in SCALES:
        found = fraction(text, words, index) or cardinal(text, words, index)
        return Reading(index, found[1], found[0]) if found else None
    return None


def _figure(text: str, words: Sequence[Word], index: int) -> Reading | None:
    start = words[index].start
    glued = start > 0 and (text[start - 1] in "_#/" or _follows_letter(text, start))
    found = None if glued else figure_at(text, words, index)
    if not found:
        return None
    value, end = found
    value *= _scale_of_range(text, words, index, end)
    limit = min(len(words), end + _MOST_SCALES)
    while end < limit and _is_scale(text, words, end):
        value, end = value * SCALES_OF_FIGURES[words[end].key], end + 1
    ends = words[end - 1].end
    if end < len(words) and words[end].key in ORDINAL_ENDINGS and words[end].start == ends:
        return Reading(index, end + 1, value, Form.ORDINAL)
    return Reading(index, end, value)


def _follows_letter(text: str, start: int) -> bool:
    """F-16 and COVID-19 are names; 10-15 is a range."""
    before = text[start - 1]
    return before.isalpha() or (before in "-–" and start > 1 and text[start - 2].isalpha())


def _is_scale(text: str, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    gap = text[words[index - 1].end : word.start]
    if word.key not in SCALES_OF_FIGURES:
        return False
    if word.key == "m" and not gap and index + 1 < len(words):
        return words[index + 1].key not in _BY_THE_METRE
    return not gap or (not gap.strip("- \u00a0") and word.key not in GLUED)


def _scale_of_range(text: str, words: Sequence[Word], index: int, end: int) -> int:
    """What the scale of a range's second number is for the first: "$140 to $150 million"."""
    if end >= len(words):
        return 1
    gap = text[words[end - 1].end : words[end].start].strip(" " + SIGNS)
    dash = gap in {"-", "–"}
    at = end if dash else end + 1
    if at + 1 >= len(words) or gap.strip("-–") or not (dash or words[end].key in RANGES):
        return 1
    between = index > 0 and words[index - 1].key in _OPENING_RANGES
    signs = _has_sign(text, words[index].start), _has_sign(text, words[at].start)
    if not (between or all(signs) or (signs[0] and (dash or words[end].key == "to"))):
        return 1
    second = value_of(text[words[at].start : words[at].end]) is not None
    scaled = second and _is_scale(text, words, at + 1)
    return SCALES_OF_FIGURES[words[at + 1].key] if scaled else 1


def _has_sign(text: str, start: int) -> bool:
    """Whether the sign of a currency stands before a place, or a space before it."""
    before = text[max(start - 2, 0) : start].strip()[-1:]
    return before != "" and before in SIGNS
