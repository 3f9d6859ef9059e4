"""Whom and what the articles of a story name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.entity import NameKind
from newstemma.records.span import Span

__all__ = ["Actor", "JoinReason", "NameJoin", "NamedAt"]


class JoinReason(StrEnum):
    """Why a form of a name was given to an actor."""

    JUDGED = "judged"  # somebody said so (`--judgements`)
    EQUAL = "equal"  # the same words
    LETTERS = "letters"  # the letters that another article gives for it
    ONLY_BEARER = "only-bearer"  # the only one of that surname in the story
    ALIKE = "alike"  # the scorer of names says so


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NamedAt:
    """Where an actor is named."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NameJoin:
    """Two forms of one actor's name, as written, and what says that they are one.

    `probability` is that of the scorer of names, `evidence` one plain statement a part.
    """

    left: str
    right: str
    reason: JoinReason
    probability: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, a body or a place as the articles of a story name it.

    `name` is its fullest form as written; `forms` are the fullest forms that the articles give
    and `roles` the keys of the roles next to them, the commonest first; `mentions` are in the
    order of the articles; `joins` say why different forms are one.
    """

    name: str
    kind: NameKind
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[NamedAt, ...]
    joins: tuple[NameJoin, ...]
