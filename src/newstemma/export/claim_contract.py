"""The part of the contract that tells what is claimed, and what stands behind it."""

from __future__ import annotations

from pydantic import Field

from newstemma.export.row import Row
from newstemma.records import Force, Grade, PartRole, Slot, SourceKind, VariantKind

__all__ = [
    "ClaimRow",
    "ConflictRow",
    "ConflictSideRow",
    "DistortionRow",
    "FillingRow",
    "OriginRow",
    "PartRow",
    "ProfileRow",
    "StatementRow",
]


class PartRow(Row):
    """A part of what is said; equal keys are one thing in all articles of a story."""

    role: PartRole
    start: int
    end: int
    key: str


class StatementRow(Row):
    """A place where an article says it."""

    article: str
    start: int
    end: int
    parts: tuple[PartRow, ...]
    force: Force
    negated: bool
    attributions: tuple[int, ...] = Field(
        description="the numbers of those in whose content it stands, the innermost first"
    )
    origin: int = Field(description="its place in the claim's origins")
    circular: bool = Field(description="outlets that cite each other lead back to the article")


class OriginRow(Row):
    """Who is first said to have said it."""

    name: str | None
    kind: SourceKind | None = Field(description="null for an outlet's own voice")
    lineages: tuple[str, ...]
    counts: bool = Field(description="false where it cannot be told from another origin")


class DistortionRow(Row):
    """How a claim differs from another one, and in which words of both."""

    of: str = Field(description="the id of the other claim")
    kind: VariantKind
    article: str
    start: int
    end: int
    other_article: str
    other_start: int
    other_end: int


class ClaimRow(Row):
    """One proposition across the articles of a story."""

    id: str
    story: str
    grade: Grade
    lineages: tuple[str, ...]
    origins: tuple[OriginRow, ...]
    statements: tuple[StatementRow, ...]
    distorts: tuple[DistortionRow, ...]


class FillingRow(Row):
    """Words that fill a slot, and the claim in which they do."""

    article: str
    start: int
    end: int
    claim: str


class ConflictSideRow(Row):
    """What one side of a conflict has."""

    key: str
    fillings: tuple[FillingRow, ...]


class ConflictRow(Row):
    """A slot that the articles of a story fill differently."""

    id: str
    story: str
    slot: Slot
    sides: tuple[ConflictSideRow, ...]
    development: bool = Field(description="a figure that grows over time: no conflict")


class ProfileRow(Row):
    """On whom an article's words stand; shares of its words, from 0 to 1."""

    article: str
    words: int
    taken_over: float = Field(description="in sentences that its parents could have given")
    named: float = Field(description="given as those of somebody named")
    unnamed: float = Field(description="given as those of somebody unnamed")
    documents: float = Field(description="given as those of a document")
    own_voice: float = Field(description="given as nobody's but the article's")
    sources: tuple[str, ...] = Field(description="the named ones")
    note: str | None = Field(description="what a reader should know, in plain words")
