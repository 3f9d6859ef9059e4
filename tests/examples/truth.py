"""The known answers to the examples, `examples/*/truth.json`, as records."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from newstemma.records import (
    DerivationKind,
    FurnitureKind,
    QuotationKind,
    RelationKind,
    VariantKind,
)

__all__ = [
    "CASES",
    "EXAMPLES",
    "MarkedWords",
    "TrueArticle",
    "TrueDerivation",
    "TrueFurniture",
    "TrueLineage",
    "TrueQuotation",
    "TrueRelation",
    "TrueVariant",
    "Truth",
    "plain_texts",
    "truth_of",
]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = ("harbour", "observatory")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TrueArticle(_Row):
    """An article and what it, or the metadata beside it, says about itself."""

    path: str
    title: str
    byline: str | None
    publisher: str | None
    published: str | None = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    credit: str | None


class TrueLineage(_Row):
    """A report and all that was made from it; a digest stands in each of its parents'."""

    root: str | None
    articles: tuple[str, ...]
    lost_witness: str | None


class TrueDerivation(_Row):
    """Who was made from whom."""

    child: str
    parent: str
    kind: DerivationKind


class TrueRelation(_Row):
    """Two articles that overlap, neither of them shown to be the parent."""

    left: str
    right: str
    kind: RelationKind


class TrueVariant(_Row):
    """A planted change, or a place where nothing changed; `also` are other defensible kinds."""

    child: str
    child_text: str | None
    parent: str
    parent_text: str | None
    kind: VariantKind
    also: tuple[VariantKind, ...]

    @model_validator(mode="after")
    def _sides(self) -> TrueVariant:
        if (self.child_text is None) != (self.kind is VariantKind.OMITTED):
            raise ValueError("the child's side is absent for what was omitted, and only there")
        if (self.parent_text is None) != (self.kind is VariantKind.ADDED):
            raise ValueError("the parent's side is absent for what was added, and only there")
        return self


class MarkedWords(_Row):
    """Words between quotation marks; by themselves, those that nobody is said to have uttered."""

    article: str
    text: str


class TrueQuotation(MarkedWords):
    """Words between quotation marks that somebody uttered; parts share an `utterance`."""

    kind: QuotationKind
    speaker: str
    speaker_also: tuple[str, ...] = ()
    cue: str | None
    utterance: str


class TrueFurniture(_Row):
    """A piece of page furniture that stands `times` times in the article."""

    article: str
    kind: FurnitureKind
    text: str
    times: int


class Truth(_Row):
    """Everything that is known about one example."""

    articles: tuple[TrueArticle, ...]
    stories: tuple[tuple[str, ...], ...]
    lineages: tuple[TrueLineage, ...]
    derivations: tuple[TrueDerivation, ...]
    relations: tuple[TrueRelation, ...]
    variants: tuple[TrueVariant, ...]
    quotations: tuple[TrueQuotation, ...]
    not_quotations: tuple[MarkedWords, ...]
    furniture: tuple[TrueFurniture, ...]

    @property
    def digests(self) -> frozenset[str]:
        """The articles that were made from several others."""
        return frozenset(row.child for row in self.derivations if row.kind is DerivationKind.DIGEST)


def truth_of(case: str) -> Truth:
    """The truth about one of the `CASES`.

    Raises:
        pydantic.ValidationError: `truth.json` is not well-formed.
    """
    return Truth.model_validate_json((EXAMPLES / case / "truth.json").read_bytes())


def plain_texts(case: str) -> dict[str, str]:
    """The articles of a case that are plain text, by file name, decoded as they are."""
    folder = EXAMPLES / case / "articles"
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}
