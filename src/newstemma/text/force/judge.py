"""Judges how firmly a text stands behind what it says, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.records import Force, Sentence, Span, Stance, Word
from newstemma.text.force.cues import Cue, cues

__all__ = ["force", "forces"]

# Words that open a clause beside the main one; "that" opens what is said, which is the point.
_ASIDE = frozenset(
    "which who whom whose because when while after before since until although though as where "
    "but despite".split()
)
_MARKS = frozenset(",;:()—–")
_QUOTES = " \u00a0\"'“”‘’)"


def forces(text: str, words: Sequence[Word], sentences: Sequence[Sentence]) -> tuple[Stance, ...]:
    """The force of each of the `sentences` of `text`, whose words are `words`."""
    return tuple(
        force(text, words[one.first_word : one.end_word], within=one.span) for one in sentences
    )


def force(text: str, words: Sequence[Word], *, within: Span | None = None) -> Stance:
    """The force of the words of one sentence, clause or attributed content.

    `words` are its words, at least one; `within` is its stretch of `text` with the marks round
    it, by default from the first word to the mark after the last. The main clause decides: its
    weakest hedge, else a denial or a negation; what is said flatly is certain.

    >>> from newstemma.text.segment import words
    >>> text = "Officials denied that the boat, which may have leaked, was theirs."
    >>> stance = force(text, words(text))
    >>> stance.force.value, [span.of(text) for span in stance.evidence]
    ('denied', ['denied'])
    """
    span = within or Span(words[0].start, words[-1].end)
    found = cues(text, words)
    main = _main(text, words)
    here = [cue for cue in found if cue.first in main and cue.force is not Force.CERTAIN]
    value, evidence = _decided(here)
    if value is Force.CERTAIN and (mark := _question(text, span)):
        return Stance(span=span, force=Force.UNKNOWN, evidence=(mark,))
    plain = [cue for cue in found if cue.plain]
    ends = _clause_ends(text, words)
    return Stance(
        span=span,
        force=value,
        evidence=tuple(_span(words, cue) for cue in evidence),
        negated=value not in {Force.DENIED, Force.CERTAIN} and any(c.plain for c in here),
        negations=tuple(_span(words, cue) for cue in plain),
        scopes=tuple(
            Span(words[cue.first].start, words[ends[cue.end - 1] - 1].end) for cue in plain
        ),
    )


def _decided(here: Sequence[Cue]) -> tuple[Force, list[Cue]]:
    """The force that the cues of a main clause give, and those that give it.

    What leaves open comes before a denial in words, that before a hedge, a hedge before "not".
    """
    ranks = (
        (Force.UNKNOWN, False),
        (Force.DENIED, False),
        (Force.POSSIBLE, False),
        (Force.LIKELY, False),
        (Force.LIKELY, True),
        (Force.DENIED, True),
    )
    for value, plain in ranks:
        if deciding := [c for c in here if c.force is value and c.plain is plain]:
            return value, deciding
    return Force.CERTAIN, []


def _span(words: Sequence[Word], cue: Cue) -> Span:
    return Span(words[cue.first].start, words[cue.end - 1].end)


def _main(text: str, words: Sequence[Word]) -> frozenset[int]:
    """The positions of the main clause: asides between marks, and what they open, left out."""
    inside = []
    aside = False
    for position, word in enumerate(words):
        gap = text[words[position - 1].end : word.start] if position else ""
        marked = not _MARKS.isdisjoint(gap)
        if word.key in _ASIDE:
            aside = True
        elif marked:
            aside = False
        if not aside:
            inside.append(position)
    return frozenset(inside)


def _clause_ends(text: str, words: Sequence[Word]) -> list[int]:
    """For each word, the position after the last of its clause: up to a mark or the next clause."""
    ends = [len(words)] * len(words)
    for position in range(len(words) - 2, -1, -1):
        after = words[position + 1]
        gap = text[words[position].end : after.start]
        parted = after.key in _ASIDE or not _MARKS.isdisjoint(gap)
        ends[position] = position + 1 if parted else ends[position + 1]
    return ends


def _question(text: str, span: Span) -> Span | None:
    """The question mark that closes a stretch, or stands right after it."""
    for place in (span.end, *range(span.end - 1, max(span.end - 4, span.start), -1)):
        sign = text[place : place + 1]
        if sign in {"?", "？", "؟"}:
            return Span(place, place + 1)
        if sign not in _QUOTES:
            return None
    return None
