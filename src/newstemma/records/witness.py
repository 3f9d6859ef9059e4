"""One article, read closely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.article import Article
from newstemma.records.attribution import Attribution
from newstemma.records.clause import Clause
from newstemma.records.entity import Entity
from newstemma.records.quantity import Quantity
from newstemma.records.span import Span
from newstemma.records.stance import Stance
from newstemma.records.time import TimeExpression

__all__ = ["Mention", "MentionKind", "Quotation", "QuotationKind", "Sentence", "Witness", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text; `key` is what equal words share (see `text.segment`)."""

    start: int
    end: int
    key: str

    @property
    def span(self) -> Span:
        """The word's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the report, with the half-open range of its words in `Witness.words`."""

    span: Span
    first_word: int
    end_word: int
    paragraph: int


class MentionKind(StrEnum):
    """What a mention names."""

    NAME = "name"  # a person, organisation, place or thing with a name
    ROLE = "role"  # a title, an office, an occupation: "former diplomat"
    NUMBER = "number"
    DATE = "date"
    HEDGE = "hedge"  # "allegedly", "is believed to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention in the text; `key` is what mentions of the same thing share."""

    span: Span
    kind: MentionKind
    key: str


class QuotationKind(StrEnum):
    """Direct: quoted words that make a sentence of their own; mixed: they run inside one."""

    DIRECT = "direct"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks that somebody is said to have uttered.

    `span` covers the words between the marks. `speaker` is the fullest form of the name that
    the article gives; `speaker_span` where the speaker is named for this quotation. `cue` is
    the reporting word ("said"), absent where a quotation runs on without one. Parts of one
    utterance share a `group`.
    """

    article: str
    span: Span
    kind: QuotationKind
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article seen as a copy of a story: its text, read closely.

    `sentences` and `words` cover the report only, never its furniture; all are in text order.
    `stances` says of each sentence how firmly it stands behind what it says; `entities` are the
    names that a parse finds and `clauses` who is said in it to have done what; none where there is
    no parser for the text.
    """

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    stances: tuple[Stance, ...] = ()
    entities: tuple[Entity, ...] = ()
    clauses: tuple[Clause, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def words_of(self, sentence: Sentence) -> Sequence[Word]:
        """The words of one of the witness's sentences."""
        return self.words[sentence.first_word : sentence.end_word]
