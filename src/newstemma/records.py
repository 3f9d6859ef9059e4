"""What flows through the house: frozen records, defined once.

Every offset is a Unicode code point, every span half-open, and every span points into
`Article.text`, which never changes. Nothing downstream edits what upstream made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "Analysis",
    "Article",
    "Derivation",
    "DerivationKind",
    "Evidence",
    "Failure",
    "Found",
    "Furniture",
    "FurnitureKind",
    "Lineage",
    "LostWitness",
    "Mention",
    "MentionKind",
    "Quotation",
    "QuotationKind",
    "RawArticle",
    "Relation",
    "RelationKind",
    "Run",
    "Sentence",
    "Severity",
    "Span",
    "Stage",
    "Story",
    "TextSource",
    "Variant",
    "VariantKind",
    "Witness",
    "Word",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets `[start, end)` into one immutable text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers.

        >>> Span(4, 7).of("the cat")
        'cat'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


# --- reading and cleaning ---------------------------------------------------------------


class TextSource(StrEnum):
    """Where `Article.text` comes from: the decoded file as it is, or extracted from it."""

    FILE = "file"
    EXTRACTED = "extracted"


class FurnitureKind(StrEnum):
    """What a piece of page furniture is: text on the page that is not the report."""

    TAGS = "tags"  # a run of topic labels, often glued together
    HEADLINE = "headline"  # the title, and the title printed again
    BYLINE = "byline"  # who wrote it
    DATELINE = "dateline"  # "GENEVA (AP) -"
    CREDIT = "credit"  # whom the page credits: "Source: Fox News"
    DATE = "date"  # when it was published
    TEASER = "teaser"  # a line for a video or another story
    CAPTION = "caption"  # of a picture, with or without its credit
    FOLLOW = "follow"  # "Follow NAME on ...", subscribe, share
    SOURCE_LINK = "source-link"  # the bare words "Source link", "Read the original"
    RELATED = "related"  # "Related Posts 1 of 162"
    BULLET = "bullet"  # a list mark torn from its item
    SECTION = "section"  # a heading inside the text
    LEGAL = "legal"  # copyright, disclaimers, terms


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One text as the outside gave it, with what its container declared about it."""

    path: str
    text: str
    text_source: TextSource
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    credit: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value with the place in the text where it stands; no span where it was only declared."""

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of page furniture; the report is what no furniture covers."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as published at one place, cleaned: nothing is cut, furniture is marked.

    `published` is ISO 8601 at the precision that was stated (`2025-11-18`, `2025-11`, or with
    a time). `language` is ISO 639-1, `und` where it cannot be told. `furniture` is sorted and
    does not overlap.
    """

    id: str
    path: str
    sha256: str
    text: str
    text_source: TextSource
    title: Found | None = None
    byline: Found | None = None
    publisher: Found | None = None
    credit: Found | None = None
    published: Found | None = None
    url: str | None = None
    language: str = "und"
    furniture: tuple[Furniture, ...] = ()


# --- one article, read closely ----------------------------------------------------------


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
    """

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]

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


# --- the family tree --------------------------------------------------------------------


class DerivationKind(StrEnum):
    """How a child was made from its parent, by what it took over (see the glossary)."""

    REPRINT = "reprint"
    EDIT = "edit"
    REWRITE = "rewrite"
    DIGEST = "digest"
    UPDATE = "update"


class RelationKind(StrEnum):
    """What two overlapping articles are to each other where neither is shown to be the parent."""

    SHARED_SOURCE = "shared-source"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One signal about an ordered pair, with the places it was read from.

    `score` is the signal's value, `weight` what the model makes of it in log-odds (positive
    speaks for the derivation). No evidence is the absence of a row, never a score of 0.
    """

    signal: str
    score: float
    weight: float
    child_span: Span | None = None
    parent_span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A directed edge: `child` was made from `parent` (article ids)."""

    child: str
    parent: str
    kind: DerivationKind
    probability: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Two articles that overlap without a derivation, or where it cannot be told."""

    left: str
    right: str
    kind: RelationKind
    probability: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LostWitness:
    """A parent that the evidence demands and the collection lacks."""

    id: str
    name: str | None
    why: str
    stands_for_it: str
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The articles of a story that descend from one report; `root` is the best kept witness."""

    id: str
    story: str
    articles: tuple[str, ...]
    root: str
    lost_witness: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about the same event."""

    id: str
    title: str
    articles: tuple[str, ...]


# --- what changed -----------------------------------------------------------------------


class VariantKind(StrEnum):
    """What a retelling did at one place (see the glossary)."""

    KEPT = "kept"
    ADDED = "added"
    OMITTED = "omitted"
    QUOTE_ALTERED = "quote-altered"
    QUOTE_TRUNCATED = "quote-truncated"
    QUOTE_MISATTRIBUTED = "quote-misattributed"
    QUOTE_UNMARKED = "quote-unmarked"
    QUOTE_RECONTEXTUALISED = "quote-recontextualised"
    QUOTE_ADDED = "quote-added"
    ATTRIBUTION_DROPPED = "attribution-dropped"
    ATTRIBUTION_CHANGED = "attribution-changed"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_ADDED = "hedge-added"
    NUMBER_CHANGED = "number-changed"
    DATE_CHANGED = "date-changed"
    PLACE_CHANGED = "place-changed"
    ENTITY_CHANGED = "entity-changed"
    ROLE_CHANGED = "role-changed"
    PREDICATE_CHANGED = "predicate-changed"
    POLARITY_CHANGED = "polarity-changed"
    WORDING_CHARGED = "wording-charged"


class Severity(StrEnum):
    """How far a variant reaches: the words, a detail, or what is claimed."""

    WORDING = "wording"
    DETAIL = "detail"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One difference between a child and its parent at one place.

    `child_span` is absent for what was omitted, `parent_span` for what was added. `note` is one
    plain sentence written from the evidence.
    """

    child: str
    child_span: Span | None
    parent: str
    parent_span: Span | None
    kind: VariantKind
    severity: Severity
    note: str


# --- the whole --------------------------------------------------------------------------


class Stage(StrEnum):
    """Where an article failed."""

    READ = "read"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What could not be read, or only in part; `reason` says what, where and what to do."""

    path: str
    stage: Stage
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made an analysis: the version and the options that differ from their defaults."""

    version: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that the main job finds; every tuple is in a stable order."""

    witnesses: tuple[Witness, ...]
    stories: tuple[Story, ...]
    lineages: tuple[Lineage, ...]
    lost_witnesses: tuple[LostWitness, ...]
    derivations: tuple[Derivation, ...]
    relations: tuple[Relation, ...]
    variants: tuple[Variant, ...]
    failures: tuple[Failure, ...]
    run: Run = field(default_factory=lambda: Run(version="0"))

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their paths."""
        return tuple(witness.article for witness in self.witnesses)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of all articles, in their order."""
        return tuple(q for witness in self.witnesses for q in witness.quotations)
