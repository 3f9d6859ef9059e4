"""The whole: everything that the main job finds, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from newstemma.records.actor import Actor
from newstemma.records.article import Article
from newstemma.records.claim import Claim
from newstemma.records.claimed_relation import ClaimedRelation
from newstemma.records.conflict import Conflict
from newstemma.records.event import Event
from newstemma.records.family import Derivation, Lineage, LostWitness, Relation, Story
from newstemma.records.profile import SourcingProfile
from newstemma.records.tracked import TrackedNumber
from newstemma.records.variant import Variant
from newstemma.records.witness import Quotation, Witness

__all__ = ["Analysis", "Failure", "Run", "Stage"]


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
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relations_claimed: tuple[ClaimedRelation, ...] = ()
    events: tuple[Event, ...] = ()
    tracked_numbers: tuple[TrackedNumber, ...] = ()
    profiles: tuple[SourcingProfile, ...] = ()
    run: Run = field(default_factory=lambda: Run(version="0"))

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their paths."""
        return tuple(witness.article for witness in self.witnesses)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of all articles, in their order."""
        return tuple(q for witness in self.witnesses for q in witness.quotations)
