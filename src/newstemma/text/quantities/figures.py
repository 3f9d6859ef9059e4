"""Reads numbers in figures, in any script's digits and with any of the usual marks."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from newstemma.records import Word
from newstemma.text.quantities.lexicon import VULGAR

__all__ = ["figure_at", "value_of"]

# What parts groups of three digits: spaces of one number (SI, ISO 31-0), and marks of other
# scripts and countries.
_GROUPING = frozenset({"\u00a0", "\u2009", "\u202f", "'", "’", "٬", "，"})
_POINTS = frozenset({"٫", "．"})
_LONGEST = 30  # digits; a longer run is an identifier


def figure_at(text: str, words: Sequence[Word], index: int) -> tuple[Fraction, int] | None:
    """The value of the figures that start at a word, and the word after them.

    >>> from newstemma.text.segment import words
    >>> text = "1.234,5"
    >>> figure_at(text, words(text), 0)
    (Fraction(2469, 2), 1)
    """
    end = index + 1
    while end < len(words) and end - index < _LONGEST and _is_group(text, words, end):
        end += 1
    figure = "".join(text[word.start : word.end] for word in words[index:end])
    if end < len(words) and _gap(text, words, end) in _POINTS and _is_decimal(text, words[end]):
        figure, end = f"{figure}.{text[words[end].start : words[end].end]}", end + 1
    value = value_of(figure)
    if value is None:
        return None
    part, end = _vulgar(text, words, end) or _stroke(text, words, end) or (Fraction(0), end)
    return value + part, end


def value_of(figure: str) -> Fraction | None:
    """The value of digits with points and commas; None for an identifier or a clock time.

    Of points and commas the last is the decimal mark, unless it stands more than once or is a
    comma before three digits.

    >>> value_of("1,234.5"), value_of("1.234,5"), value_of("1,00,000"), value_of("10:30")
    (Fraction(2469, 2), Fraction(2469, 2), Fraction(100000, 1), None)
    """
    if len(figure) > _LONGEST or not figure.replace(",", "").replace(".", "").isdecimal():
        return None
    mark = max(".,", key=figure.rfind)
    whole, _, part = figure.rpartition(mark)
    digits = whole.replace(",", "").replace(".", "")
    if figure.count(mark) > 1 or (mark == "," and len(part) == 3) or not whole:
        return Fraction(int(digits + part))
    return Fraction(int(digits + part), 10 ** len(part))


def _gap(text: str, words: Sequence[Word], index: int) -> str:
    return text[words[index - 1].end : words[index].start]


def _is_decimal(text: str, word: Word) -> bool:
    return text[word.start : word.end].isdecimal()


def _is_group(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether three digits go on with a number: "9 000", parted by a space that does not break."""
    before, word = words[index - 1], words[index]
    return (
        _gap(text, words, index) in _GROUPING
        and _is_decimal(text, word)
        and _is_decimal(text, before)
        and len(word.span) == 3
        and len(before.span) <= 3
    )


def _vulgar(text: str, words: Sequence[Word], end: int) -> tuple[Fraction, int] | None:
    """The ½ of "4½" or "4 ½"."""
    if end == len(words) or _gap(text, words, end) not in {"", " ", "\u00a0"}:
        return None
    part = VULGAR.get(text[words[end].start : words[end].end])
    return (part, end + 1) if part else None


def _stroke(text: str, words: Sequence[Word], end: int) -> tuple[Fraction, int] | None:
    """The 1/2 of "4 1/2"."""
    if end + 1 >= len(words) or _gap(text, words, end) not in {" ", "\u00a0", "-"}:
        return None
    if _gap(text, words, end + 1) not in {"/", "⁄"}:
        return None
    pair = [text[word.start : word.end] for word in words[end : end + 2]]
    if not all(part.isdecimal() and len(part) <= 2 for part in pair):
        return None
    top, bottom = (int(part) for part in pair)
    return (Fraction(top, bottom), end + 2) if 0 < top < bottom else None
