"""How a text is told, whatever it tells: its voice, its asides, the run of its sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.lineage.commentary import COMMENTARY
from newstemma.records import Span, Witness

__all__ = ["Style", "style"]

_CONTRACTION = re.compile(r"['’](?:t|re|ve|ll|m|d)$", re.IGNORECASE)
_SPOKEN = frozenset("i me my mine we us our ours you your yours".split())
_DAYS = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "ago now morning afternoon evening night".split()
)
_ASIDE = re.compile(r"[()\[\]:;—–…]|\.\.\.|--| - ")
_EXCLAIMED = re.compile(r"[!?]")
_USUAL_UNEVENNESS = 0.45
_USUAL_LENGTH = 20.0  # words of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is told: where each mark stands, and its sentences' lengths.

    `unevenness` is how much they differ among themselves, `oddity` how far their mean is from
    the usual, as a logarithm.
    """

    spoken: tuple[Span, ...]
    asides: tuple[Span, ...]
    days: tuple[Span, ...]
    commentary: tuple[Span, ...]
    unevenness: float
    oddity: float


def style(witness: Witness) -> Style:
    """Where the words of `witness` show how it is told, and how even its sentences are."""
    words = witness.words
    lengths = [sentence.end_word - sentence.first_word for sentence in witness.sentences]
    contracted = [w for w in words if _CONTRACTION.search(w.span.of(witness.text))]
    said = [w for w in words if w.key in _SPOKEN]
    exclaimed = _found(_EXCLAIMED, witness)
    return Style(
        spoken=(*(w.span for w in (*contracted, *said)), *exclaimed),
        asides=_found(_ASIDE, witness),
        days=tuple(w.span for w in words if w.key in _DAYS),
        commentary=tuple(w.span for w in words if w.key in COMMENTARY),
        unevenness=_unevenness(lengths),
        oddity=_oddity(lengths),
    )


def _found(pattern: re.Pattern[str], witness: Witness) -> tuple[Span, ...]:
    return tuple(
        Span(*match.span())
        for sentence in witness.sentences
        for match in pattern.finditer(witness.text, sentence.span.start, sentence.span.end)
    )


def _unevenness(lengths: Sequence[int]) -> float:
    """Standard deviation of the sentences' lengths by their mean, shrunk for few sentences."""
    if not lengths:
        return _USUAL_UNEVENNESS
    mean = sum(lengths) / len(lengths)
    variance = sum((length - mean) ** 2 for length in lengths) / len(lengths)
    share = len(lengths) / (len(lengths) + 3)
    return share * math.sqrt(variance) / mean + (1 - share) * _USUAL_UNEVENNESS


def _oddity(lengths: Sequence[int]) -> float:
    mean = (sum(lengths) + 3 * _USUAL_LENGTH) / (len(lengths) + 3)
    return abs(math.log(mean / _USUAL_LENGTH))
