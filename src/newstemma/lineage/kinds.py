"""How a child was made, told by what it took over (the kinds of the glossary)."""

from __future__ import annotations

from newstemma.lineage.address import page_of
from newstemma.lineage.outlets import published_by
from newstemma.lineage.precedence import is_later
from newstemma.records import Article, DerivationKind, Witness
from newstemma.reuse.passages import EDIT, REPRINT, coverage, passages

__all__ = ["kind_of"]

_VERSION = 0.5  # of either text, in the other: less is another report by the same publisher


def kind_of(child: Witness, parent: Witness) -> DerivationKind:
    """The kind of the derivation of `child` from `parent` alone."""
    taken = coverage(passages(parent, child), len(child.words))
    if is_later(child.article, parent.article) and _is_version(child, parent, taken):
        return DerivationKind.UPDATE
    if taken >= REPRINT:
        return DerivationKind.REPRINT
    return DerivationKind.EDIT if taken >= EDIT else DerivationKind.REWRITE


def _is_version(child: Witness, parent: Witness, taken: float) -> bool:
    """Whether both are at one address, or by one publisher and largely the same."""
    if _at_one_address(child.article, parent.article):
        return True
    publisher = published_by(child.article)
    if publisher is None or publisher != published_by(parent.article):
        return False
    return max(taken, coverage(passages(child, parent), len(parent.words))) >= _VERSION


def _at_one_address(child: Article, parent: Article) -> bool:
    urls = child.url, parent.url
    return None not in urls and len({page_of(url) for url in urls if url}) == 1
