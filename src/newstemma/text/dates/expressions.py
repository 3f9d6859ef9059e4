"""The times of an article, each with its value as seen from the article's own date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from newstemma.records import Sentence, Span, TimeExpression, TimeKind, Word
from newstemma.text.dates.context import bound_before, is_ahead, modifier_before
from newstemma.text.dates.intervals import precision_of
from newstemma.text.dates.keys import plain
from newstemma.text.dates.meaning import Duration, Reading, Recurrence, Vague
from newstemma.text.dates.readings import readings
from newstemma.text.dates.resolve import Reference, resolved

__all__ = ["time_expressions"]

# A time, what it says, and its words `[first, end)` among those of its sentence.
_Placed = tuple[Span, Reading, Sequence[Word], int, int]


def time_expressions(
    text: str, words: Sequence[Word], sentences: Sequence[Sentence], *, published: str | None
) -> tuple[TimeExpression, ...]:
    """The times that `text` names, in order, with values seen from the day of publication.

    `words` and `sentences` are those of the text; `published` is ISO 8601. Where it gives no
    day, a value that needs one has `X` in it or is None.

    >>> from newstemma.text.segment import sentences, words
    >>> text = "It opened last fall. It will close on Friday, after about two weeks."
    >>> tokens = words(text)
    >>> found = time_expressions(text, tokens, sentences(text, tokens), published="2024-05-13")
    >>> [(one.span.of(text), one.value) for one in found]
    [('last fall', '2023-FA'), ('Friday', '2024-05-17'), ('two weeks', 'P2W')]
    """
    now = _day(published or "")
    told = told_day = now.isoformat() if now else None
    found = []
    for placed in _placed(text, words, sentences):
        _, reading, own, first, end = placed
        ahead = is_ahead(own, first, end)
        seen = Reference(now=now, told=told, told_day=told_day, forward=ahead)
        one = _expression(placed, resolved(reading, seen))
        if one.value and one.value[0].isdigit():
            told = one.value
            told_day = one.value if _day(one.value) else told_day
        found.append(one)
    return tuple(found)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _placed(text: str, words: Sequence[Word], sentences: Sequence[Sentence]) -> Iterator[_Placed]:
    starts = [word.start for word in words]
    following = iter(sentences)
    sentence, own = next(following, None), words[:0]
    for span, reading in readings(text, words):
        while sentence and sentence.span.end <= span.start:
            sentence, own = next(following, None), words[:0]
        if not sentence:
            return
        offset, limit = sentence.first_word, sentence.end_word
        own = own or words[offset:limit]
        first = bisect_left(starts, span.start, offset, limit)
        end = bisect_left(starts, span.end, first, limit)
        yield span, reading, own, first - offset, end - offset


def _expression(placed: _Placed, value: str | None) -> TimeExpression:
    span, reading, words, first, _ = placed
    kind = _kind(reading)
    lasting = kind in {TimeKind.DURATION, TimeKind.SET}
    bound = None if lasting else bound_before(words, first)
    return TimeExpression(
        span=span,
        kind=kind,
        key=plain(reading.meaning),
        value=value,
        precision=precision_of(value) if value and not lasting else None,
        modifier=reading.modifier or (modifier_before(words, first) if lasting else None),
        bound=bound[0] if bound else None,
        bound_span=bound[1] if bound else None,
    )


def _kind(reading: Reading) -> TimeKind:
    match reading.meaning:
        case Duration():
            return TimeKind.DURATION
        case Recurrence():
            return TimeKind.SET
        case Vague():
            return TimeKind.DATE
    return TimeKind.TIME if reading.time else TimeKind.DATE
