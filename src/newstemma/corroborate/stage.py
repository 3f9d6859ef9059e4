"""The stage as a whole: everything that one story claims."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.corroborate.claims import claims
from newstemma.corroborate.conflicts import conflicts
from newstemma.corroborate.relations import relations
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.timeline import timeline
from newstemma.corroborate.tracked import tracked_numbers
from newstemma.records import Claim, ClaimedRelation, Conflict, Event, TrackedNumber

__all__ = ["Corroborated", "corroborated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroborated:
    """What the articles of one story claim, and what follows from that."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    relations: tuple[ClaimedRelation, ...]
    events: tuple[Event, ...]
    tracked_numbers: tuple[TrackedNumber, ...]


def corroborated(scene: Scene) -> Corroborated:
    """Everything that one story claims, each part in its own order."""
    told = claims(scene)
    return Corroborated(
        claims=told,
        conflicts=conflicts(told, scene.witnesses),
        relations=relations(scene),
        events=timeline(told, scene.witnesses),
        tracked_numbers=tracked_numbers(scene),
    )
