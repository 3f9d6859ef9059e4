"""What the page shows of claims, conflicts and sourcing, ready in words and order."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.records import Grade
from newstemma.views.records import Name, Passage

__all__ = [
    "ClaimShown",
    "Claims",
    "ConflictShown",
    "Distorted",
    "GradeShown",
    "Said",
    "SideShown",
    "SourcingShown",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where an article says something; `how` tells in whose voice."""

    passage: Passage
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Distorted:
    """A version that differs: the kind of change, and both sides with the words in question."""

    label: str
    here: Passage
    other: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim: how it is best said, from whom it comes, who else says it, and how it was changed.

    `support` counts origins, independent reports and articles; `more` articles are not shown.
    """

    grade: Grade
    first: Said
    origins: str
    support: str
    others: tuple[Said, ...]
    more: int
    distorted: tuple[Distorted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeShown:
    """The claims of one grade, the most widely told first; `more` of them are not shown.

    `beside` further ones stand with the claims that they distort.
    """

    grade: Grade
    label: str
    explained: str
    claims: tuple[ClaimShown, ...]
    more: int
    beside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """What one side of a conflict has, with places where it stands."""

    label: str
    said: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictShown:
    """A slot that is filled differently, its sides beside each other."""

    label: str
    sides: tuple[SideShown, ...]
    development: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingShown:
    """On whom an article's words stand; `shares` are told as labels with percentages."""

    article: Name
    shares: tuple[tuple[str, str], ...]
    sources: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All of it; `summary` counts the claims by grade."""

    summary: str = ""
    grades: tuple[GradeShown, ...] = ()
    conflicts: tuple[ConflictShown, ...] = ()
    sourcing: tuple[SourcingShown, ...] = ()
