"""Reads the signs and names of currencies and of percent beside a number."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.records import Span, Word
from newstemma.text.quantities.lexicon import CURRENCIES, SIGNS

__all__ = ["currency_of", "percent_of"]

_PERCENT = frozenset({"percent", "pc", "pct"})
_PERCENT_SIGNS = frozenset("%٪％")
_SHORTENED = frozenset({"mio", "mrd", "млн", "млрд"})
_CODES = frozenset("usd eur gbp jpy cny rmb inr rub krw chf".split())


def percent_of(text: str, words: Sequence[Word], end: int) -> tuple[Span, int] | None:
    """Where the percent sign or word after a number stands, and the word after it."""
    after = words[end - 1].end
    if text[after : after + 1] in _PERCENT_SIGNS:
        return Span(after, after + 1), end
    if end == len(words) or not _touch(text, words, end):
        return None
    keys = [word.key for word in words[end : end + 2]]
    if keys[:1] and keys[0] in _PERCENT:
        return words[end].span, end + 1
    if keys == ["per", "cent"]:
        return Span(words[end].start, words[end + 1].end), end + 2
    return None


def currency_of(
    text: str, words: Sequence[Word], first: int, end: int
) -> tuple[str, Span, int] | None:
    """The currency of the number in the words `[first, end)`, its place, and the word after it."""
    start, after = words[first].start, words[end - 1].end
    if start and text[start - 1] in SIGNS:
        return text[start - 1], Span(start - 1, start), end
    if first and words[first - 1].key in _CODES and _touch(text, words, first):
        code = words[first - 1]
        return CURRENCIES[code.key], code.span, end
    gap = len(text[after : after + 2]) - len(text[after : after + 2].lstrip(" \u00a0"))
    sign = text[after + gap : after + gap + 1]
    if sign and sign in SIGNS and not text[after + gap + 1 : after + gap + 2].isalnum():
        return sign, Span(after + gap, after + gap + 1), end
    if end < len(words) and words[end].key in CURRENCIES and _touch(text, words, end):
        return CURRENCIES[words[end].key], words[end].span, end + 1
    return None


def _touch(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether at most a space or a hyphen, or the stop of "Mio.", parts a word from the last."""
    before = words[index - 1]
    gap = text[before.end : words[index].start]
    return not gap.strip(" \u00a0-‑") or (gap == ". " and before.key in _SHORTENED)
