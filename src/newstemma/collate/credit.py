"""Tells how a note may name who is quoted, where that is certain enough to be printed."""

from __future__ import annotations

from newstemma.collate.voices import is_name
from newstemma.records import Quotation, Span, Witness
from newstemma.text.segment import word_key

__all__ = ["credited"]

_NEAR_CUE = 60  # characters from a quotation to its reporting word
_ARTICLES = frozenset({"a", "an", "the", "one", "his", "her", "their"})
_NO_SPEECH = frozenset("©@")  # whom one credits for a picture or answers said nothing


def credited(witness: Witness, quotation: Quotation) -> str | None:
    """The one quoted, as a note says it inside a sentence: "a spokesman"; None where unsure.

    A reporting word near by must give it, and a name must stand there itself: whom "she" or
    "a statement" stands for is told too uncertainly. Words that end in a comma are given by
    what comes after them.
    """
    name, cue, span = quotation.speaker, quotation.cue_span, quotation.span
    if not name or not cue or _gap(cue, span) > _NEAR_CUE or _is_anothers(witness, cue, span):
        return None
    first, _, rest = name.partition(" ")
    if not is_name(name) or first.lower() in _ARTICLES:
        return f"{first.lower()} {rest}" if rest and first.lower() in _ARTICLES else None
    return name if _is_named_there(witness, quotation, cue) else None


def _is_anothers(witness: Witness, cue: Span, span: Span) -> bool:
    """Whether a reporting word before a quotation cannot be its own: it runs on to another."""
    return cue.end <= span.start and span.of(witness.text)[-1:] == ","


def _is_named_there(witness: Witness, quotation: Quotation, cue: Span) -> bool:
    """Whether the speaker's place, beside the reporting word, has a part of the name."""
    there = quotation.speaker_span
    if there is None or there.overlaps(cue):
        return False
    parts = {word_key(part) for part in there.of(witness.text).split()}
    between = witness.text[min(there.start, quotation.span.end) : there.start]
    named = {word_key(part) for part in (quotation.speaker or "").split() if part[:1].isupper()}
    return not parts.isdisjoint(named) and _NO_SPEECH.isdisjoint(between)


def _gap(left: Span, right: Span) -> int:
    """The characters between two spans."""
    return max(left.start - right.end, right.start - left.end, 0)
