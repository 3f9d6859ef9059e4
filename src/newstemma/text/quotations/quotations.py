"""Finds the quotations of a report: words between marks that somebody is said to have uttered.

Each outermost quoted stretch is judged in its frame (the narrator's sentence), and, where that
names nobody, by what was said just before. Words that nobody is said to have uttered, a
nickname, a title, a term, are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType

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
from newstemma.text.quotations.cast import Cast, cast_of
from newstemma.text.quotations.cues import Reach, cue_table
from newstemma.text.quotations.frames import Token, frames
from newstemma.text.quotations.marks import Quoted, pair_marks
from newstemma.text.quotations.noun_phrases import Phrase, PhraseKind
from newstemma.text.quotations.reporting import Reading, read_frame
from newstemma.text.quotations.scare_quotes import is_unspoken
from newstemma.text.quotations.speakers import Scene, Speaker
from newstemma.text.segment import paragraphs_of
from newstemma.text.segment import words as cut_words

__all__ = ["Heard", "Speech", "Syntax", "quotations", "speech"]

_UTTERANCE = 5  # words that make an unattributed quotation an utterance
_CLAUSE = 6  # quoted words that need no reporting word where a speaker is at hand
_MOST_TRIED = 4  # attributions that are tried for one quotation
_REACH = 2  # frames that a quotation without reporting word looks back for a speaker
_MOST_AROUND = 12  # contents before a quotation that may hold it
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


@dataclass(frozen=True, slots=True)
class Syntax:
    """What a parse shows of a report's words, by their offsets.

    `subjects`: by the offset of a reporting word that of its subject. `inert`: words that look
    like reporting ones and are nouns or adjectives. `contents`: what is reported, by which words,
    and the offset of their subject, in order.
    """

    subjects: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    inert: frozenset[int] = frozenset()
    contents: tuple[tuple[Span, Span, int], ...] = ()

    def holder(self, span: Span) -> tuple[Span, int] | None:
        """The cue, and the offset of its subject, of the narrowest content around a span."""
        last = bisect_right(self.contents, span.start, key=lambda row: row[0].start)
        around = (row for row in self.contents[max(0, last - _MOST_AROUND) : last])
        covering = [(len(c), cue, at) for c, cue, at in around if c.covers(span)]
        return min(covering)[1:] if covering else None


_NO_SYNTAX = Syntax()


@dataclass(frozen=True, slots=True)
class Heard:
    """The phrase at a place in the text, and whom it means; None where it cannot be told."""

    speaker: Speaker | None
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Speech:
    """The quotations of a report, its cast, and, by offset, who is meant there: at the offsets
    asked for, and at each speaker's span.
    """

    quotations: tuple[Quotation, ...]
    cast: Cast
    heard: Mapping[int, Heard]


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
    return speech(article, words, sentences, names).quotations


def speech(
    article: Article,
    words: Sequence[Word],
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    syntax: Syntax = _NO_SYNTAX,
) -> Speech:
    """The quotations, and whom the subjects in `syntax` mean, but for those in quoted words."""
    finder = _Finder(article, words, sentences, names, syntax)
    found = tuple(finder.find()) if sentences else ()
    return Speech(found, finder.cast, finder.heard)


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
        syntax: Syntax,
    ) -> None:
        self._id, self._text = article.id, article.text
        cues = cue_table(article.language)
        pairs = pair_marks(self._text, paragraphs_of(sentences))
        self._quoted = _outside_names(pairs, names)
        mentions = {mention.span.start: mention for mention in names}
        self._readings = [
            read_frame(self._text, frame, mentions, cues, syntax.inert)
            for frame in frames(self._text, words, sentences, self._quoted, cues)
        ]
        self.cast = cast_of(self._text, words, names)
        self._scene = Scene(self._text, self.cast)
        self._syntax = syntax
        self._asked = sorted(set(syntax.subjects.values()))
        self.heard: dict[int, Heard] = {}
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
            self._listen(reading)
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
        if held := self._held(reading, quoted.outer, number):
            self._uttered.update(keys)
            return held
        echo = self._echo(reading, keys, number)
        opens = position == 0 or reading.tokens[position - 1].key == ":"
        alone = opens and inner[-1] in _STOPS | {","} and _is_sentence(inner, keys)
        if echo is None and alone:
            return self._made(None, None, reading.tokens[position].start, number)
        return echo

    def _attributed(self, reading: Reading, found: Attribution, number: int) -> _Utterance:
        cue = reading.tokens[found.cue] if found.cue is not None else None
        subject = found.subject or self._parsed_subject(reading, cue)
        speaker = self._scene.speaker(subject, reading) if subject else None
        if subject and speaker and speaker.span:
            self.heard[speaker.span.start] = Heard(speaker, subject)
        anchor = cue.start if cue else reading.tokens[0].start
        span = Span(cue.start, cue.end) if cue else None
        return self._made(speaker, span, anchor, number)

    def _held(self, reading: Reading, outer: Span, number: int) -> _Utterance | None:
        """The utterance in whose content, by the parse, quoted words stand."""
        held = self._syntax.holder(outer)
        if held is None:
            return None
        cue, at = held
        phrase = _phrase_at(reading, at)
        speaker = self._scene.speaker(phrase, reading) if phrase else None
        return self._made(speaker, cue, cue.start, number) if speaker else None

    def _parsed_subject(self, reading: Reading, cue: Token | None) -> Phrase | None:
        """The phrase that a parse shows as the subject of a reporting word."""
        at = self._syntax.subjects.get(cue.start) if cue else None
        return _phrase_at(reading, at) if at is not None else None

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

    def _listen(self, reading: Reading) -> None:
        """Notes who is meant at the offsets in this frame that were asked for."""
        first = bisect_left(self._asked, reading.tokens[0].start)
        for offset in islice(self._asked, first, None):
            if offset >= reading.tokens[-1].end:
                break
            phrase = _phrase_at(reading, offset)
            if phrase is not None:
                self.heard[offset] = Heard(self._scene.speaker(phrase, reading), phrase)

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


def _phrase_at(reading: Reading, offset: int) -> Phrase | None:
    starts = [token.start for token in reading.tokens]
    at = bisect_right(starts, offset) - 1
    return next((phrase for phrase in reading.phrases if phrase.first <= at < phrase.end), None)


def _is_sentence(inner: str, keys: Sequence[str]) -> bool:
    first = next((char for char in inner if char.isalnum()), "a")
    return len(keys) >= _UTTERANCE and not first.islower()
