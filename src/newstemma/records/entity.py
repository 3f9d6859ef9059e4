"""What an article names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Entity", "NameKind"]


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"  # one of them, a type of them, a flight
    GROUP = "group"  # a people, the followers of a creed or a cause
    OTHER = "other"  # an event, a work, a law, a product
    UNKNOWN = "unknown"  # it cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name in the text; one name is of one kind throughout an article."""

    span: Span
    kind: NameKind
