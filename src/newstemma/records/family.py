"""The family tree: derivations, relations, lineages, stories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = [
    "Derivation",
    "DerivationKind",
    "Evidence",
    "Lineage",
    "LostWitness",
    "Relation",
    "RelationKind",
    "Story",
]


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
