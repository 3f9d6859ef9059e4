"""The record of a sourcing profile: on whom an article's words stand."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SourcingProfile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingProfile:
    """How much of an article is taken over, and how much stands on whom; shares of its words.

    `taken_over` are the words in sentences that its parents could have given. `named`,
    `unnamed` and `documents` are words given as somebody's; the rest is the article's own voice.
    `sources` are the named ones, in the order of their first word. `note` says plainly what a
    reader should know, absent where there is nothing to say.
    """

    article: str
    words: int
    taken_over: float
    named: float
    unnamed: float
    documents: float
    sources: tuple[str, ...]
    note: str | None

    @property
    def own_voice(self) -> float:
        """The share of the words that nobody but the article says."""
        return 1 - self.named - self.unnamed - self.documents
