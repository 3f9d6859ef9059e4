"""Finds the quotations of a report: words between marks that somebody is said to have uttered.

Each outermost quoted stretch is judged in its frame (the narrator's sentence), and, where that
names nobody, by what was said just before. Words that nobody is said to have uttered, a
nickname, a title, a term, are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from newstemma.records import (
    Article,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Sentence,
    Span,
    Word,
)
from newstemma.text.quotations.attribution import Attribution, Bond, attributions
from newstemma.text.quotations.cast import cast_of
from newstemma.text.quotations.cues import Reach, cue_table
from newstemma.text.quotations.frames import frames
from newstemma.text.quotations.marks import Quoted, pair_marks
from newstemma.text.quotations.noun_phrases import PhraseKind
from newstemma.text.quotations.reporting import Reading, read_frame
from newstemma.text.quotations.scare_quotes import is_unspoken
from newstemma.text.quotations.speakers import Scene, Speaker
from newstemma.text.segment import paragraphs_of
from newstemma.text.segment import words as cut_words

__all__ = ["quotations"]

_UTTERANCE = 5  # words that make an unattributed quotation an utterance
_CLAUSE = 6  # quoted words that need no reporting word where a speaker is at hand
_MOST_TRIED = 4  # attributions that are tried for one quotation
_REACH = 2  # frames that a quotation without reporting word looks back for a speaker
_MOST_PARAGRAPHS = 8  # of one quotation that are looked through for its tag
_STOPS = frozenset(".!?…。！？")


@dataclass(frozen=True, slots=True)
class _Utterance:
    """Who speaks in a frame, by which word; quotations with one `group` are one utterance."""

    speaker: Speaker | None
    cue: Span | None
    group: int
    frame: int
    paragraph: int
    quoted: bool
    opens: bool = False  # it ends in a colon: what it announces comes next
    runs_on: bool = False  # no mark closes it: the next paragraph takes it up


def quotations(
    article: Article,
    words: Sequence[Word],
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
) -> tuple[Quotation, ...]:
    """The direct and mixed quotations of the article's report, in order.

    `words` and `sentences` are those of the report, `names` the NAME and ROLE mentions in it
    (`text.names`). What stands in headlines and other furniture is not looked at.
    """
    return tuple(_Finder(article, words, sentences, names).find()) if sentences else ()


def _outside_names(quoted: Sequence[Quoted], names: Sequence[Mention]) -> tuple[Quoted, ...]:
    """Without the nicknames that stand inside a name."""
    long = {m.span.end: m.span for m in names if m.kind is MentionKind.NAME and len(m.span) > 3}
    ends = sorted(long)
    return tuple(q for q in quoted if not _is_covered(q.outer, ends, long))


def _is_covered(outer: Span, ends: Sequence[int], spans: dict[int, Span]) -> bool:
    at = bisect_left(ends, outer.end)
    return at < len(ends) and spans[ends[at]].covers(outer)


class _Finder:
    """Reads the frames in order, and remembers who spoke last."""

    def __init__(
        self,
        article: Article,
        words: Sequence[Word],
        sentences: Sequence[Sentence],
        names: Sequence[Mention],
    ) -> None:
        self._id, self._text = article.id, article.text
        cues = cue_table(article.language)
        pairs = pair_marks(self._text, paragraphs_of(sentences))
        self._quoted = _outside_names(pairs, names)
        mentions = {mention.span.start: mention for mention in names}
        self._readings = [
            read_frame(self._text, frame, mentions, cues)
            for frame in frames(self._text, words, sentences, self._quoted, cues)
        ]
        self._scene = Scene(self._text, cast_of(self._text, words, names))
        self._last: _Utterance | None = None
        self._groups: dict[int, int] = {}
        self._direct: set[int] = set()
        self._uttered: set[str] = set()

    def find(self) -> Iterator[Quotation]:
        for number, reading in enumerate(self._readings):
            said: list[_Utterance] = []
            for position in reading.frame.quoted:
                utterance = self._utterance(reading, position, number)
                if utterance is not None:
                    runs_on = self._quoted[reading.tokens[position].quoted].runs_on
                    utterance = replace(utterance, runs_on=runs_on)
                    said.append(utterance)
                    self._last = utterance
                    yield self._row(reading, position, utterance)
            heard = self._overheard(reading, number, said)
            speakers = [u.speaker for u in (*said, *heard) if u.speaker is not None]
            self._scene.close(reading, speakers)

    def _utterance(self, reading: Reading, position: int, number: int) -> _Utterance | None:
        quoted = self._quoted[reading.tokens[position].quoted]
        inner = quoted.span.of(self._text)
        if is_unspoken(self._text, reading, position, inner):
            return None
        keys = [word.key for word in cut_words(self._text, quoted.span)]
        for found in islice(attributions(reading, position), _MOST_TRIED):
            utterance = self._attributed(reading, found, number)
            if utterance.speaker or found.bond is Bond.TIGHT or _is_sentence(inner, keys):
                self._uttered.update(keys)
                return utterance
        if self._runs_on(reading, inner, keys):
            self._uttered.update(keys)
            return self._continued(reading, number)
        echo = self._echo(reading, keys, number)
        opens = position == 0 or reading.tokens[position - 1].key == ":"
        alone = opens and inner[-1] in _STOPS | {","} and _is_sentence(inner, keys)
        if echo is None and alone:
            return self._made(None, None, reading.tokens[position].start, number)
        return echo

    def _attributed(self, reading: Reading, found: Attribution, number: int) -> _Utterance:
        speaker = self._scene.speaker(found.subject, reading) if found.subject else None
        cue = reading.tokens[found.cue] if found.cue is not None else None
        anchor = cue.start if cue else reading.tokens[0].start
        span = Span(cue.start, cue.end) if cue else None
        return self._made(speaker, span, anchor, number)

    def _made(
        self, speaker: Speaker | None, cue: Span | None, anchor: int, number: int
    ) -> _Utterance:
        group = self._groups.setdefault(anchor, len(self._groups))
        paragraph = self._readings[number].frame.paragraph
        return _Utterance(speaker, cue, group, number, paragraph, quoted=True)

    def _runs_on(self, reading: Reading, inner: str, keys: Sequence[str]) -> bool:
        """Whether words without a reporting word are an utterance all the same."""
        if reading.frame.is_bare:
            taken_up = self._last is not None and self._last.runs_on
            return taken_up or _is_sentence(inner, keys) or self._continues_paragraph(reading)
        at_hand = self._last is not None and self._last.paragraph == reading.frame.paragraph
        return at_hand and len(keys) >= _CLAUSE

    def _continues_paragraph(self, reading: Reading) -> bool:
        last = self._last
        return last is not None and last.quoted and last.paragraph == reading.frame.paragraph

    def _continued(self, reading: Reading, number: int) -> _Utterance:
        """The speaker of what was said just before goes on, else the person just spoken of."""
        last, anchor = self._last, reading.tokens[0].start
        before = self._readings[number - 1] if number else None
        announced = before is not None and before.tokens[-1].key == ":"
        if announced and before and (last is None or last.frame < number - 1):
            return self._made(self._scene.subject(before), None, anchor, number)
        if signed := self._signature(number):
            return self._made(signed, None, anchor, number)
        if last is not None and last.runs_on:
            return replace(last, cue=None, frame=number, paragraph=reading.frame.paragraph)
        if later := self._tagged_later(number):
            return later
        if last is not None and number - last.frame <= _REACH:
            opens = reading.tokens[0].quoted >= 0
            if opens and last.paragraph == reading.frame.paragraph and last.quoted:
                return _Utterance(
                    last.speaker, last.cue, last.group, number, last.paragraph, quoted=True
                )
            cue = last.cue if last.opens and number - last.frame == 1 else None
            speaker = Speaker(last.speaker.name, last.speaker.key) if last.speaker else None
            return self._made(speaker, cue, anchor, number)
        return self._made(self._scene.subject(before) if before else None, None, anchor, number)

    def _tagged_later(self, number: int) -> _Utterance | None:
        """The utterance of a quotation over paragraphs whose tag stands in the last of them."""
        for later in range(number, min(number + _MOST_PARAGRAPHS, len(self._readings) - 1)):
            reading, following = self._readings[later], self._readings[later + 1]
            runs_on = self._quoted[reading.tokens[-1].quoted].runs_on
            if not (reading.frame.is_bare and runs_on and following.tokens[0].quoted >= 0):
                return None
            found = next(attributions(following, 0), None)
            if found is not None and found.bond is Bond.TIGHT:
                return replace(self._attributed(following, found, number), cue=None)
        return None

    def _signature(self, number: int) -> Speaker | None:
        """The name in a line of its own after the quotation: "- Ann Lee"."""
        following = self._readings[number + 1 : number + 2]
        if not following or following[0].tokens[0].key != "--":
            return None
        named = following[0].starting(1)
        if named is None or named.kind is not PhraseKind.NAME:
            return None
        return self._scene.speaker(named, following[0])

    def _echo(self, reading: Reading, keys: Sequence[str], number: int) -> _Utterance | None:
        """A few words taken up from an earlier quotation, told again as that speaker's."""
        if not keys or not self._uttered.issuperset(keys) or not any(len(k) > 3 for k in keys):
            return None
        for report in reading.reports:
            if report.subject is not None:
                speaker = self._scene.speaker(report.subject, reading)
                if speaker is not None:
                    return self._made(speaker, None, reading.tokens[0].start, number)
        return None

    def _overheard(
        self, reading: Reading, number: int, said: Sequence[_Utterance]
    ) -> list[_Utterance]:
        """Who speaks in the frame without marks; notes the last of them."""
        heard = []
        opens = reading.tokens[-1].key == ":"
        for report in reading.reports:
            if report.subject is None or report.negated or report.cue.reach is Reach.TOUCHING:
                continue
            speaker = self._scene.speaker(report.subject, reading)
            token = reading.tokens[report.at]
            cue = Span(token.start, token.end)
            group = self._groups.setdefault(token.start, len(self._groups))
            paragraph = reading.frame.paragraph
            heard.append(
                _Utterance(speaker, cue, group, number, paragraph, quoted=False, opens=opens)
            )
        if heard and not said:
            self._last = heard[0] if not opens else heard[-1]
        return heard

    def _row(self, reading: Reading, position: int, utterance: _Utterance) -> Quotation:
        quoted = self._quoted[reading.tokens[position].quoted]
        speaker = utterance.speaker
        kind = self._kind(reading, position, quoted, utterance)
        if kind is QuotationKind.DIRECT:
            self._direct.add(utterance.group)
        return Quotation(
            article=self._id,
            span=quoted.span,
            kind=kind,
            speaker=speaker.name if speaker else None,
            speaker_span=speaker.span if speaker else None,
            cue=utterance.cue.of(self._text) if utterance.cue else None,
            cue_span=utterance.cue,
            group=f"{self._id}:{utterance.group}",
        )

    def _kind(
        self, reading: Reading, position: int, quoted: Quoted, utterance: _Utterance
    ) -> QuotationKind:
        inner = quoted.span.of(self._text)
        first = next((char for char in inner if char.isalnum()), "")
        before = reading.tokens[position - 1] if position else None
        apart = before is None or before.key in {",", ":", "--"} or before.quoted >= 0
        whole = any(f"{mark} " in inner for mark in _STOPS)
        goes_on = utterance.group in self._direct  # "...," she said, "and ..."
        direct = (goes_on or not first.islower()) and (apart or whole)
        return QuotationKind.DIRECT if direct else QuotationKind.MIXED


def _is_sentence(inner: str, keys: Sequence[str]) -> bool:
    first = next((char for char in inner if char.isalnum()), "a")
    return len(keys) >= _UTTERANCE and not first.islower()
