"""What people judged of derivations, set over what was worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

import networkx as nx
from networkx.utils import UnionFind

from newstemma.lineage.kinds import kind_of
from newstemma.lineage.model import PairScore
from newstemma.lineage.odds import log_odds
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.records import (
    Derivation,
    DerivationKind,
    Evidence,
    Judgements,
    Relation,
    RelationKind,
    Witness,
)

__all__ = ["JUDGED", "NO_JUDGEMENTS", "overruled", "rescored"]

NO_JUDGEMENTS = Judgements()
_SURE = 1 - 1e-6  # a probability of 1 that odds can be made of
# The evidence of a judged derivation; no other has as much weight.
JUDGED = Evidence(signal="judged", score=1.0, weight=log_odds(_SURE), note="judged by a person")


def rescored(score: PairScore, judgements: Judgements) -> PairScore:
    """The score of a pair as far as a person left it to the model.

    A pair that is judged not to be derived is unrelated, unless it is confidently the other way
    round.
    """
    left, right = score.left, score.right
    if (right, left) in judgements.derived:
        return replace(score, related=_SURE, right_from_left=_SURE)
    if (left, right) in judgements.derived:
        return replace(score, related=_SURE, right_from_left=1 - _SURE)
    child = score.child
    other = right if child == left else left
    stands = child is not None and not judgements.bars(child, other)
    if judgements.unrelated(left, right) and not stands:
        return replace(score, related=0.0)
    return score


def overruled(
    derivations: Collection[Derivation],
    relations: Collection[Relation],
    *,
    judgements: Judgements,
    witnesses: Mapping[str, Witness],
) -> tuple[tuple[Derivation, ...], tuple[Relation, ...]]:
    """The derivations and relations with what was judged in them, sorted by their ids.

    A judged parent takes the place of the one that was worked out; beside those of a digest it
    is one more. Who gives way to a judged parent stays kin, in an order that cannot be told.
    """
    if not judgements:
        return _sorted(derivations, relations)
    judged = list(_judged(derivations, judgements, witnesses))
    kept = list(_left(derivations, judgements))
    edges = _with_kinds([*judged, *kept], witnesses)
    ends = {pair_of(*edge) for edge in judgements.derived}
    others = [one for one in relations if _stands(one, judgements, ends)]
    displaced = {(e.child, e.parent) for e in derivations} - {(e.child, e.parent) for e in edges}
    ties = (e for e in derivations if (e.child, e.parent) in displaced)
    others += _still_kin(ties, edges, others, judgements)
    return _sorted(edges, others)


def _sorted(
    derivations: Iterable[Derivation], relations: Iterable[Relation]
) -> tuple[tuple[Derivation, ...], tuple[Relation, ...]]:
    return (
        tuple(sorted(derivations, key=lambda edge: (edge.child, edge.parent))),
        tuple(sorted(relations, key=lambda one: (one.left, one.right))),
    )


def _judged(
    derivations: Iterable[Derivation], judgements: Judgements, witnesses: Mapping[str, Witness]
) -> Iterator[Derivation]:
    """The judged derivations; evidence that was found besides stays."""
    evidence = {(edge.child, edge.parent): edge.evidence for edge in derivations}
    for child, parent in sorted(judgements.derived):
        yield Derivation(
            child=child,
            parent=parent,
            kind=kind_of(witnesses[child], witnesses[parent]),
            probability=1.0,
            evidence=(JUDGED, *evidence.get((child, parent), ())),
        )


def _left(derivations: Iterable[Derivation], judgements: Judgements) -> Iterator[Derivation]:
    """What was worked out and is neither judged nor barred; the surest first, none in a circle."""
    parents = judgements.parents()
    tree = nx.DiGraph((parent, child) for child, parent in judgements.derived)
    for edge in sorted(derivations, key=lambda e: (-e.probability, e.child, e.parent)):
        settled = edge.child in parents and edge.kind is not DerivationKind.DIGEST
        again = edge.parent in parents.get(edge.child, ())
        if settled or again or judgements.bars(edge.child, edge.parent):
            continue
        tree.add_nodes_from((edge.parent, edge.child))
        if not nx.has_path(tree, edge.child, edge.parent):
            tree.add_edge(edge.parent, edge.child)
            yield edge


def _with_kinds(edges: Iterable[Derivation], witnesses: Mapping[str, Witness]) -> list[Derivation]:
    """A digest is what has several parents."""
    known = list(edges)
    parents = Counter(edge.child for edge in known)
    named = []
    for edge in known:
        if parents[edge.child] > 1:
            kind = DerivationKind.DIGEST
        elif edge.kind is DerivationKind.DIGEST:
            kind = kind_of(witnesses[edge.child], witnesses[edge.parent])
        else:
            kind = edge.kind
        named.append(replace(edge, kind=kind))
    return named


def _stands(relation: Relation, judgements: Judgements, derived: Collection[Pair]) -> bool:
    """Whether nobody judged more of the two."""
    left, right = relation.left, relation.right
    if relation.kind is RelationKind.SHARED_SOURCE:
        return (left, right) not in derived
    return not judgements.unrelated(left, right) and (left, right) not in derived


def _still_kin(
    displaced: Iterable[Derivation],
    edges: Iterable[Derivation],
    relations: Iterable[Relation],
    judgements: Judgements,
) -> Iterator[Relation]:
    """What holds two together that were child and parent and are in no family any more."""
    families: UnionFind = UnionFind()
    for edge in edges:
        families.union(edge.child, edge.parent)
    for one in relations:
        if one.kind is RelationKind.UNKNOWN:
            families.union(one.left, one.right)
    for edge in sorted(displaced, key=lambda e: (-e.probability, e.child, e.parent)):
        child, parent = edge.child, edge.parent
        if judgements.bars(child, parent) or families[child] == families[parent]:
            continue
        families.union(child, parent)
        left, right = pair_of(child, parent)
        yield Relation(
            left=left, right=right, kind=RelationKind.UNKNOWN, probability=edge.probability
        )
