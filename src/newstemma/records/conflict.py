"""The record of a conflict: one slot that the articles of a story fill differently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Conflict", "ConflictSide", "Filling", "Slot"]


class Slot(StrEnum):
    """What is filled differently."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"  # who did it, or to whom
    DENIAL = "denial"  # that it is so, and that it is not


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Filling:
    """Words of an article that fill a slot, and the claim in which they do."""

    article: str
    span: Span
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """What one side has; `key` is the value, the name or the words, equal for all its fillings.

    The fillings are in the order of the articles.
    """

    key: str
    fillings: tuple[Filling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A slot with two sides or more, the one that most articles are on first.

    `development` where each later text has a higher figure of the same thing; the sides are in
    the order of time then. Which side is right is not judged.
    """

    id: str
    story: str
    slot: Slot
    sides: tuple[ConflictSide, ...]
    development: bool = False
