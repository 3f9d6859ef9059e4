"""Quantities as mentions: one for each number, with a key that equal quantities share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from newstemma.records import Mention, MentionKind, Span, Word
from newstemma.text.quantities.bounds import bound_of
from newstemma.text.quantities.readings import Form, Reading, readings
from newstemma.text.quantities.units import currency_of, percent_of

__all__ = ["number_mentions", "parts_of"]

_KEY = re.compile(r"([<>=~]*)([0-9./]*)(.*)", re.DOTALL)
_FORMS = {Form.CARDINAL: "", Form.ORDINAL: "th", Form.SIZE: "s"}


def number_mentions(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """The quantities of `text`, in order, at its `words`, with bound, scale and unit.

    Equal quantities have equal keys: a bound (`>=`, `>`, `<=`, `<`, `~` or none), a value and
    a unit (a currency's sign or code, `%`, `th` for ordinals, `s` for "hundreds", or none).

    >>> from newstemma.text.segment import words
    >>> text = "At least 21 of two dozen boats, worth $50 million, sank."
    >>> [m.key for m in number_mentions(text, words(text))]
    ['>=21', '24', '50000000$']
    """
    return tuple(_mention(text, words, reading) for reading in readings(text, words))


def parts_of(key: str) -> tuple[str, str, str]:
    """The bound, the value and the unit of a quantity's key.

    >>> parts_of(">=21")
    ('>=', '21', '')
    """
    bound, value, unit = _KEY.findall(key)[0]
    return bound, value, unit


def _mention(text: str, words: Sequence[Word], reading: Reading) -> Mention:
    span = Span(words[reading.first].start, words[reading.end - 1].end)
    unit = _FORMS[reading.form]
    if percent := percent_of(text, words, reading.end):
        unit, span = "%", Span(span.start, percent[0].end)
    elif money := currency_of(text, words, reading.first, reading.end):
        unit, place, _ = money
        span = Span(min(span.start, place.start), max(span.end, place.end))
    bound = bound_of(text, words, reading, span)
    if bound:
        span = Span(min(span.start, bound[1].start), max(span.end, bound[1].end))
    key = f"{bound[0] if bound else ''}{_plain(reading.value)}{unit}"
    return Mention(span=span, kind=MentionKind.NUMBER, key=key)


def _plain(value: Fraction) -> str:
    """A value in figures: whole, decimal where it ends, else a fraction."""
    places, rest = 0, value.denominator
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
    cut = len(digits) - places
    return f"{digits[:cut]}.{digits[cut:]}".rstrip("0").rstrip(".") if places else digits
