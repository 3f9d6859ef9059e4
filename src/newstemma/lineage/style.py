"""How a text is told, whatever it tells: its voice, its asides, its words and sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.lineage.commentary import COMMENTARY
from newstemma.records import Span, Witness

__all__ = ["Style", "style"]

_CONTRACTION = re.compile(r"['’](?:t|re|ve|ll|m|d)$", re.IGNORECASE)
_ENGLISH = ("en", "und")  # the word lists are English, and say nothing of other languages
_SPOKEN = frozenset("i me my mine we us our ours you your yours".split())
_DAYS = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "ago now morning afternoon evening night".split()
)
_ASIDE = re.compile(r"[()\[\]:;—–…]|\.\.\.|--| - ")
_EXCLAIMED = re.compile(r"[!?！？؟]")
_SHORT = 3  # letters
_USUAL_LENGTH = 20.0  # words of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is told: where each mark stands, and its sentences' lengths.

    `oddity` is how far the mean length of a sentence is from the usual, as a logarithm.
    """

    spoken: tuple[Span, ...]
    asides: tuple[Span, ...]
    days: tuple[Span, ...]
    commentary: tuple[Span, ...]
    short_words: tuple[Span, ...]
    oddity: float


def style(witness: Witness) -> Style:
    """Where the words of `witness` show how it is told, and how even its sentences are."""
    words = witness.words
    lengths = [sentence.end_word - sentence.first_word for sentence in witness.sentences]
    english = words if witness.article.language in _ENGLISH else ()
    contracted = [w for w in english if _CONTRACTION.search(w.span.of(witness.text))]
    said = [w for w in english if w.key in _SPOKEN]
    exclaimed = _found(_EXCLAIMED, witness)
    return Style(
        spoken=(*(w.span for w in (*contracted, *said)), *exclaimed),
        asides=_found(_ASIDE, witness),
        days=tuple(w.span for w in english if w.key in _DAYS),
        commentary=tuple(w.span for w in english if w.key in COMMENTARY),
        short_words=tuple(w.span for w in words if len(w.key) <= _SHORT),
        oddity=_oddity(lengths),
    )


def _found(pattern: re.Pattern[str], witness: Witness) -> tuple[Span, ...]:
    return tuple(
        Span(*match.span())
        for sentence in witness.sentences
        for match in pattern.finditer(witness.text, sentence.span.start, sentence.span.end)
    )


def _oddity(lengths: Sequence[int]) -> float:
    mean = (sum(lengths) + 3 * _USUAL_LENGTH) / (len(lengths) + 3)
    return abs(math.log(mean / _USUAL_LENGTH))
