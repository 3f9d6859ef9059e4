"""Claims: what is said, in which words, by whom, and from how many origins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.attribution import SourceKind
from newstemma.records.span import Span
from newstemma.records.stance import Force
from newstemma.records.variant import VariantKind

__all__ = ["Claim", "Distortion", "Grade", "Origin", "Part", "PartRole", "Statement"]


class PartRole(StrEnum):
    """What a part of a proposition answers."""

    WHO = "who"
    DID = "did"
    WHOM = "whom"
    WHERE = "where"
    WHEN = "when"
    HOW_MANY = "how-many"
    WITH = "with"  # by which means, to what end, on what: the rest


class Grade(StrEnum):
    """What stands behind a claim: origins and lineages are counted, never articles."""

    UNSOURCED = "unsourced"  # one lineage says so and names nobody
    SINGLE_ORIGIN = "single-origin"  # one article, one origin
    ECHOED = "echoed"  # several articles, one origin
    CORROBORATED = "corroborated"  # two origins or more, in two lineages or more


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a proposition; equal `key`s are one thing in all articles of a story.

    The key is the name of an actor, a normalised value or date, else the stem of the main word.
    """

    role: PartRole
    span: Span
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One place where an article says something, in its own voice or another's.

    `attributions` are the places, among the article's attributions, of those whose content it
    stands in, the innermost first. `origin` is the place of its origin in `Claim.origins`;
    `circular` where the chain of outlets that cite each other comes back to this article.
    """

    article: str
    span: Span
    parts: tuple[Part, ...]
    force: Force
    negated: bool
    attributions: tuple[int, ...]
    origin: int
    circular: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The end of a chain of attributions within a lineage: who is first said to have said it.

    `kind` is None for an outlet that says it in its own voice. `name` is None for nobody named.
    `counts` is False where it cannot be told apart from another origin of the claim.
    """

    name: str | None
    kind: SourceKind | None
    lineages: tuple[str, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Distortion:
    """How a claim differs from another one, `of`, that tells of the same.

    `span` and `other` are where, in the articles of the two statements that were compared.
    """

    of: str
    kind: VariantKind
    article: str
    span: Span
    other_article: str
    other: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition across the articles of a story.

    `lineages` are those of the articles that state it. Statements are in the order of the
    articles, origins in that of their first statement. Of two claims that differ in one part, the
    one with the weaker support says that it `distorts` the other; no truth is judged by it.
    """

    id: str
    story: str
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]
    lineages: tuple[str, ...]
    grade: Grade
    distorts: tuple[Distortion, ...] = ()
