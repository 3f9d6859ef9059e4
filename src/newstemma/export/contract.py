"""The contract of `--format json`: one pydantic model per kind of row.

`docs/report.schema.json` is made from it (`make schema`) and tested against it. Offsets are
half-open code points into an article's text: for plain text the decoded file as it is, for
other formats the extracted text, which `--with-text` includes.
"""

from __future__ import annotations

import json

from pydantic import Field

from newstemma.export.claim_contract import ClaimRow, ConflictRow, ProfileRow
from newstemma.export.relation_contract import ClaimedRelationRow, EventRow, TrackedNumberRow
from newstemma.export.row import Row
from newstemma.records import (
    AttributionKind,
    Bound,
    DerivationKind,
    Force,
    FurnitureKind,
    JoinReason,
    Limit,
    Modifier,
    NameKind,
    Precision,
    QuantityKind,
    QuotationKind,
    RelationKind,
    Severity,
    SourceKind,
    Stage,
    TextSource,
    TimeKind,
    VariantKind,
)

__all__ = ["Report"]


class FurnitureRow(Row):
    """A stretch of the page that is not the report."""

    start: int
    end: int
    kind: FurnitureKind


class ArticleRow(Row):
    """One text as published at one place."""

    id: str
    path: str
    sha256: str = Field(description="of the text, encoded as UTF-8")
    text_source: TextSource
    title: str | None
    byline: str | None
    publisher: str | None
    outlet: str | None = Field(description="who published it, under its usual name")
    owner: str | None = Field(description="who owns the outlet in the end, where that is known")
    credit: str | None = Field(description="whom the page credits as its source")
    published: str | None = Field(description="ISO 8601 at the precision that was stated")
    language: str = Field(description="ISO 639-1, or und where it cannot be told")
    furniture: tuple[FurnitureRow, ...]
    text: str | None = Field(default=None, description="only with --with-text")


class StoryRow(Row):
    """Articles about the same event."""

    id: str
    title: str
    articles: tuple[str, ...]


class LineageRow(Row):
    """The articles of a story that descend from one report."""

    id: str
    story: str
    articles: tuple[str, ...]
    root: str = Field(description="the best kept witness")
    lost_witness: str | None


class LostWitnessRow(Row):
    """A parent that the evidence demands and the collection lacks."""

    id: str
    name: str | None
    why: str
    stands_for_it: str


class EvidenceRow(Row):
    """One signal, with the places it was read from."""

    signal: str
    score: float
    weight: float = Field(description="log-odds; positive speaks for the derivation")
    child_start: int | None
    child_end: int | None
    parent_start: int | None
    parent_end: int | None
    note: str


class DerivationRow(Row):
    """`child` was made from `parent`."""

    child: str
    parent: str
    kind: DerivationKind
    probability: float
    evidence: tuple[EvidenceRow, ...]


class RelationRow(Row):
    """Two articles that overlap where there is no derivation, or where it cannot be told."""

    left: str
    right: str
    kind: RelationKind
    probability: float


class QuotationRow(Row):
    """Words between quotation marks that somebody is said to have uttered."""

    article: str
    start: int
    end: int
    text: str
    kind: QuotationKind
    speaker: str | None
    cue: str | None
    group: str = Field(description="parts of one utterance share it")


class AttributionRow(Row):
    """Somebody is said to have said, thought or wanted something."""

    article: str
    number: int = Field(description="from 0 on in each article")
    kind: AttributionKind
    source: str | None = Field(description="the fullest name that the article gives")
    source_kind: SourceKind
    source_start: int | None
    source_end: int | None
    specificity: int = Field(description="how much is told of an unnamed source, 0 to 5")
    cue_start: int | None
    cue_end: int | None
    contents: tuple[tuple[int, int], ...] = Field(description="half-open spans of the content")
    speech: bool = Field(description="said, rather than thought or wanted")
    negated: bool
    parent: int | None = Field(description="the number of the one in whose content it stands")
    groups: tuple[str, ...] = Field(description="of the quotations in its content")


class TimeRow(Row):
    """A time that an article names."""

    article: str
    start: int
    end: int
    kind: TimeKind
    value: str | None = Field(description="ISO 8601 or TIMEX3, seen from the article's own date")
    precision: Precision | None
    modifier: Modifier | None
    bound: Bound | None


class QuantityRow(Row):
    """What an article counts or measures; the value lies between `low` and `high`."""

    article: str
    start: int
    end: int
    kind: QuantityKind
    low: str | None = Field(description="a whole number or a fraction; null for an open end")
    high: str | None
    limit: Limit | None
    unit: str | None
    counted_start: int | None = Field(description="the noun that is counted")
    counted_end: int | None


class StanceRow(Row):
    """How firmly a sentence stands behind what it says, where that is not flatly."""

    article: str
    start: int
    end: int
    force: Force
    negated: bool
    evidence: tuple[tuple[int, int], ...] = Field(description="the words that show it")


class NamedAtRow(Row):
    """Where an actor is named."""

    article: str
    start: int
    end: int


class NameJoinRow(Row):
    """Two forms of one actor's name, and what says that they are one."""

    left: str
    right: str
    reason: JoinReason
    probability: float
    evidence: tuple[str, ...]


class ActorRow(Row):
    """A person, a body or a place as the articles of one story name it."""

    name: str
    kind: NameKind
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[NamedAtRow, ...]
    joins: tuple[NameJoinRow, ...]


class EntityRow(Row):
    """A name in an article, as the parse finds it."""

    article: str
    start: int
    end: int
    kind: NameKind


class VariantRow(Row):
    """One difference between a child and its parent; a side is null where it has no words."""

    child: str
    child_start: int | None
    child_end: int | None
    parent: str
    parent_start: int | None
    parent_end: int | None
    kind: VariantKind
    severity: Severity
    note: str


class FailureRow(Row):
    """What could not be read, or only in part."""

    path: str
    stage: Stage
    reason: str


class RunRow(Row):
    """What made the report; no clock, so equal input gives equal bytes."""

    version: str
    options: dict[str, str]


class Report(Row):
    """The whole report."""

    articles: tuple[ArticleRow, ...]
    stories: tuple[StoryRow, ...]
    lineages: tuple[LineageRow, ...]
    lost_witnesses: tuple[LostWitnessRow, ...]
    derivations: tuple[DerivationRow, ...]
    relations: tuple[RelationRow, ...]
    quotations: tuple[QuotationRow, ...]
    variants: tuple[VariantRow, ...]
    attributions: tuple[AttributionRow, ...]
    actors: tuple[ActorRow, ...]
    entities: tuple[EntityRow, ...]
    times: tuple[TimeRow, ...]
    quantities: tuple[QuantityRow, ...]
    stances: tuple[StanceRow, ...]
    claims: tuple[ClaimRow, ...]
    conflicts: tuple[ConflictRow, ...]
    relations_claimed: tuple[ClaimedRelationRow, ...]
    events: tuple[EventRow, ...]
    tracked_numbers: tuple[TrackedNumberRow, ...]
    profiles: tuple[ProfileRow, ...]
    failures: tuple[FailureRow, ...]
    run: RunRow


if __name__ == "__main__":
    print(json.dumps(Report.model_json_schema(), indent=2, ensure_ascii=False))
