"""Lineages: the articles of a story that descend from one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.lost import absent, lost_witness, printed_together
from newstemma.lineage.naming import named
from newstemma.lineage.profile import Profile
from newstemma.records import (
    Derivation,
    DerivationKind,
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

    Joined are a child and its one parent, two of which it cannot be told who was first, and
    those that print the same lost report. A digest stands in the lineage of each of its
    parents and joins none. `profiles` need not hold every copy of one text.
    """
    members = {witness.id: witness for witness in witnesses}
    missing = absent(witnesses)
    tree = nx.DiGraph()
    tree.add_nodes_from(members)
    tree.add_edges_from(
        (e.parent, e.child, {"digest": e.kind is DerivationKind.DIGEST})
        for e in derivations
        if e.child in members and e.parent in members
    )
    ties = [*_undecided(relations, members), *_printing_one(missing, profiles)]
    found = [
        _lineage(story, [members[one] for one in sorted(part)], tree, missing, profiles)
        for part in _parts(tree, ties)
    ]
    found.sort(key=lambda pair: (-len(pair[0].articles), pair[0].id))
    return Descended(
        lineages=tuple(lineage for lineage, _ in found),
        lost_witnesses=tuple(lost for _, lost in found if lost),
    )


def _undecided(
    relations: Iterable[Relation], members: Collection[str]
) -> Iterator[tuple[str, str]]:
    for relation in relations:
        ends = relation.left, relation.right
        if relation.kind is RelationKind.UNKNOWN and all(end in members for end in ends):
            yield ends


def _printing_one(
    missing: Mapping[str, Sequence[str]], profiles: Mapping[str, Profile]
) -> Iterator[tuple[str, str]]:
    for crediting in missing.values():
        yield from printed_together([one for one in crediting if one in profiles], profiles)


def _parts(tree: nx.DiGraph, ties: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The articles of each lineage; a digest and what was made from it stand in several."""
    graph = nx.Graph(ties)
    graph.add_nodes_from(tree)
    graph.add_edges_from((a, b) for a, b, digest in tree.edges.data("digest") if not digest)
    groups = [set(group) for group in nx.connected_components(graph)]
    number = {member: n for n, group in enumerate(groups) for member in group}
    digests = {child for _, child, digest in tree.edges.data("digest") if digest}
    first = [{one for one in group if not tree.in_degree(one)} for group in groups]
    parts = {n: set(group) for n, group in enumerate(groups) if first[n]}
    for digest in digests:
        for ancestor in nx.ancestors(tree, digest):
            if number[ancestor] in parts:
                parts[number[ancestor]] |= {digest, *nx.descendants(tree, digest)}
    return list(parts.values())


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
        id=named("lineage", [root, *ids]),
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
