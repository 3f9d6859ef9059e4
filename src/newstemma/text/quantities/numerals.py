"""Reads numbers in English words: "two hundred and five", "a third", "hundreds of thousands"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from newstemma.records import Word
from newstemma.text.quantities.lexicon import (
    FRACTIONS,
    GLUED,
    ORDINALS,
    PLURALS,
    SCALES,
    SMALL,
)

__all__ = ["cardinal", "fraction", "size"]

# A longer run of number words is no number, and would count beyond all bounds.
_MOST_WORDS = 24
_NO_COUNT_BEFORE = frozenset("no this that which each any every the other another".split())
_NO_COUNT_AFTER = frozenset("of another day s is was has who that which and or".split())
_AFTER_PART = frozenset(
    "of the to in or and as more less fewer from on at by for with than since after before "
    "are were is was have had has do did say said who that".split()
)
_PARTS = {f"{name}s": value for name, value in FRACTIONS.items()} | {"halves": FRACTIONS["half"]}


def size(words: Sequence[Word], index: int) -> tuple[int, int]:
    """A size and the word after it: "hundreds of thousands"."""
    total, end = PLURALS[words[index].key], index + 1
    limit = min(len(words), index + _MOST_WORDS)
    while end + 1 < limit and words[end].key == "of" and words[end + 1].key in PLURALS:
        total, end = total * PLURALS[words[end + 1].key], end + 2
    return total, end


def fraction(text: str, words: Sequence[Word], index: int) -> tuple[Fraction, int] | None:
    """A part and the word after it: "half", "a third"."""
    article = words[index].key in {"a", "an"}
    at = index + 1 if article else index
    name = words[at].key if at < len(words) else ""
    if name == "half" or (article and name in FRACTIONS and not _is_place(text, words, at)):
        return FRACTIONS[name], at + 1
    return None


def _is_place(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether "a third" counts places: "a third man"; not "a third of them"."""
    if words[at].key not in ORDINALS or at + 1 >= len(words) or not _joins(text, words, at + 1):
        return False
    return words[at + 1].key not in _AFTER_PART


def cardinal(text: str, words: Sequence[Word], index: int) -> tuple[Fraction, int] | None:
    """A cardinal and the word after it: "two hundred and five", "a dozen", "three quarters"."""
    total, end = _run(text, words, index)
    if end == index:
        return None
    if end == index + 1:
        if part := _part(text, words, end, total):
            return part, end + 1
        if not _counts(words, index):
            return None
    return _and_a_half(words, end, total) or (Fraction(total), end)


def _part(text: str, words: Sequence[Word], end: int, count: int) -> Fraction | None:
    """So many parts: "three quarters", "one-third"."""
    if not count or end >= len(words) or not _joins(text, words, end):
        return None
    parts = FRACTIONS if count == 1 else _PARTS
    part = parts.get(words[end].key)
    return count * part if part else None


def _run(text: str, words: Sequence[Word], index: int) -> tuple[int, int]:
    """The value of the number words from `index` on, and the word after them."""
    end, total, part = index, 0, 0
    limit = min(len(words), index + _MOST_WORDS)
    while end < limit and (end == index or _joins(text, words, end)):
        step = _step(words, index, end, total, part)
        if step is None:
            break
        total, part = step
        end += 1
    return total + part, end


def _step(
    words: Sequence[Word], index: int, end: int, total: int, part: int
) -> tuple[int, int] | None:
    """The closed groups and the open one with one word more; None where it does not go on."""
    key = words[end].key
    if key in {"a", "an"} and end == index:
        return (total, 1) if _has_scale(words, end + 1) else None
    if key in SMALL and (part % 100 == 0 or (part % 10 == 0 and SMALL[key] < 10)):
        return total, part + SMALL[key]
    if key in SCALES and key not in GLUED and (part or end == index):
        return _scaled(total, part or 1, SCALES[key])
    joined = key == "and" and part and part % 100 == 0 and _has_small(words, end + 1)
    return (total, part) if joined else None


def _scaled(total: int, part: int, scale: int) -> tuple[int, int]:
    """A dozen and a hundred go on counting; a thousand and more close a group."""
    return (total, part * scale) if scale <= 100 else (total + part * scale, 0)


def _joins(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether only a space or a hyphen parts a word from the one before it."""
    return text[words[index - 1].end : words[index].start].strip(" \u00a0-‐‑") == ""


def _has_scale(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].key in SCALES and words[index].key not in GLUED


def _has_small(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].key in SMALL


def _and_a_half(words: Sequence[Word], end: int, total: int) -> tuple[Fraction, int] | None:
    """A number and a half, with the scale that may follow: "two and a half million"."""
    if [word.key for word in words[end : end + 3]] != ["and", "a", "half"]:
        return None
    value, end = total + Fraction(1, 2), end + 3
    return (value * SCALES[words[end].key], end + 1) if _has_scale(words, end) else (value, end)


def _counts(words: Sequence[Word], index: int) -> bool:
    """Whether a lone number word counts something: not "no one", "one of", "one another"."""
    key = words[index].key
    if key in SCALES or key != "one":
        return key not in SCALES
    before = words[index - 1].key if index else ""
    after = words[index + 1].key if index + 1 < len(words) else "of"
    return before not in _NO_COUNT_BEFORE and after not in _NO_COUNT_AFTER
