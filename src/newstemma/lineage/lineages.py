"""Lineages: the articles of a story that descend from one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.lost import absent, lost_witness, printed_together
from newstemma.lineage.naming import named
from newstemma.lineage.profile import Profile
from newstemma.records import (
    Derivation,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Witness,
)

__all__ = ["Descended", "lineages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descended:
    """The lineages of one story, largest first, and their lost witnesses."""

    lineages: tuple[Lineage, ...]
    lost_witnesses: tuple[LostWitness, ...]


def lineages(
    story: str,
    witnesses: Sequence[Witness],
    *,
    derivations: Iterable[Derivation],
    relations: Iterable[Relation],
    profiles: Mapping[str, Profile],
) -> Descended:
    """Parts one story, named `story`, into lineages.

    Joined are a child and its parents, two of which it cannot be told who was first, and those
    that print the same lost report. `profiles` need not hold every copy of one text.
    """
    members = {witness.id: witness for witness in witnesses}
    edges = [e for e in derivations if e.child in members and e.parent in members]
    missing = absent(witnesses)
    graph = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from((edge.child, edge.parent) for edge in edges)
    graph.add_edges_from(_undecided(relations, members))
    for crediting in missing.values():
        known = [one for one in crediting if one in profiles]
        graph.add_edges_from(printed_together(known, profiles))
    tree = nx.DiGraph((edge.parent, edge.child) for edge in edges)
    tree.add_nodes_from(members)
    found = [
        _lineage(story, [members[one] for one in sorted(part)], tree, missing, profiles)
        for part in nx.connected_components(graph)
    ]
    found.sort(key=lambda pair: (-len(pair[0].articles), pair[0].id))
    return Descended(
        lineages=tuple(lineage for lineage, _ in found),
        lost_witnesses=tuple(lost for _, lost in found if lost),
    )


def _undecided(
    relations: Iterable[Relation], members: Collection[str]
) -> Iterable[tuple[str, str]]:
    return (
        (r.left, r.right)
        for r in relations
        if r.kind is RelationKind.UNKNOWN and r.left in members and r.right in members
    )


def _lineage(
    story: str,
    part: Sequence[Witness],
    tree: nx.DiGraph,
    missing: Mapping[str, Sequence[str]],
    profiles: Mapping[str, Profile],
) -> tuple[Lineage, LostWitness | None]:
    ids = tuple(witness.id for witness in part)
    roots = {one for one in ids if not tree.in_degree(one)}
    root = _best(part, roots, tree)
    lost = lost_witness(part, roots=roots, root=root, missing=missing, profiles=profiles)
    lineage = Lineage(
        id=named("lineage", ids),
        story=story,
        articles=ids,
        root=root,
        lost_witness=lost.id if lost else None,
    )
    return lineage, lost


def _best(part: Sequence[Witness], roots: Collection[str], tree: nx.DiGraph) -> str:
    """The article without a kept parent from which most descend; then the most complete."""
    first = [witness for witness in part if witness.id in roots]
    descending = {witness.id: len(nx.descendants(tree, witness.id)) for witness in first}
    best = min(first, key=lambda w: (-descending[w.id], -len(w.words), w.id))
    return best.id
