"""How a child was made, told by what it took over (the kinds of the glossary)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newstemma.lineage.outlets import published_by
from newstemma.lineage.precedence import is_later
from newstemma.lineage.profile import Profile
from newstemma.lineage.support import STRICT, share_of, supported
from newstemma.records import Article, DerivationKind, Witness
from newstemma.reuse.passages import coverage, passages

__all__ = ["EDIT", "HALF", "REPRINT", "digested", "kind_of"]

REPRINT = 0.9  # of the child's words in runs of five or more of the parent
# The glossary starts at .5, but a rewrite that keeps names, titles and quotations reaches .53;
# 99 in 100 paraphrases and rewrites of `rewrites/` stay below .6.
EDIT = 0.6
HALF = 0.5  # of a child's words, in sentences that a parent supports
_PART = 0.15  # what every parent of a digest gives beyond the others


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


def digested(child: Profile, others: Sequence[Profile]) -> tuple[str, ...]:
    """The ids of the several texts that `child` digests; none where it is no digest.

    No single text supports half of a digest's words, two or more together do. Each of them
    adds a part of its own; the one that gives most comes first.
    """
    given = {other.id: supported(child, other, least=STRICT) for other in others}
    if any(share_of(child, sentences) >= HALF for sentences in given.values()):
        return ()
    chosen = _chosen(child, given)
    covered = frozenset().union(*(given[name] for name in chosen))
    return chosen if len(chosen) > 1 and share_of(child, covered) >= HALF else ()


def _chosen(child: Profile, given: Mapping[str, frozenset[int]]) -> tuple[str, ...]:
    """Greedy cover: always the text that adds most, while it adds enough."""
    chosen: list[str] = []
    covered: frozenset[int] = frozenset()
    while waiting := sorted(given.keys() - set(chosen)):
        added = {name: share_of(child, given[name] - covered) for name in waiting}
        best = max(waiting, key=lambda name: added[name])
        if added[best] < _PART:
            break
        chosen.append(best)
        covered |= given[best]
    return tuple(chosen)
