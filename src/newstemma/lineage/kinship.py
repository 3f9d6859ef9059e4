"""Kinship: which articles come from each other or from one text, and from whom each was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.digests import digested
from newstemma.lineage.judged import NO_JUDGEMENTS
from newstemma.lineage.kinds import kind_of
from newstemma.lineage.model import CONFIDENT, PairScore, pair_evidence
from newstemma.lineage.odds import log_odds, probability
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.lineage.parents import POSSIBLE, Descent, parents
from newstemma.lineage.pile import UNDECIDED, Pile, compared
from newstemma.lineage.profile import Profile
from newstemma.lineage.proof import (
    SHORT,
    has_from_another,
    is_contradicted,
    is_copied,
    is_edited,
    is_retold,
    rivals,
)
from newstemma.lineage.relations import relations
from newstemma.lineage.support import each_has_more
from newstemma.records import Derivation, DerivationKind, Judgements, Relation, Witness

__all__ = ["Kinship", "kinship"]

_ONE = 0.9  # probability of kinship from which on two are one text to those beside them
_LEAST = 0.5  # probability below which no derivation is stated
_COPIES = (DerivationKind.REPRINT, DerivationKind.EDIT)
_PARTIAL = 4.0  # log-odds for a digest being the later one; set by hand, no open data has any
_VERSIONS = 20  # copies that a child and its parent are held against
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


def kinship(witnesses: Sequence[Witness], judgements: Judgements = NO_JUDGEMENTS) -> Kinship:
    """Compares the pairs of `witnesses` that are worth it; no two may have the same words."""
    pile = compared(witnesses, judgements)
    crowd = _crowd(pile)
    derivations = _derivations(pile, crowd)
    ends = (pair_of(edge.child, edge.parent) for edge in derivations)
    return Kinship(
        profiles=pile.profiles,
        kin=tuple(sorted({*pile.kin(UNDECIDED), *ends})),
        derivations=derivations,
        relations=relations(pile, derivations, crowd),
    )


def _crowd(pile: Pile) -> Mapping[str, int]:
    """How many rivals each has; those surely kin are one, but a brief binds nobody together."""
    kin = (*pile.siblings, *pile.kin(_ONE))
    telling = [pair for pair in kin if min(pile.profiles[one].size for one in pair) >= SHORT]
    return rivals(pile.scores.values(), telling)


def _derivations(pile: Pile, crowd: Mapping[str, int]) -> tuple[Derivation, ...]:
    single = [
        edge
        for descent in _descents(pile)
        if descent.parent is not None and descent.probability >= _LEAST
        for edge in _made(descent, crowd.get(descent.child, 0), pile)
    ]
    tree = nx.DiGraph([(edge.parent, edge.child) for edge in single])
    tree.add_nodes_from(pile.profiles)
    near = _near(pile)
    several: dict[str, list[Derivation]] = {}
    for child in sorted(pile.profiles):
        digest = _digest(child, near.get(child, ()), crowd.get(child, 0), tree, pile)
        tree.add_edges_from((edge.parent, child) for edge in digest)
        if digest:
            several[child] = digest
    found = [edge for edge in single if edge.child not in several]
    found += (edge for digest in several.values() for edge in digest)
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


def _made(descent: Descent, rivals: int, pile: Pile) -> list[Derivation]:
    """The edge to a single parent, if it is proved and the two do not both print a third."""
    child, parent = pile.profiles[descent.child], pile.profiles[descent.parent or ""]
    kind = kind_of(child.witness, parent.witness)
    if is_contradicted(child.witness.article, parent.witness.article):
        return []
    if kind in _COPIES and (_print_a_third(child, parent) or _of_another(child, parent, pile)):
        return []
    if kind is DerivationKind.REPRINT and not is_copied(child, parent):
        return []
    if kind is DerivationKind.EDIT and not is_edited(child, parent, rivals):
        return []
    if kind is DerivationKind.REWRITE and not _is_rewrite(descent, rivals, pile):
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


def _is_rewrite(descent: Descent, rivals: int, pile: Pile) -> bool:
    """Whether the child was retold, and does not as well share a lost parent with the other.

    Siblings print the same passages, and each has others that it cannot have from its sibling.
    """
    child, parent = pile.profiles[descent.child], pile.profiles[descent.parent or ""]
    if not is_retold(child, parent, pile.score(child.id, parent.id), rivals):
        return False
    unsure = descent.probability < CONFIDENT
    siblings = pair_of(child.id, parent.id) in pile.siblings
    return not (unsure and siblings and each_has_more(child, parent))


def _print_a_third(child: Profile, parent: Profile) -> bool:
    """Whether both credit one outlet, which is neither of them, and not each other."""
    own, theirs = credited(child.witness.article), credited(parent.witness.article)
    return bool(own.keys() & theirs.keys()) and published_by(parent.witness.article) not in own


def _of_another(child: Profile, parent: Profile, pile: Pile) -> bool:
    """Whether the child prints another version than its parent does, as other copies show."""
    if published_by(parent.witness.article) in credited(child.witness.article):
        return False
    copied = [pair for pair in pile.siblings if child.id in pair and parent.id not in pair]
    others = sorted(other for pair in copied for other in pair if other != child.id)
    texts = (pile.profiles[other].witness for other in others[:_VERSIONS])
    return any(has_from_another(child.witness, parent.witness, other) for other in texts)


def _near(pile: Pile) -> Mapping[str, Sequence[str]]:
    """The nearest texts of each, whatever their share in it and whichever seems the later."""
    near: dict[str, list[str]] = {}
    for pair in sorted(pile.scores, key=lambda pair: (-pile.scores[pair].related, pair)):
        for child, parent in (pair, pair[::-1]):
            others = near.setdefault(child, [])
            if len(others) < _DIGESTED:
                others.append(parent)
    return near


def _digest(
    child: str, others: Sequence[str], rivals: int, tree: nx.DiGraph, pile: Pile
) -> list[Derivation]:
    """The edges to the several parents of a digest; the older of two that serve as well."""
    possible = [other for other in others if not nx.has_path(tree, child, other)]
    possible.sort(key=lambda other: (len(nx.ancestors(tree, other)), other))
    profile = pile.profiles[child]
    given = digested(profile, [pile.profiles[other] for other in possible], rivals=rivals)
    edges = [
        Derivation(
            child=child,
            parent=parent,
            kind=DerivationKind.DIGEST,
            probability=_digested_from(child, pile.score(child, parent)),
            evidence=pair_evidence(profile, pile.profiles[parent]),
        )
        for parent in sorted(given)
    ]
    return edges if all(edge.probability >= _LEAST for edge in edges) else []


def _digested_from(child: str, score: PairScore) -> float:
    """That the child is the later one, given besides that it takes a part only of the other."""
    return probability(log_odds(score.later(child)) + _PARTIAL)
