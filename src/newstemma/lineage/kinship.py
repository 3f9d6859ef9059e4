"""Kinship: which articles come from each other or from one text, and from whom each was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx
from networkx.utils import UnionFind

from newstemma.lineage.kinds import digested, kind_of
from newstemma.lineage.model import PairScore, pair_evidence, relation_evidence, score_pair
from newstemma.lineage.outlets import credited, published_by, renamed
from newstemma.lineage.parents import Descent, parents
from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.shared import shared_source
from newstemma.records import Derivation, DerivationKind, Relation, RelationKind, Witness
from newstemma.reuse.candidates import candidates

__all__ = ["Kinship", "kinship"]

LEAST = 0.5  # probability below which neither kinship nor a derivation is stated
_DIGESTED = 8  # of the nearest texts are tried as the parents of a digest

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """What is known of the pairs worth comparing.

    `kin` are the pairs, ids sorted, of which one comes from the other or both from one text;
    `derivations` say who was made from whom; `relations` which pairs share a source and nothing
    else, and which are kin in an order that cannot be told.
    """

    profiles: Mapping[str, Profile]
    kin: tuple[Pair, ...]
    derivations: tuple[Derivation, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    profiles: Mapping[str, Profile]
    scores: Mapping[Pair, PairScore]
    shared: Mapping[Pair, Relation]

    def kin(self) -> list[Pair]:
        """The kin, surest first."""
        related = {pair: score.related for pair, score in self.scores.items()}
        likely = [p for p, r in related.items() if r >= LEAST and p not in self.shared]
        return sorted(likely, key=lambda pair: (-related[pair], pair))

    def score(self, one: str, other: str) -> PairScore:
        return self.scores[min(one, other), max(one, other)]


def kinship(witnesses: Sequence[Witness]) -> Kinship:
    """Compares the pairs of `witnesses` that are worth it; no two may have the same words."""
    profiles = {w.id: profile(replace(w, article=renamed(w.article))) for w in witnesses}
    pairs = sorted(
        (min(pair), max(pair))
        for pair in ((witnesses[a].id, witnesses[b].id) for a, b in candidates(witnesses))
    )
    both = {pair: (profiles[pair[0]], profiles[pair[1]]) for pair in pairs}
    shared = {pair: relation for pair in pairs if (relation := shared_source(*both[pair]))}
    scores = {pair: score_pair(*both[pair]) for pair in pairs}
    pile = _Pile(profiles=profiles, scores=scores, shared=shared)
    derivations = _derivations(pile)
    return Kinship(
        profiles=profiles,
        kin=tuple(sorted({*pile.kin(), *map(_ends, derivations)})),
        derivations=derivations,
        relations=_relations(pile, derivations),
    )


def _ends(derivation: Derivation) -> Pair:
    ends = sorted((derivation.child, derivation.parent))
    return ends[0], ends[1]


# --- who was made from whom ----------------------------------------------------------------


def _derivations(pile: _Pile) -> tuple[Derivation, ...]:
    single = {
        descent.child: descent
        for descent in _descents(pile)
        if descent.parent is not None and descent.probability >= LEAST
    }
    tree = nx.DiGraph([(d.parent, d.child) for d in single.values()])
    tree.add_nodes_from(pile.profiles)
    near = _near(pile)
    found: list[Derivation] = []
    for child in sorted(pile.profiles):
        digest = _digest(child, near.get(child, ()), tree, pile)
        tree.add_edges_from((edge.parent, child) for edge in digest)
        found += digest or _made(single.get(child), pile)
    return tuple(sorted(found, key=lambda edge: (edge.child, edge.parent)))


def _descents(pile: _Pile) -> Iterator[Descent]:
    """The likeliest parent of each, family by family."""
    kin = pile.kin()
    families = sorted(sorted(family) for family in nx.connected_components(nx.Graph(kin)))
    number = {member: n for n, family in enumerate(families) for member in family}
    pairs: list[list[Pair]] = [[] for _ in families]
    for pair in kin:
        pairs[number[pair[0]]].append(pair)
    for family, inside in zip(families, pairs, strict=True):
        yield from parents([pile.profiles[member] for member in family], inside)


def _made(descent: Descent | None, pile: _Pile) -> list[Derivation]:
    """The edge to a single parent, unless both only print what a third wrote."""
    if descent is None or descent.parent is None:
        return []
    child, parent = pile.profiles[descent.child], pile.profiles[descent.parent]
    kind = kind_of(child.witness, parent.witness)
    if kind in (DerivationKind.REPRINT, DerivationKind.EDIT) and _print_a_third(child, parent):
        return []
    return [
        Derivation(
            child=child.id,
            parent=parent.id,
            kind=kind,
            probability=descent.probability,
            evidence=(*pair_evidence(child, parent), *descent.evidence),
        )
    ]


def _print_a_third(child: Profile, parent: Profile) -> bool:
    """Whether both credit one outlet, which is neither of them, and not each other."""
    own, theirs = credited(child.witness.article), credited(parent.witness.article)
    return bool(own.keys() & theirs.keys()) and published_by(parent.witness.article) not in own


def _near(pile: _Pile) -> Mapping[str, Sequence[str]]:
    """The nearest texts of each that it may be made from, whatever their share in it."""
    near: dict[str, list[str]] = {}
    for pair, score in sorted(pile.scores.items(), key=lambda item: (-item[1].related, item[0])):
        for child, parent in (pair, pair[::-1]):
            others = near.setdefault(child, [])
            if score.child != parent and len(others) < _DIGESTED and pair not in pile.shared:
                others.append(parent)
    return near


def _digest(
    child: str, others: Sequence[str], tree: nx.DiGraph, pile: _Pile
) -> list[Derivation]:
    """The edges to the several parents of a digest."""
    possible = [pile.profiles[other] for other in others if not nx.has_path(tree, child, other)]
    profile = pile.profiles[child]
    return [
        Derivation(
            child=child,
            parent=parent,
            kind=DerivationKind.DIGEST,
            probability=max(LEAST, _later(child, pile.score(child, parent))),
            evidence=pair_evidence(profile, pile.profiles[parent]),
        )
        for parent in sorted(digested(profile, possible))
    ]


def _later(child: str, score: PairScore) -> float:
    return score.right_from_left if child == score.right else 1 - score.right_from_left


# --- what is no derivation -------------------------------------------------------------------


def _relations(pile: _Pile, derivations: Collection[Derivation]) -> tuple[Relation, ...]:
    """Kin in an order that cannot be told, and shared sources between different families."""
    families: UnionFind = UnionFind(pile.profiles)
    for edge in derivations:
        families.union(edge.child, edge.parent)
    unknown = []
    for left, right in pile.kin():
        if families[left] != families[right]:
            families.union(left, right)
            unknown.append(_unknown(pile, left, right))
    shared = [r for (left, right), r in pile.shared.items() if families[left] != families[right]]
    return tuple(sorted([*unknown, *shared], key=lambda relation: (relation.left, relation.right)))


def _unknown(pile: _Pile, left: str, right: str) -> Relation:
    return Relation(
        left=left,
        right=right,
        kind=RelationKind.UNKNOWN,
        probability=pile.score(left, right).related,
        evidence=relation_evidence(pile.profiles[left], pile.profiles[right]),
    )
