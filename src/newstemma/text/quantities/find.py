"""The quantities of a text, with their ends, units and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from newstemma.records import Limit, Quantity, QuantityKind, Span, Word
from newstemma.text.quantities.bounds import bound_of
from newstemma.text.quantities.lexicon import SIGNS
from newstemma.text.quantities.measures import measure_after
from newstemma.text.quantities.readings import RANGES, Form, Reading, readings
from newstemma.text.quantities.things import after_age, counted_after, is_label
from newstemma.text.quantities.units import currency_of, percent_of

__all__ = ["quantities"]

_SIGNED = frozenset({QuantityKind.TEMPERATURE, QuantityKind.PERCENT})
_DEGREES = re.compile(r"\s?°\s?(?P<scale>[CF](?![^\W_]))?")
_LEAST_OF_A_SIZE = 2  # "hundreds" are two hundred at the least


def quantities(text: str, words: Sequence[Word]) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order, at its `words`; dates and clock times are none.

    >>> from newstemma.text.segment import words
    >>> text = "At least 21 of two dozen boats, worth between $40 and $50 million, sank."
    >>> [(q.span.of(text), q.kind.value, q.low, q.high) for q in quantities(text, words(text))][0]
    ('At least 21', 'count', Fraction(21, 1), None)
    """
    return tuple(_joined(text, words))


def _joined(text: str, words: Sequence[Word]) -> Iterator[Quantity]:
    """Each number by itself, but the two ends of a range together."""
    held: tuple[Reading, Quantity] | None = None
    for reading in readings(text, words):
        own = _quantity(text, words, reading)
        if held and (range_ := _range(text, words, held, (reading, own))):
            yield range_
            held = None
            continue
        if held:
            yield held[1]
        held = reading, own
    if held:
        yield held[1]


# --- one number --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What a number measures, the unit, where it stands, and the word after it."""

    kind: QuantityKind
    unit: str | None = None
    span: Span | None = None
    end: int


def _quantity(text: str, words: Sequence[Word], reading: Reading) -> Quantity:
    number = Span(words[reading.first].start, words[reading.end - 1].end)
    unit = _unit(text, words, reading, number)
    span = _around(number, unit.span)
    bound = bound_of(text, words, replace(reading, end=unit.end), span)
    limit = Limit(bound[0]) if bound else None
    if unit.kind in _SIGNED and _is_negative(text, words, reading.first):
        reading = replace(reading, value=-reading.value)
    low, high = _ends(reading, limit)
    counts = unit.kind in {QuantityKind.COUNT, QuantityKind.PERCENT, QuantityKind.ORDINAL}
    return Quantity(
        span=_around(span, bound[1] if bound else None),
        number=number,
        kind=unit.kind,
        low=low,
        high=high,
        limit=limit,
        limit_span=bound[1] if bound else None,
        unit=unit.unit,
        unit_span=unit.span,
        counted=counted_after(text, words, unit.end) if counts else None,
    )


def _is_negative(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether a minus stands before a number, or the word."""
    start = words[first].start
    sign = text[max(start - 2, 0) : start].strip(" \u00a0(") in {"-", "−", "–"}
    return sign or (first > 0 and words[first - 1].key == "minus")


def _around(span: Span, other: Span | None) -> Span:
    return Span(min(span.start, other.start), max(span.end, other.end)) if other else span


def _ends(reading: Reading, limit: Limit | None) -> tuple[Fraction | None, Fraction | None]:
    if reading.form is Form.SIZE:
        return reading.value * _LEAST_OF_A_SIZE, None
    match limit:
        case Limit.AT_LEAST | Limit.MORE_THAN:
            return reading.value, None
        case Limit.AT_MOST | Limit.LESS_THAN:
            return None, reading.value
    return reading.value, reading.value


def _unit(text: str, words: Sequence[Word], reading: Reading, number: Span) -> _Unit:
    if reading.form is Form.ORDINAL:
        return _Unit(kind=QuantityKind.ORDINAL, end=reading.end)
    if age := after_age(text, words, reading.first, reading.end):
        span = Span(words[reading.end].start, words[age - 1].end) if age > reading.end else None
        return _Unit(kind=QuantityKind.AGE, unit="year", span=span, end=age)
    if percent := percent_of(text, words, reading.end):
        return _Unit(kind=QuantityKind.PERCENT, unit="%", span=percent[0], end=percent[1])
    if degrees := _DEGREES.match(text, number.end):
        span = Span(*degrees.span())
        end = reading.end + bool(degrees["scale"])
        return _Unit(kind=QuantityKind.TEMPERATURE, unit="degree", span=span, end=end)
    if measure := measure_after(text, words, reading.end):
        kind, unit, span = measure
        inside = sum(1 for w in words[reading.end : reading.end + 4] if w.end <= span.end)
        return _Unit(kind=kind, unit=unit, span=span, end=reading.end + inside)
    if money := currency_of(text, words, reading.first, reading.end):
        sign, span, end = money
        return _Unit(kind=QuantityKind.MONEY, unit=sign, span=span, end=end)
    label = is_label(text, words, reading.first)
    return _Unit(kind=QuantityKind.LABEL if label else QuantityKind.COUNT, end=reading.end)


# --- two ends of a range -------------------------------------------------------------------------


def _range(
    text: str,
    words: Sequence[Word],
    first: tuple[Reading, Quantity],
    second: tuple[Reading, Quantity],
) -> Quantity | None:
    """From one number to the other: "between 10 and 20", "10-15", "two or three"."""
    (one, low), (two, high) = first, second
    if not _is_joined(text, words, one.end, two.first) or not _goes_up(low, high):
        return None
    if low.unit and (high.counted if high.unit is None else high.unit != low.unit):
        return None  # "$5 or 6 gulls"
    start = low.span.start
    opener = words[one.first - 1] if one.first else None
    if opener and opener.key == "between" and low.limit is None:
        start = opener.start
    return replace(
        high,
        span=Span(start, high.span.end),
        number=Span(low.number.start, high.number.end),
        kind=low.kind if low.unit else high.kind,
        low=low.low,
        limit=low.limit,
        limit_span=low.limit_span,
        unit=low.unit or high.unit,
        unit_span=low.unit_span or high.unit_span,
    )


def _goes_up(low: Quantity, high: Quantity) -> bool:
    if high.limit or low.low is None or low.high is None or high.low is None:
        return False
    kinds = {low.kind, high.kind} - {QuantityKind.COUNT}
    return low.low < high.low and len(kinds) < 2 and QuantityKind.ORDINAL not in kinds


def _is_joined(text: str, words: Sequence[Word], end: int, first: int) -> bool:
    """Whether a dash, or one word such as "to", and nothing else parts two numbers."""
    gap = text[words[end - 1].end : words[first].start]
    bare = gap.strip(" \u00a0%" + SIGNS)
    if first == end:
        return bare in {"-", "–", "‑"}
    if first != end + 1 or words[end].key not in RANGES:
        return False
    if bare.strip() != text[words[end].start : words[end].end]:
        return False
    opener = words[end - 2].key if end > 1 else ""
    return words[end].key != "and" or opener == "between" or _opened(words, end)


def _opened(words: Sequence[Word], end: int) -> bool:
    """Whether "between" opens the range a few words before its "and"."""
    return any(word.key == "between" for word in words[max(end - 4, 0) : end])
