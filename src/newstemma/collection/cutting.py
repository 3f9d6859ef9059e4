"""What was drawn together -> the smallest parts that know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from newstemma.collection.groups import grouped
from newstemma.records import Analysis, RelationKind

__all__ = ["cut"]


def cut(drawn: Analysis) -> tuple[Analysis, ...]:
    """The analysis in parts: stories that a derivation or kinship ties stay together.

    Every finding is in one part, in the order that it had. Parts are in the order of their first
    stories. What could not be read is in none, nor is a source that two parts have in common: a
    notice that many articles print would bind a whole collection.
    """
    story = {member: one.id for one in drawn.stories for member in one.articles}
    kin = [one for one in drawn.relations if one.kind is not RelationKind.SHARED_SOURCE]
    ties = [
        *((story[edge.child], story[edge.parent]) for edge in drawn.derivations),
        *((story[one.left], story[one.right]) for one in kin),
    ]
    groups = grouped((one.id for one in drawn.stories), ties)
    part_of = {name: number for number, group in enumerate(groups) for name in group}
    together = [
        one for one in drawn.relations if part_of[story[one.left]] == part_of[story[one.right]]
    ]
    drawn = replace(drawn, relations=tuple(together))
    homes = _homes(drawn, story)
    parts: list[dict[str, list[Any]]] = [{field: [] for field in homes} for _ in groups]
    for field, home in homes.items():
        for row in getattr(drawn, field):
            parts[part_of[home(row)]][field].append(row)
    return tuple(_part(drawn, part) for part in parts)


def _part(drawn: Analysis, found: Mapping[str, Sequence[Any]]) -> Analysis:
    fields: dict[str, Any] = {name: tuple(rows) for name, rows in found.items()}
    return replace(drawn, failures=(), **fields)


def _homes(drawn: Analysis, story: Mapping[str, str]) -> Mapping[str, Callable[[Any], str]]:
    """The story that each finding belongs to, by the field of the analysis."""
    lost = {one.lost_witness: one.story for one in drawn.lineages if one.lost_witness}
    told = ("lineages", "claims", "conflicts", "relations_claimed", "events", "tracked_numbers")
    return {
        "witnesses": lambda one: story[one.id],
        "stories": lambda one: str(one.id),
        "lost_witnesses": lambda one: lost[one.id],
        "derivations": lambda one: story[one.child],
        "relations": lambda one: story[one.left],
        "variants": lambda one: story[one.child],
        "actors": lambda one: story[one.mentions[0].article],
        "profiles": lambda one: story[one.article],
        **{field: lambda one: str(one.story) for field in told},
    }
