"""Relations: pairs that belong together though neither is known to be made from the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from networkx.utils import UnionFind

from newstemma.lineage.model import relation_evidence
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.lineage.pile import UNDECIDED, Pile
from newstemma.lineage.proof import are_kin
from newstemma.records import Derivation, DerivationKind, Relation, RelationKind

__all__ = ["relations"]


def relations(
    pile: Pile, derivations: Collection[Derivation], rivals: Mapping[str, int]
) -> tuple[Relation, ...]:
    """Kin in an order that cannot be told, and shared sources between different families.

    Sorted by the ids of the two. Among many `rivals` (see `proof`) kin have to be the nearer.
    """
    digests = [edge for edge in derivations if edge.kind is DerivationKind.DIGEST]
    digested = {pair_of(edge.child, edge.parent) for edge in digests}
    lineages = _joined(pile, (e for e in derivations if e.kind is not DerivationKind.DIGEST))
    families = _joined(pile, derivations)
    unknown = []
    for left, right in _kin(pile, rivals):
        if families[left] != families[right]:
            families.union(left, right)
            lineages.union(left, right)
            unknown.append(_unknown(pile, left, right))
    apart = {p for p in pile.shared if lineages[p[0]] != lineages[p[1]] and p not in digested}
    parents_of: dict[str, list[str]] = {}
    for edge in derivations:
        parents_of.setdefault(edge.child, []).append(edge.parent)
    shared = [pile.shared[pair] for pair in apart if not _inherited(pair, apart, parents_of)]
    return tuple(sorted([*unknown, *shared], key=lambda relation: (relation.left, relation.right)))


def _kin(pile: Pile, rivals: Mapping[str, int]) -> Iterator[Pair]:
    """The pairs that share wording, or are nearer than two reports on one event."""
    for pair in pile.kin(UNDECIDED):
        left, right = pair
        crowd = max(rivals.get(left, 0), rivals.get(right, 0))
        both = pile.profiles[left], pile.profiles[right]
        if pair in pile.siblings or are_kin(*both, pile.scores[pair], crowd):
            yield pair


def _inherited(
    pair: Pair, shared: Collection[Pair], parents_of: Mapping[str, Sequence[str]]
) -> bool:
    """Whether one of the two has what they share from a parent that shares it as well."""
    return any(
        pair_of(parent, other) in shared
        for child, other in (pair, pair[::-1])
        for parent in parents_of.get(child, ())
    )


def _joined(pile: Pile, derivations: Iterable[Derivation]) -> UnionFind:
    families: UnionFind = UnionFind(sorted(pile.profiles))
    for edge in derivations:
        families.union(edge.child, edge.parent)
    return families


def _unknown(pile: Pile, left: str, right: str) -> Relation:
    return Relation(
        left=left,
        right=right,
        kind=RelationKind.UNKNOWN,
        probability=pile.related((left, right)),
        evidence=relation_evidence(pile.profiles[left], pile.profiles[right]),
    )
