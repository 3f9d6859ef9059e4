"""How a child was made, told by what it took over (the kinds of the glossary)."""

from __future__ import annotations

from newstemma.lineage.outlets import published_by
from newstemma.lineage.precedence import is_later
from newstemma.records import Article, DerivationKind, Witness
from newstemma.reuse.passages import EDIT, REPRINT, coverage, passages

__all__ = ["kind_of"]


def kind_of(child: Witness, parent: Witness) -> DerivationKind:
    """The kind of the derivation of `child` from `parent` alone."""
    if _is_update(child.article, parent.article):
        return DerivationKind.UPDATE
    taken = coverage(passages(parent, child), len(child.words))
    if taken >= REPRINT:
        return DerivationKind.REPRINT
    return DerivationKind.EDIT if taken >= EDIT else DerivationKind.REWRITE


def _is_update(child: Article, parent: Article) -> bool:
    """A later version by the same publisher or at the same address."""
    publisher = published_by(child)
    same = publisher is not None and publisher == published_by(parent)
    return (same or (child.url is not None and child.url == parent.url)) and is_later(child, parent)
