"""The texts of one article, one after the other: each is an update of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import networkx as nx

from newstemma.collection.identity import key_of
from newstemma.collection.ties import have_in_common
from newstemma.lineage.judged import JUDGED
from newstemma.lineage.precedence import is_later
from newstemma.records import (
    Analysis,
    Derivation,
    DerivationKind,
    Evidence,
    Judgements,
    Witness,
)

__all__ = ["Updates", "told", "updates"]

Updates = frozenset[tuple[str, str]]
"""A later text and the one before it, by their ids."""

_READ_LATER = Evidence(
    signal="version", score=1.0, weight=0.0, note="it stood later at the same address or path"
)


def updates(arrived: Sequence[Witness], judgements: Judgements) -> Updates:
    """The texts that stood at one address or path after another, in the order of their arrival,
    unless they state another order, have nothing in common or a person judged them. None where
    what people judged goes round in a circle with them.
    """
    texts: dict[str, list[Witness]] = {}
    for one in arrived:
        texts.setdefault(key_of(one.article), []).append(one)
    pairs = (_ordered(a, b) for versions in texts.values() for a, b in pairwise(versions))
    found = frozenset(
        (child.id, parent.id)
        for child, parent in pairs
        if not _is_judged(child.id, parent.id, judgements) and have_in_common(child, parent)
    )
    made = nx.DiGraph(judgements.derived | found)
    return found if nx.is_directed_acyclic_graph(made) else frozenset()


def _ordered(before: Witness, after: Witness) -> tuple[Witness, Witness]:
    """The later of two texts, and the other."""
    return (before, after) if is_later(before.article, after.article) else (after, before)


def _is_judged(child: str, parent: str, judgements: Judgements) -> bool:
    pairs = {(child, parent), (parent, child)}
    by_person = (judgements.derived, judgements.not_derived, judgements.different_story)
    return any(pairs & judged for judged in by_person)


def told(drawn: Analysis, found: Updates) -> Analysis:
    """What was drawn with the updates as derivations: they are known, and nobody judged them."""
    return replace(
        drawn,
        derivations=tuple(
            _told(edge) if (edge.child, edge.parent) in found else edge
            for edge in drawn.derivations
        ),
    )


def _told(edge: Derivation) -> Derivation:
    evidence = (_READ_LATER, *(one for one in edge.evidence if one != JUDGED))
    return replace(edge, kind=DerivationKind.UPDATE, evidence=evidence)
