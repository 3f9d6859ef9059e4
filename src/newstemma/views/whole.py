"""The whole page: what all faces lay out."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.records import Run
from newstemma.views.claim_records import Claims
from newstemma.views.followed_records import Followed
from newstemma.views.records import (
    Answer,
    ArticlePage,
    Change,
    Comparison,
    Proof,
    Speaker,
    StoryPage,
    Unread,
)

__all__ = ["Page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page, in reading order."""

    answer: Answer
    stories: tuple[StoryPage, ...]
    comparisons: tuple[Comparison, ...]
    questions: tuple[tuple[Comparison, Change], ...]
    speakers: tuple[Speaker, ...]
    claims: Claims
    followed: Followed
    proofs: tuple[Proof, ...]
    articles: tuple[ArticlePage, ...]
    not_judged: tuple[str, ...]
    failures: tuple[Unread, ...]
    run: Run
