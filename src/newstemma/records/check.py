"""What a pile of articles has of a sentence that somebody else wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.claim import Grade, Origin
from newstemma.records.span import Span
from newstemma.records.variant import VariantKind

__all__ = ["Answer", "CheckStatus", "CheckedSentence", "Difference"]


class CheckStatus(StrEnum):
    """What articles have of a sentence; whether it is true is not judged."""

    SUPPORTED = "supported"  # one place says all of it
    CONTRADICTED = "contradicted"  # a place says or denies the opposite
    DISTORTED = "distorted"  # a place says most of it, and something else in a part
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a place of an article has otherwise than the text, or has not.

    `span` is in the text, `article_span` in the article, None where it has nothing for it. `kind`
    is that of the change that would make the text's words of the article's.
    """

    span: Span
    article_span: Span | None
    kind: VariantKind
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one article has of a sentence, at its best place, `span`.

    `removes` counts who stands between the origin and the reader of the article: the derivations
    from the root of its lineage, and those who pass on what another said; 0 is first hand.
    `origin` is the place of the origin among those of the sentence, None unless it is supported.
    """

    article: str
    span: Span
    status: CheckStatus
    differences: tuple[Difference, ...]
    lineages: tuple[str, ...]
    removes: int
    origin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSentence:
    """A sentence of the text, at `span`, with what the articles have of it.

    In each lineage the article nearest to its root decides; `lineages` are those that support the
    sentence and `grade` what that comes to, None without support. `answers` are those of all
    articles that speak of it, by status, those nearest to a root first. `note` says why nothing
    was looked for.
    """

    span: Span
    status: CheckStatus
    answers: tuple[Answer, ...] = ()
    origins: tuple[Origin, ...] = ()
    lineages: tuple[str, ...] = ()
    grade: Grade | None = None
    note: str = ""
