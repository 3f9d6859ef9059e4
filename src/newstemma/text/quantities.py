"""Finds quantities: "at least 21", "$50 million", "two dozen", "a third", "12.5%".

English number words; figures in any script. Dates and clock times are no quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newstemma.records import Mention, MentionKind, Span, Word
from newstemma.text.dates import date_mentions

__all__ = ["number_mentions", "parts_of"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "lakh": 10**5, "crore": 10**7, "k": 1000, "m": 10**6, "mn": 10**6,
    "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_GLUED = frozenset({"k", "m", "mn", "bn", "tn"})
_PLURALS = {f"{word}s": size for word, size in _SCALES.items() if len(word) > 3} | {
    "tens": 10, "scores": 20,
}  # fmt: skip
_FRACTIONS = {
    "half": "0.5", "third": "1/3", "thirds": "2/3", "quarter": "0.25", "quarters": "0.75",
    "fifth": "0.2", "tenth": "0.1",
}  # fmt: skip
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_SIGNS = "$€£¥₹₽₩"
_UNITS = {
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pounds": "£", "yen": "¥",
    "rupees": "₹", "rubles": "₽", "percent": "%", "pc": "%",
}  # fmt: skip
_BOUNDS = {
    "at least": ">=", "no fewer than": ">=", "no less than": ">=", "a minimum of": ">=",
    "more than": ">", "over": ">", "upwards of": ">", "in excess of": ">", "well over": ">",
    "at most": "<=", "up to": "<=", "as many as": "<=", "as much as": "<=", "no more than": "<=",
    "a maximum of": "<=", "less than": "<", "fewer than": "<", "under": "<",
    "below": "<", "above": ">",
    "exceeding": ">", "beyond": ">",
    "nearly": "~", "almost": "~", "about": "~", "around": "~", "roughly": "~", "some": "~",
    "approximately": "~", "close to": "~", "an estimated": "~", "estimated": "~", "just over": ">",
    "just under": "<",
}  # fmt: skip
_RANGES = frozenset({"and", "to", "or"})
_OPENING_RANGES = frozenset({"between", "from"})
_LATER_BOUNDS = {"or more": ">=", "or so": "~", "or fewer": "<=", "or less": "<="}
_NO_COUNT_BEFORE = frozenset("no this that which each any every the other another".split())
_NO_COUNT_AFTER = frozenset("of another day s is was has who that which and or".split())
_GROUP_SPACES = frozenset({"\u00a0", "\u2009", "\u202f"})  # between groups of digits (SI, ISO 31-0)
_LONGEST = 30  # digits; a longer run is an identifier


@dataclass(frozen=True, slots=True)
class _Reading:
    """A value read from the words `[first, end)`."""

    first: int
    end: int
    value: str
    unit: str = ""


def number_mentions(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """The quantities of `text`, in order, at its `words`, with bound, scale and unit.

    Equal quantities have equal keys: a bound (`>=`, `>`, `<=`, `<`, `~` or none), a value and
    a unit (a currency sign, `%`, `th` for ordinals, `s` for "hundreds", or none).

    >>> from newstemma.text.segment import words
    >>> text = "At least 21 of two dozen boats, worth $50 million, sank."
    >>> [m.key for m in number_mentions(text, words(text))]
    ['>=21', '24', '50000000$']
    """
    return tuple(_mention(text, words, reading) for reading in _readings(text, words))


def parts_of(key: str) -> tuple[str, str, str]:
    """The bound, the value and the unit of a quantity's key.

    >>> parts_of(">=21")
    ('>=', '21', '')
    """
    rest = key.lstrip("<>=~")
    value = rest.rstrip("%sth" + _SIGNS)
    return key[: len(key) - len(rest)], value, rest[len(value) :]


def _readings(text: str, words: Sequence[Word]) -> Iterator[_Reading]:
    dates = {m.span.start: m.span.end for m in date_mentions(text, words)}
    index = taken = 0
    while index < len(words):
        taken = max(taken, dates.get(words[index].start, 0))
        reading = None if words[index].start < taken else _read(text, words, index)
        if reading:
            yield reading
        index = reading.end if reading else index + 1


def _read(text: str, words: Sequence[Word], index: int) -> _Reading | None:
    key = words[index].key
    if key[0].isdigit():
        return _figure(text, words, index)
    if key in _PLURALS:
        return _plural(words, index)
    if key in _ORDINALS and key not in _FRACTIONS and not text[words[index].start].isupper():
        return _Reading(index, index + 1, str(_ORDINALS[key]), "th")
    if key in _FRACTIONS or key in {"a", "an"}:
        return _fraction(words, index) or _spelled(text, words, index)
    return _spelled(text, words, index) if key in _SMALL or key in _SCALES else None


def _figure(text: str, words: Sequence[Word], index: int) -> _Reading | None:
    word = words[index]
    start = word.start
    glued = start > 0 and (text[start - 1] in "_#/" or _follows_letter(text, start))
    end = index + 1
    while end < len(words) and _is_group(text, words, end):
        end += 1
    figure = "".join(text[w.start : w.end] for w in words[index:end])
    value = None if glued else _decimal(figure)
    if value is None:
        return None
    value *= _scale_of_range(text, words, index, end)
    while end < len(words) and _is_scale(text, words, end):
        value, end = value * _SCALES[words[end].key], end + 1
    if end < len(words) and words[end].key in _SUFFIXES and words[end].start == word.end:
        return _Reading(index, end + 1, _plain(value), "th")
    return _Reading(index, end, _plain(value))


def _scale_of_range(text: str, words: Sequence[Word], index: int, end: int) -> int:
    """What the scale of a range's second number is for the first: "$140 to $150 million"."""
    if end >= len(words):
        return 1
    gap = text[words[end - 1].end : words[end].start].strip(" " + _SIGNS)
    dash = gap in {"-", "–"}
    at = end if dash else end + 1
    if at + 1 >= len(words) or gap.strip("-–") or not (dash or words[end].key in _RANGES):
        return 1
    between = index > 0 and words[index - 1].key in _OPENING_RANGES
    signs = _has_sign(text, words[index].start), _has_sign(text, words[at].start)
    if not (between or all(signs) or (signs[0] and (dash or words[end].key == "to"))):
        return 1
    second = text[words[at].start : words[at].end].replace(".", "").isdecimal()
    scaled = second and _is_scale(text, words, at + 1)
    return _SCALES[words[at + 1].key] if scaled else 1


def _has_sign(text: str, start: int) -> bool:
    before = text[max(start - 2, 0) : start].strip()[-1:]
    return before != "" and before in _SIGNS


def _is_group(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether three digits go on with a number: "9 000", parted by a space that does not break."""
    before, word = words[index - 1], words[index]
    figure, group = text[before.start : before.end], text[word.start : word.end]
    joined = text[before.end : word.start] in _GROUP_SPACES
    return (
        joined
        and group.isdecimal()
        and len(group) == 3
        and figure.isdecimal()
        and (len(figure) <= 3)
    )


def _follows_letter(text: str, start: int) -> bool:
    """F-16 and COVID-19 are names; 10-15 is a range."""
    before = text[start - 1]
    return before.isalpha() or (before in "-–" and start > 1 and text[start - 2].isalpha())


def _decimal(figure: str) -> Decimal | None:
    if len(figure) > _LONGEST or not figure.replace(",", "").replace(".", "").isdecimal():
        return None  # an identifier, a clock time, or a sign like "½"
    mark = max(".,", key=figure.rfind)
    whole, _, part = figure.rpartition(mark)
    digits = whole.replace(",", "").replace(".", "")
    if figure.count(mark) > 1 or (mark == "," and len(part) == 3) or not whole:
        return Decimal(digits + part)
    return Decimal(f"{digits}.{part}")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _is_scale(text: str, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    touches = words[index - 1].end == word.start
    gap = text[words[index - 1].end : word.start]
    return word.key in _SCALES and (touches or (not gap.strip("- ") and word.key not in _GLUED))


def _joins(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether only a space or a hyphen parts a word from the one before it."""
    return text[words[index - 1].end : words[index].start].strip(" \u00a0-‐‑") == ""


# A longer run of number words is no number, and would count beyond all bounds.
_MOST_WORDS = 24


def _plural(words: Sequence[Word], index: int) -> _Reading:
    """A size, not a count: "hundreds of thousands"."""
    size, end = _PLURALS[words[index].key], index + 1
    limit = min(len(words), index + _MOST_WORDS)
    while end + 1 < limit and words[end].key == "of" and words[end + 1].key in _PLURALS:
        size, end = size * _PLURALS[words[end + 1].key], end + 2
    return _Reading(index, end, str(size), "s")


def _fraction(words: Sequence[Word], index: int) -> _Reading | None:
    key = words[index].key
    article = key in {"a", "an"}
    at = index + 1 if article else index
    if at >= len(words) or words[at].key not in _FRACTIONS:
        return None
    name = words[at].key
    if name == "half" or (article and name != "thirds" and name != "quarters"):
        return _Reading(index, at + 1, _FRACTIONS[name])
    if name in _ORDINALS:
        return _Reading(index, at + 1, str(_ORDINALS[name]), "th")
    return None


def _spelled(text: str, words: Sequence[Word], index: int) -> _Reading | None:
    """A cardinal in words: "two hundred and five", "a dozen", "twenty-one"."""
    end, total, part = index, 0, 0
    while end < min(len(words), index + _MOST_WORDS) and (end == index or _joins(text, words, end)):
        key = words[end].key
        if key in {"a", "an"} and end == index:
            part = 1 if _has_scale(words, end + 1) else 0
        elif key in _SMALL and (part % 100 == 0 or (part % 10 == 0 and _SMALL[key] < 10)):
            part += _SMALL[key]
        elif key in _SCALES and key not in _GLUED and (part or end == index):
            total, part = _scaled(total, part or 1, _SCALES[key])
        elif not (key == "and" and part and part % 100 == 0 and _has_small(words, end + 1)):
            break
        if not (part or total or key in _SMALL):
            return None
        end += 1
    if end < len(words) and end == index + 1 and words[end].key in {"thirds", "quarters"}:
        return _Reading(index, end + 1, _FRACTIONS[words[end].key])
    if end == index + 1 and not _counts(words, index):
        return None
    return _Reading(index, end, str(total + part)) if end > index else None


def _scaled(total: int, part: int, scale: int) -> tuple[int, int]:
    """A dozen and a hundred go on counting; a thousand and more close a group."""
    return (total, part * scale) if scale <= 100 else (total + part * scale, 0)


def _has_scale(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].key in _SCALES and words[index].key not in _GLUED


def _has_small(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].key in _SMALL


def _counts(words: Sequence[Word], index: int) -> bool:
    """Whether a lone number word counts something: not "no one", "one of", "one another"."""
    key = words[index].key
    if key in _SCALES:
        return False
    if key != "one":
        return True
    before = words[index - 1].key if index else ""
    after = words[index + 1].key if index + 1 < len(words) else "of"
    return before not in _NO_COUNT_BEFORE and after not in _NO_COUNT_AFTER


def _mention(text: str, words: Sequence[Word], reading: _Reading) -> Mention:
    start, end = words[reading.first].start, words[reading.end - 1].end
    unit = reading.unit
    if text[start - 1 : start] and text[start - 1] in _SIGNS:
        start, unit = start - 1, text[start - 1]
    elif text[end : end + 1] == "%":
        end, unit = end + 1, "%"
    elif reading.end < len(words) and words[reading.end].key in _UNITS:
        end, unit = words[reading.end].end, _UNITS[words[reading.end].key]
    start, end, bound = _bound(text, words, reading, Span(start, end))
    key = f"{bound}{reading.value}{unit}"
    return Mention(span=Span(start, end), kind=MentionKind.NUMBER, key=key)


def _bound(text: str, words: Sequence[Word], reading: _Reading, span: Span) -> tuple[int, int, str]:
    """Start, end and bound of a quantity with its approximator."""
    for length in (3, 2, 1):
        first = reading.first - length
        if first >= 0:
            phrase = " ".join(word.key for word in words[first : reading.first])
            near = text[words[reading.first - 1].end : span.start].strip(" \u00a0") == ""
            if near and phrase in _BOUNDS:
                return words[first].start, span.end, _BOUNDS[phrase]
    if text[span.end : span.end + 1] == "+" and not text[span.end + 1 : span.end + 2].isalnum():
        return span.start, span.end + 1, ">="
    later = " ".join(word.key for word in words[reading.end : reading.end + 2])
    if later in _LATER_BOUNDS:
        return span.start, words[reading.end + 1].end, _LATER_BOUNDS[later]
    return span.start, span.end, ""
