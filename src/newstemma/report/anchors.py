"""The places of a page that its parts link to."""

from __future__ import annotations

from newstemma.views.records import Name

__all__ = ["article_id", "fold_id", "place_id", "why_id"]


def article_id(name: Name) -> str:
    """Where an article stands in full."""
    return f"article-{name.siglum}"


def place_id(name: Name, start: int) -> str:
    """A place in an article, by the offset where it begins."""
    return f"at-{name.siglum}-{start}"


def why_id(left: Name, right: Name) -> str:
    """Where the evidence for a tie of two articles stands, in the order of the proof."""
    return f"why-{left.siglum}-{right.siglum}"


def fold_id(tree: str, row: int) -> str:
    """Where the articles are listed that share a row of a tree."""
    return f"{tree}-fold-{row}"
