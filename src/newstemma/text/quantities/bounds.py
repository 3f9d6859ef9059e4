"""Reads the words beside a number that make it a bound or an approximation."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.records import Span, Word
from newstemma.text.quantities.lexicon import BOUNDS, LATER_BOUNDS
from newstemma.text.quantities.readings import Reading

__all__ = ["bound_of"]

_LONGEST = max(len(phrase.split()) for phrase in BOUNDS)


def bound_of(
    text: str, words: Sequence[Word], reading: Reading, span: Span
) -> tuple[str, Span] | None:
    """The bound of a number that fills `span` with its unit, and where it stands.

    Bounds are those of a key: `>=`, `>`, `<=`, `<` and `~`.
    """
    return (
        _before(text, words, reading.first, span.start)
        or _plus(text, span.end)
        or _after(words, reading.end)
    )


def _before(text: str, words: Sequence[Word], first: int, start: int) -> tuple[str, Span] | None:
    if not first or text[words[first - 1].end : start].strip(" \u00a0"):
        return None
    for length in range(min(_LONGEST, first), 0, -1):
        phrase = " ".join(word.key for word in words[first - length : first])
        if phrase in BOUNDS:
            return BOUNDS[phrase], Span(words[first - length].start, words[first - 1].end)
    return None


def _plus(text: str, end: int) -> tuple[str, Span] | None:
    sign = text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum()
    return (">=", Span(end, end + 1)) if sign else None


def _after(words: Sequence[Word], end: int) -> tuple[str, Span] | None:
    phrase = " ".join(word.key for word in words[end : end + 2])
    if phrase not in LATER_BOUNDS:
        return None
    return LATER_BOUNDS[phrase], Span(words[end].start, words[end + 1].end)
