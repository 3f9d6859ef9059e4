"""The stretch of a noun phrase, without the clauses that hang on it."""

from __future__ import annotations

from newstemma.text.parse.tree import Range, Tree

__all__ = ["noun_phrase"]

# Relations that begin something of their own after the head.
_APART = frozenset({"acl", "appos", "parataxis", "conj", "cc", "punct", "advcl", "ccomp", "dep"})
_BEFORE = frozenset({"case", "cc", "mark", "punct"})


def noun_phrase(tree: Tree, head: int) -> Range:
    """The tokens of the phrase round a head: no preposition before, no clause or list after.

    The members of a list joined by "and" are phrases of their own.
    """
    first, end = tree.first[head], tree.end[head]
    for child in tree.children(head):
        if child < head and tree.rel(child) in _BEFORE:
            first = max(first, tree.end[child])
        if child > head and tree.rel(child) in _APART:
            end = min(end, tree.first[child])
    return min(first, head), max(end, head + 1)
