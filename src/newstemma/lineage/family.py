"""Puts lineage together: from witnesses to stories, lineages, derivations and lost witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.copies import Copies, copies
from newstemma.lineage.kinship import Kinship, kinship
from newstemma.lineage.lineages import Descended, lineages
from newstemma.lineage.naming import named
from newstemma.lineage.outlets import renamed
from newstemma.lineage.stories import stories
from newstemma.records import (
    Derivation,
    DerivationKind,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Story,
    Witness,
)

__all__ = ["Family", "family"]

_TITLE = 12  # words of the report where the article has no title


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Who was made from whom, and how many independent reports each story has.

    Stories and lineages are sorted by size, largest first, the rest by article ids. `evidence`
    of a relation calls the left article the child.
    """

    stories: tuple[Story, ...]
    lineages: tuple[Lineage, ...]
    lost_witnesses: tuple[LostWitness, ...]
    derivations: tuple[Derivation, ...]
    relations: tuple[Relation, ...]


def family(witnesses: Sequence[Witness]) -> Family:
    """Draws the family tree of a pile of witnesses, whose ids have to differ.

    The order of the witnesses does not matter.
    """
    groups = copies(renamed(sorted(witnesses, key=lambda witness: witness.id)))
    firsts = [group.first for group in groups]
    kin = kinship(firsts)
    derivations = _derivations(kin, groups)
    relations = _relations(kin, groups)
    drawn = []
    for members in _events(groups, kin):
        story = named("story", [witness.id for witness in members])
        descended = lineages(
            story, members, derivations=derivations, relations=relations, profiles=kin.profiles
        )
        drawn.append((_story(story, members, descended), descended))
    drawn.sort(key=lambda pair: (-len(pair[0].articles), pair[0].id))
    parts = tuple(one for _, descended in drawn for one in descended.lineages)
    return Family(
        stories=tuple(story for story, _ in drawn),
        lineages=parts,
        lost_witnesses=tuple(one for _, descended in drawn for one in descended.lost_witnesses),
        derivations=derivations,
        relations=tuple(one for one in relations if not _is_settled(one, parts)),
    )


def _is_settled(relation: Relation, parts: Sequence[Lineage]) -> bool:
    """Whether two that share a source turned out to print one lost report."""
    ends = {relation.left, relation.right}
    shared = relation.kind is RelationKind.SHARED_SOURCE
    return shared and any(ends <= set(lineage.articles) for lineage in parts)


def _derivations(kin: Kinship, groups: Sequence[Copies]) -> tuple[Derivation, ...]:
    edges = [*kin.derivations, *(edge for group in groups for edge in group.derivations())]
    return tuple(sorted(edges, key=lambda edge: (edge.child, edge.parent)))


def _relations(kin: Kinship, groups: Sequence[Copies]) -> tuple[Relation, ...]:
    pairs = [*kin.relations, *(pair for group in groups for pair in group.relations())]
    return tuple(sorted(pairs, key=lambda relation: (relation.left, relation.right)))


def _events(groups: Sequence[Copies], kin: Kinship) -> list[list[Witness]]:
    """The witnesses of each story, all copies of a text in one, sorted by id."""
    firsts = [group.first for group in groups]
    place = {witness.id: i for i, witness in enumerate(firsts)}
    near = [(place[left], place[right]) for left, right in kin.kin]
    digests = {place[one]: [place[p] for p in given] for one, given in _digests(kin).items()}
    return [
        sorted(
            (one for i in story for one in (groups[i].first, *groups[i].others)),
            key=lambda witness: witness.id,
        )
        for story in stories(firsts, near, digests=digests)
    ]


def _digests(kin: Kinship) -> dict[str, list[str]]:
    """The parents of each digest, which are also those of what was made from it."""
    tree = nx.DiGraph((edge.parent, edge.child) for edge in kin.derivations)
    parents: dict[str, list[str]] = {}
    for edge in kin.derivations:
        if edge.kind is DerivationKind.DIGEST:
            for one in (edge.child, *sorted(nx.descendants(tree, edge.child))):
                parents.setdefault(one, []).append(edge.parent)
    return parents


def _story(name: str, members: Sequence[Witness], descended: Descended) -> Story:
    by_id: Mapping[str, Witness] = {witness.id: witness for witness in members}
    title = _title(by_id[descended.lineages[0].root])
    return Story(id=name, title=title, articles=tuple(by_id))


def _title(witness: Witness) -> str:
    """The article's title, else its first words."""
    if witness.article.title:
        return witness.article.title.value
    first = witness.words[:_TITLE]
    return witness.text[first[0].start : first[-1].end] if first else witness.article.path
