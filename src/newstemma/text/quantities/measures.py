"""Reads the unit of measure after a number: length, mass, time, speed and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newstemma.records import QuantityKind, Span, Word

__all__ = ["BETWEEN", "measure_after"]

_WORDS: Mapping[QuantityKind, Mapping[str, str]] = {
    QuantityKind.TIME: {
        "second": "second seconds sec secs", "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs", "day": "day days", "week": "week weeks",
        "month": "month months", "year": "year years yr yrs", "decade": "decade decades",
        "century": "century centuries",
    },
    QuantityKind.LENGTH: {
        "kilometre": "km kilometre kilometres kilometer kilometers",
        "metre": "metre metres meter meters", "centimetre": "cm centimetre centimetres "
        "centimeter centimeters", "millimetre": "mm millimetre millimetres millimeter millimeters",
        "mile": "mile miles", "nautical mile": "nm", "yard": "yard yards", "foot": "foot feet ft",
        "inch": "inch inches",
    },
    QuantityKind.AREA: {
        "acre": "acre acres", "hectare": "hectare hectares ha",
    },
    QuantityKind.VOLUME: {
        "litre": "litre litres liter liters", "gallon": "gallon gallons",
        "barrel": "barrel barrels bbl", "pint": "pint pints",
    },
    QuantityKind.MASS: {
        "kilogram": "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        "gram": "gram grams gramme grammes", "milligram": "mg milligram milligrams",
        "tonne": "tonne tonnes", "ton": "ton tons", "pound": "lb lbs pound",
        "ounce": "ounce ounces oz",
    },
    QuantityKind.SPEED: {"mile per hour": "mph", "kilometre per hour": "kph kmh",
        "knot": "knot knots"},
    QuantityKind.TEMPERATURE: {"degree": "degree degrees"},
}  # fmt: skip
# The kind and the plain singular of a unit, by the keys of its forms.
_MEASURES: Mapping[str, tuple[QuantityKind, str]] = {
    form: (kind, unit)
    for kind, units in _WORDS.items()
    for unit, forms in units.items()
    for form in forms.split()
}

_PAIRS: Mapping[tuple[str, str], tuple[QuantityKind, str]] = {
    ("per", "cent"): (QuantityKind.PERCENT, "%"),
    ("percentage", "point"): (QuantityKind.POINTS, "percentage point"),
    ("percentage", "points"): (QuantityKind.POINTS, "percentage point"),
    ("nautical", "miles"): (QuantityKind.LENGTH, "nautical mile"),
    ("nautical", "mile"): (QuantityKind.LENGTH, "nautical mile"),
    ("light", "years"): (QuantityKind.LENGTH, "light year"),
} | {
    (square, form): (kind, f"{square} {unit}")
    for square, kind in (("square", QuantityKind.AREA), ("cubic", QuantityKind.VOLUME))
    for form, (_, unit) in _MEASURES.items()
    if _MEASURES[form][0] is QuantityKind.LENGTH
}
_SPEEDS = {"kilometre", "mile", "metre"}
BETWEEN = " \u00a0\u2009\u202f-‐‑"
"""What may part the words of one phrase: spaces and hyphens."""


def measure_after(
    text: str, words: Sequence[Word], end: int
) -> tuple[QuantityKind, str, Span] | None:
    """The kind, unit and place of the measure after a number that ends before word `end`."""
    if end >= len(words) or text[words[end - 1].end : words[end].start].strip(BETWEEN):
        return None
    pair = tuple(word.key for word in words[end : end + 2])
    if len(pair) == 2 and pair in _PAIRS:
        kind, unit = _PAIRS[pair]
        return kind, unit, Span(words[end].start, words[end + 1].end)
    if pair[0] == "pounds" and pair[1:] == ("of",):
        return QuantityKind.MASS, "pound", words[end].span
    if pair[0] not in _MEASURES:
        return None
    kind, unit = _MEASURES[pair[0]]
    rate = [word.key for word in words[end + 1 : end + 3]]
    if unit in _SPEEDS and rate in (["per", "hour"], ["an", "hour"], ["per", "second"]):
        span = Span(words[end].start, words[end + 2].end)
        return QuantityKind.SPEED, f"{unit} per {rate[1]}", span
    return kind, unit, words[end].span
