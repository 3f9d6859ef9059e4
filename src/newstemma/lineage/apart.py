"""Stories as people judged them: joined where two articles are of one, parted where of two."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import networkx as nx

from newstemma.lineage.evidence import weight_of
from newstemma.lineage.pairs import Pair
from newstemma.lineage.profile import Profile
from newstemma.records import Judgements

__all__ = ["judged_stories", "likeness"]

Likeness = Callable[[str, str], float]

_LOOKS = 20  # members of a group that are compared, so that a large story stays cheap


def judged_stories(
    stories: Iterable[Sequence[str]],
    kin: Sequence[Pair],
    *,
    judgements: Judgements,
    alike: Likeness,
) -> list[list[str]]:
    """The stories, ids sorted, with what was judged of them.

    Two stories with articles that are judged to be of one are one. Where two of a story are
    judged to be of different ones it is parted: `kin`, surest first, stay together as far as
    they may, and the others go with those they are most like.
    """
    joined = nx.Graph()
    for story in stories:
        nx.add_path(joined, sorted(story))
    joined.add_edges_from(judgements.together())
    ties = [*judgements.together(), *kin]
    found = []
    for one in nx.connected_components(joined):
        found += _parted(sorted(one), ties, judgements.different_story, alike)
    return sorted(found)


def likeness(profiles: Mapping[str, Profile]) -> Likeness:
    """How much of what two articles tell is the same, by their ids, as a cosine."""

    def alike(one: str, other: str) -> float:
        left, right = profiles[one], profiles[other]
        own, theirs = (weight_of(side, side.content) for side in (left, right))
        if not own or not theirs:
            return 0.0
        return weight_of(left, left.content & right.content) / math.sqrt(own * theirs)

    return alike


def _parted(
    members: Sequence[str], ties: Iterable[Pair], apart: Collection[Pair], alike: Likeness
) -> list[list[str]]:
    """The members in groups none of which holds a pair that is `apart`."""
    barred: dict[str, set[str]] = {one: set() for one in members}
    for left, right in apart:
        if left in barred and right in barred:
            barred[left].add(right)
            barred[right].add(left)
    if not any(barred.values()):
        return [list(members)]
    groups = _tied(members, ties, barred)
    groups.sort(key=lambda group: (not any(barred[one] for one in group), -len(group), group))
    parts: list[list[str]] = []
    for group in groups:
        against = set().union(*(barred[one] for one in group))
        free = [part for part in parts if not against & set(part)]
        if free:
            max(free, key=lambda part: _mean(group, part, alike)).extend(group)
        else:
            parts.append(list(group))
    return [sorted(part) for part in parts]


def _tied(
    members: Sequence[str], ties: Iterable[Pair], barred: Mapping[str, Collection[str]]
) -> list[list[str]]:
    """The members in groups of those that are tied; what comes first goes before."""
    group_of = {one: [one] for one in members}
    for left, right in ties:
        if left not in group_of or right not in group_of:
            continue
        one, other = group_of[left], group_of[right]
        if one is other or any(b in one for member in other for b in barred[member]):
            continue
        large, small = (one, other) if len(one) >= len(other) else (other, one)
        large += small
        group_of.update(dict.fromkeys(small, large))
    return sorted({id(group): sorted(group) for group in group_of.values()}.values())


def _mean(group: Sequence[str], part: Sequence[str], alike: Likeness) -> float:
    some, others = group[:_LOOKS], part[:_LOOKS]
    return math.fsum(alike(a, b) for a in some for b in others) / (len(some) * len(others))
