"""Kinship: which articles come from each other or from one text, and from whom each was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.digests import digested
from newstemma.lineage.kinds import kind_of
from newstemma.lineage.model import CONFIDENT, PairScore, pair_evidence
from newstemma.lineage.odds import log_odds, probability
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.lineage.parents import POSSIBLE, Descent, parents
from newstemma.lineage.pile import UNDECIDED, Pile, compared
from newstemma.lineage.profile import Profile
from newstemma.lineage.relations import relations
from newstemma.lineage.support import each_has_more, share_of, supported
from newstemma.records import Derivation, DerivationKind, Relation, Witness

__all__ = ["Kinship", "kinship"]

_LEAST = 0.5  # probability below which no derivation is stated
# Of a rewrite's words that its parent supports; below that it is no rewrite of it. On `rewrites/`
# .25 gives .950 of the families and .33 .936 (of those with cut sources .844 and .812); on the
# 772 reports of ecbplus 142 and 129 rewrites.
_TAKEN = 0.25
_PARTIAL = 1.5  # log-odds for a digest being the later one; set by hand, no open data has any
_DIGESTED = 8  # of the nearest texts are tried as the parents of a digest


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


def kinship(witnesses: Sequence[Witness]) -> Kinship:
    """Compares the pairs of `witnesses` that are worth it; no two may have the same words."""
    pile = compared(witnesses)
    derivations = _derivations(pile)
    ends = (pair_of(edge.child, edge.parent) for edge in derivations)
    return Kinship(
        profiles=pile.profiles,
        kin=tuple(sorted({*pile.kin(UNDECIDED), *ends})),
        derivations=derivations,
        relations=relations(pile, derivations),
    )


def _derivations(pile: Pile) -> tuple[Derivation, ...]:
    single = {
        descent.child: descent
        for descent in _descents(pile)
        if descent.parent is not None and descent.probability >= _LEAST
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


def _descents(pile: Pile) -> Iterator[Descent]:
    """The likeliest parent of each, family by family."""
    kin = pile.kin(POSSIBLE)
    families = sorted(sorted(family) for family in nx.connected_components(nx.Graph(kin)))
    number = {member: n for n, family in enumerate(families) for member in family}
    scores: list[list[PairScore]] = [[] for _ in families]
    for pair in kin:
        scores[number[pair[0]]].append(pile.scores[pair])
    for family, inside in zip(families, scores, strict=True):
        yield from parents([pile.profiles[member] for member in family], inside)


def _made(descent: Descent | None, pile: Pile) -> list[Derivation]:
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


def _is_rewrite(descent: Descent, child: Profile, parent: Profile, pile: Pile) -> bool:
    """Whether the child took enough, and does not as well share a lost parent with it.

    Siblings print the same passages, and each has others that it cannot have from its sibling.
    """
    if share_of(child, supported(child, parent)) < _TAKEN:
        return False
    pair = pair_of(child.id, parent.id)
    unsure = descent.probability < CONFIDENT
    return not (unsure and pair in pile.siblings and each_has_more(child, parent))


def _print_a_third(child: Profile, parent: Profile) -> bool:
    """Whether both credit one outlet, which is neither of them, and not each other."""
    own, theirs = credited(child.witness.article), credited(parent.witness.article)
    return bool(own.keys() & theirs.keys()) and published_by(parent.witness.article) not in own


def _near(pile: Pile) -> Mapping[str, Sequence[str]]:
    """The nearest texts of each that it may be made from, whatever their share in it."""
    near: dict[str, list[str]] = {}
    for pair, score in sorted(pile.scores.items(), key=lambda item: (-item[1].related, item[0])):
        for child, parent in (pair, pair[::-1]):
            others = near.setdefault(child, [])
            if score.child != parent and len(others) < _DIGESTED:
                others.append(parent)
    return near


def _digest(child: str, others: Sequence[str], tree: nx.DiGraph, pile: Pile) -> list[Derivation]:
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
    return edges if all(edge.probability >= _LEAST for edge in edges) else []


def _digested_from(child: str, score: PairScore) -> float:
    """That the child is the later one, given besides that it takes a part only of the other."""
    return probability(log_odds(score.later(child)) + _PARTIAL)
