"""Kinship: which articles come from each other or from one text, and from whom each was made."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from networkx.utils import UnionFind

from newstemma.lineage.digests import digested
from newstemma.lineage.kinds import kind_of
from newstemma.lineage.model import (
    CONFIDENT,
    PairScore,
    pair_evidence,
    relation_evidence,
    score_pair,
)
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.overlap import overlap
from newstemma.lineage.parents import POSSIBLE, Descent, parents
from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.shared import are_siblings, shared_source
from newstemma.lineage.support import each_has_more, share_of, supported
from newstemma.records import Derivation, DerivationKind, Relation, RelationKind, Witness
from newstemma.reuse.candidates import candidates

__all__ = ["Kinship", "kinship"]

LEAST = 0.5  # probability below which no derivation is stated
# Two articles of no known order are joined to one lineage from here on. A story has many pairs,
# and one wrong pair joins two lineages: of 1,000 pairs of reports on one event that share few
# word runs (ecbplus), 2 reach .9 and 23 reach .75.
UNDECIDED = 0.9
# Of a rewrite's words that its parent supports; below that it is no rewrite of it. On `rewrites/`
# .25 gives .950 of the families and .33 .936 (of those with cut sources .844 and .812); on the
# 772 reports of ecbplus 142 and 129 rewrites.
TAKEN = 0.25
PARTIAL = 1.5  # log-odds for a digest being the later one; set by hand, no open data has any
_TINY = 1e-9
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
    siblings: frozenset[Pair]

    def kin(self, least: float) -> list[Pair]:
        """The pairs that are kin with that probability at least, surest first."""
        related = {pair: self.related(pair) for pair in self.scores if pair not in self.shared}
        likely = [pair for pair, probability in related.items() if probability >= least]
        return sorted(likely, key=lambda pair: (-related[pair], pair))

    def related(self, pair: Pair) -> float:
        """The probability of kinship, which wording in common settles on its own."""
        return max(self.scores[pair].related, UNDECIDED if pair in self.siblings else 0.0)

    def score(self, one: str, other: str) -> PairScore:
        return self.scores[min(one, other), max(one, other)]


def kinship(witnesses: Sequence[Witness]) -> Kinship:
    """Compares the pairs of `witnesses` that are worth it; no two may have the same words."""
    profiles = {witness.id: profile(witness) for witness in witnesses}
    pairs = sorted(
        (min(pair), max(pair))
        for pair in ((witnesses[a].id, witnesses[b].id) for a, b in candidates(witnesses))
    )
    both = {pair: (profiles[pair[0]], profiles[pair[1]]) for pair in pairs}
    overlaps = {p: overlap(left.witness, right.witness) for p, (left, right) in both.items()}
    shared = {p: shared_source(*both[p], overlaps[p]) for p in pairs}
    siblings = (p for p, (a, b) in both.items() if are_siblings(a.witness, b.witness, overlaps[p]))
    pile = _Pile(
        profiles=profiles,
        scores={pair: score_pair(*both[pair]) for pair in pairs},
        shared={pair: relation for pair, relation in shared.items() if relation},
        siblings=frozenset(siblings),
    )
    derivations = _derivations(pile)
    return Kinship(
        profiles=profiles,
        kin=tuple(sorted({*pile.kin(UNDECIDED), *map(_ends, derivations)})),
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
    kin = pile.kin(POSSIBLE)
    families = sorted(sorted(family) for family in nx.connected_components(nx.Graph(kin)))
    number = {member: n for n, family in enumerate(families) for member in family}
    scores: list[list[PairScore]] = [[] for _ in families]
    for pair in kin:
        scores[number[pair[0]]].append(pile.scores[pair])
    for family, inside in zip(families, scores, strict=True):
        yield from parents([pile.profiles[member] for member in family], inside)


def _made(descent: Descent | None, pile: _Pile) -> list[Derivation]:
    """The edge to a single parent, if the child took enough from it and not from a third."""
    if descent is None or descent.parent is None:
        return []
    child, parent = pile.profiles[descent.child], pile.profiles[descent.parent]
    kind = kind_of(child.witness, parent.witness)
    if kind in (DerivationKind.REPRINT, DerivationKind.EDIT) and _print_a_third(child, parent):
        return []
    if kind is DerivationKind.REWRITE and not _is_rewrite(descent, child, parent, pile):
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


def _is_rewrite(descent: Descent, child: Profile, parent: Profile, pile: _Pile) -> bool:
    """Whether the child took enough, and does not as well share a lost parent with it.

    Siblings print the same passages, and each has others that it cannot have from its sibling.
    """
    if share_of(child, supported(child, parent)) < TAKEN:
        return False
    pair = min(child.id, parent.id), max(child.id, parent.id)
    unsure = descent.probability < CONFIDENT
    return not (unsure and pair in pile.siblings and each_has_more(child, parent))


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
            if score.child != parent and len(others) < _DIGESTED:
                others.append(parent)
    return near


def _digest(child: str, others: Sequence[str], tree: nx.DiGraph, pile: _Pile) -> list[Derivation]:
    """The edges to the several parents of a digest; the older of two that serve as well."""
    possible = [other for other in others if not nx.has_path(tree, child, other)]
    possible.sort(key=lambda other: (len(nx.ancestors(tree, other)), other))
    profile = pile.profiles[child]
    edges = [
        Derivation(
            child=child,
            parent=parent,
            kind=DerivationKind.DIGEST,
            probability=_digested_from(child, pile.score(child, parent)),
            evidence=pair_evidence(profile, pile.profiles[parent]),
        )
        for parent in sorted(digested(profile, [pile.profiles[other] for other in possible]))
    ]
    return edges if all(edge.probability >= LEAST for edge in edges) else []


def _digested_from(child: str, score: PairScore) -> float:
    """That the child is the later one, given besides that it takes a part only of the other."""
    later = score.later(child)
    odds = math.log(max(later, _TINY) / max(1 - later, _TINY)) + PARTIAL
    return 1 / (1 + math.exp(-odds))


# --- what is no derivation -------------------------------------------------------------------


def _relations(pile: _Pile, derivations: Collection[Derivation]) -> tuple[Relation, ...]:
    """Kin in an order that cannot be told, and shared sources between different families."""
    lineages = _joined(pile, (e for e in derivations if e.kind is not DerivationKind.DIGEST))
    families = _joined(pile, derivations)
    digested = {_ends(edge) for edge in derivations if edge.kind is DerivationKind.DIGEST}
    unknown = []
    for left, right in pile.kin(UNDECIDED):
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


def _inherited(
    pair: Pair, shared: Collection[Pair], parents_of: Mapping[str, Sequence[str]]
) -> bool:
    """Whether one of the two has what they share from a parent that shares it as well."""
    return any(
        (min(parent, other), max(parent, other)) in shared
        for child, other in (pair, pair[::-1])
        for parent in parents_of.get(child, ())
    )


def _joined(pile: _Pile, derivations: Iterable[Derivation]) -> UnionFind:
    families: UnionFind = UnionFind(sorted(pile.profiles))
    for edge in derivations:
        families.union(edge.child, edge.parent)
    return families


def _unknown(pile: _Pile, left: str, right: str) -> Relation:
    return Relation(
        left=left,
        right=right,
        kind=RelationKind.UNKNOWN,
        probability=pile.related((left, right)),
        evidence=relation_evidence(pile.profiles[left], pile.profiles[right]),
    )
