"""Judges who is said to have said a sentence, and for whom its pronouns stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.stems import is_content, stem
from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.place import Place
from newstemma.corroborate.check.wants import Want, WantKind
from newstemma.records import Attribution, Span
from newstemma.text.segment import words

__all__ = ["judge_gender", "judge_pronouns", "judge_speakers", "said_at"]

_PERSONAL = frozenset("he she they them him her his hers their theirs it its".split())
_MALE, _FEMALE = (frozenset(keys.split()) for keys in ("he him his", "she her hers"))
_MOSTLY = 0.5  # of the words that stand for those of the sentence


def judge_speakers(told: Assertion, place: Place) -> Iterator[Want]:
    """Each source of the sentence that the article does not give for the words."""
    given = [place.line.witness.attributions[n] for n in said_at(place)]
    for one in told.said:
        if not any(_is_one(one, other) for other in given) and not _is_spelt(one, told, place):
            there = next((other.source_span for other in given if other.source_span), None)
            span = one.source_span or one.cue_span or told.line.span
            yield Want(kind=WantKind.SPEAKER, span=span, there=there)


def said_at(place: Place) -> tuple[int, ...]:
    """The places, among the article's attributions, of those whose content holds most of what
    stands for the words of the sentence; the innermost first.
    """
    found = []
    spans = place.matched
    for number in place.said:
        contents = place.line.witness.attributions[number].content_spans
        inside = sum(any(c.covers(span) for c in contents) for span in spans)
        if spans and inside >= _MOSTLY * len(spans):
            found.append((sum(map(len, contents)), number))
    return tuple(number for _, number in sorted(found))


def _is_one(own: Attribution, other: Attribution) -> bool:
    """Whether two sources may be one: the names share a word."""
    return bool(_parts(own.source) & _parts(other.source))


def _parts(name: str | None) -> frozenset[str]:
    found = words(name, Span(0, len(name))) if name else ()
    return frozenset(stem(word.key) for word in found if is_content(word.key))


def _is_spelt(own: Attribution, told: Assertion, place: Place) -> bool:
    """Whether the line has the source and the reporting word itself."""
    spans = [span for span in (own.source_span, own.cue_span) if span]
    asked = [n for span in spans for n in told.line.positions(span) if told.line.weights[n]]
    return len(asked) > 1 and all(told.line.stems[n] in place.line.stems for n in asked)


def judge_gender(told: Assertion, place: Place) -> Iterator[Want]:
    """A pronoun of one gender where the place has those of the other alone."""
    there = {word.key for word in place.line.words}
    for word in told.line.words:
        for own, other in ((_MALE, _FEMALE), (_FEMALE, _MALE)):
            if word.key in own and not own & there and other & there:
                yield Want(kind=WantKind.GENDER, span=word.span)


def judge_pronouns(told: Assertion, earlier: Sequence[Assertion]) -> Iterator[Want]:
    """A pronoun before which the text has named nobody: what it says cannot be looked up."""
    if any(one.names for one in earlier):
        return
    for n, word in enumerate(told.line.words):
        if n in told.names:
            return
        if word.key in _PERSONAL:
            yield Want(kind=WantKind.PRONOUN, span=word.span)
