"""Puts lineage together: from witnesses to stories, lineages, derivations and lost witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from newstemma.lineage.apart import judged_stories, likeness
from newstemma.lineage.copies import Copies, copies
from newstemma.lineage.judged import NO_JUDGEMENTS, overruled
from newstemma.lineage.kinship import Kinship, kinship
from newstemma.lineage.lineages import Descended, lineages
from newstemma.lineage.naming import named
from newstemma.lineage.outlets import renamed
from newstemma.lineage.pairs import Pair
from newstemma.lineage.profile import Profile
from newstemma.lineage.stories import stories
from newstemma.records import (
    Derivation,
    DerivationKind,
    Judgements,
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


def family(witnesses: Sequence[Witness], *, judgements: Judgements = NO_JUDGEMENTS) -> Family:
    """Draws the family tree of a pile of witnesses, whose ids have to differ.

    The order of the witnesses does not matter. What was judged of them always wins.
    """
    if len(witnesses) == 1:
        return _alone(witnesses[0])
    known = renamed(sorted(witnesses, key=lambda witness: witness.id))
    groups = copies(known)
    kin = kinship([group.first for group in groups], judgements)
    derivations, relations = overruled(
        [*kin.derivations, *(edge for group in groups for edge in group.derivations())],
        [*kin.relations, *(pair for group in groups for pair in group.relations())],
        judgements=judgements,
        witnesses={witness.id: witness for witness in known},
    )
    events = _events(groups, kin, derivations, judgements)
    if judgements.different_story:
        derivations, relations = _inside(derivations, relations, events)
    drawn = _drawn(events, derivations, relations, kin.profiles)
    parts = tuple(one for _, descended in drawn for one in descended.lineages)
    return Family(
        stories=tuple(story for story, _ in drawn),
        lineages=parts,
        lost_witnesses=tuple(one for _, descended in drawn for one in descended.lost_witnesses),
        derivations=derivations,
        relations=tuple(one for one in relations if not _is_settled(one, parts)),
    )


def _alone(witness: Witness) -> Family:
    """The family of one: nothing is compared."""
    ((story, descended),) = _drawn([renamed([witness])], (), (), {})
    return Family(
        stories=(story,),
        lineages=descended.lineages,
        lost_witnesses=descended.lost_witnesses,
        derivations=(),
        relations=(),
    )


def _drawn(
    events: Iterable[Sequence[Witness]],
    derivations: Sequence[Derivation],
    relations: Sequence[Relation],
    profiles: Mapping[str, Profile],
) -> list[tuple[Story, Descended]]:
    """The stories with what descends in them, the largest first."""
    drawn = []
    for members in events:
        story = named("story", [witness.id for witness in members])
        descended = lineages(
            story, members, derivations=derivations, relations=relations, profiles=profiles
        )
        drawn.append((_story(story, members, descended), descended))
    return sorted(drawn, key=lambda pair: (-len(pair[0].articles), pair[0].id))


def _is_settled(relation: Relation, parts: Sequence[Lineage]) -> bool:
    """Whether two that share a source turned out to print one lost report."""
    ends = {relation.left, relation.right}
    shared = relation.kind is RelationKind.SHARED_SOURCE
    return shared and any(ends <= set(lineage.articles) for lineage in parts)


def _events(
    groups: Sequence[Copies],
    kin: Kinship,
    derivations: Sequence[Derivation],
    judgements: Judgements,
) -> list[list[Witness]]:
    """The witnesses of each story, sorted by id; all copies of a text in one, unless judged."""
    firsts = [group.first for group in groups]
    members = [(group.first, *group.others) for group in groups]
    place = {one.id: i for i, copied in enumerate(members) for one in copied}
    near = [(place[left], place[right]) for left, right in kin.kin]
    digests = {place[one]: [place[p] for p in given] for one, given in _digests(derivations)}
    if len(digests) == len(groups):
        digests = {}  # copies of one another's parents, by judgement: no text is the first
    found = [
        [one.id for i in story for one in members[i]]
        for story in stories(firsts, near, digests=digests)
    ]
    if judgements:
        alike = likeness({one: kin.profiles[firsts[i].id] for one, i in place.items()})
        ties = _ties(groups, kin, derivations)
        found = judged_stories(found, ties, judgements=judgements, alike=alike)
    known = {one.id: one for copied in members for one in copied}
    return [[known[one] for one in sorted(story)] for story in found]


def _ties(groups: Sequence[Copies], kin: Kinship, derivations: Iterable[Derivation]) -> list[Pair]:
    """What holds articles in one story, surest first."""
    copied = [(group.first.id, other.id) for group in groups for other in group.others]
    single = (edge for edge in derivations if edge.kind is not DerivationKind.DIGEST)
    edges = sorted(single, key=lambda edge: (-edge.probability, edge.child, edge.parent))
    return [*copied, *((edge.child, edge.parent) for edge in edges), *kin.kin]


def _digests(derivations: Sequence[Derivation]) -> Iterator[tuple[str, list[str]]]:
    """The parents of each digest, which are also those of what was made from it."""
    tree = nx.DiGraph((edge.parent, edge.child) for edge in derivations)
    parents: dict[str, list[str]] = {}
    for edge in derivations:
        if edge.kind is DerivationKind.DIGEST:
            for one in (edge.child, *sorted(nx.descendants(tree, edge.child))):
                parents.setdefault(one, []).append(edge.parent)
    yield from parents.items()


def _inside(
    derivations: Iterable[Derivation],
    relations: Iterable[Relation],
    events: Sequence[Sequence[Witness]],
) -> tuple[tuple[Derivation, ...], tuple[Relation, ...]]:
    """Without what would tie two stories judged apart: a digest alone tells of several."""
    story = {one.id: number for number, members in enumerate(events) for one in members}
    return (
        tuple(
            edge
            for edge in derivations
            if edge.kind is DerivationKind.DIGEST or story[edge.child] == story[edge.parent]
        ),
        tuple(
            one
            for one in relations
            if one.kind is not RelationKind.UNKNOWN or story[one.left] == story[one.right]
        ),
    )


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
