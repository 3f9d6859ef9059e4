"""What came of adding to a collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newstemma.records import Analysis, Article, Derivation, Failure, Relation, Story
from newstemma.store import TextRow

__all__ = ["Added", "Excerpt", "Placed", "Tie"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a new text stands as soon as it is drawn.

    `parents` are the paths of those it was made from; `shares` of those that print the same report
    in an order that cannot be told; without either it is an independent report. `articles` and
    `lineages` count those of the story.
    """

    article: str
    path: str
    story: str
    title: str
    articles: int
    lineages: int
    parents: tuple[str, ...]
    shares: tuple[str, ...]

    @property
    def independent(self) -> bool:
        """Whether nothing in the collection is known to be the report that it prints."""
        return not self.parents and not self.shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding: how many texts were `new`, how many of these are a next version of an
    article that was there (`updated`), and how many were there already (`unchanged`).

    `placed` are the new texts that were drawn, in the order of the listing; `returned` counts
    the older texts that stand at their address or path again, `redrawn` the neighbourhoods that
    were drawn, `failures` are what could not be read.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    returned: int = 0
    redrawn: int = 0
    placed: tuple[Placed, ...] = ()
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: Added) -> Added:
        return Added(
            new=self.new + other.new,
            updated=self.updated + other.updated,
            unchanged=self.unchanged + other.unchanged,
            returned=self.returned + other.returned,
            redrawn=self.redrawn + other.redrawn,
            placed=self.placed + other.placed,
            failures=self.failures + other.failures,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What ties an `article` of a story that was asked for to an `other`, of a `story` that was
    not; `by` is a derivation, or a relation.
    """

    article: str
    by: Derivation | Relation
    other: Article
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What was taken out of a collection: stories, what `ties` them to others, and by their ids
    those `texts` that are one version of several.
    """

    analysis: Analysis
    ties: tuple[Tie, ...]
    texts: Mapping[str, TextRow]
