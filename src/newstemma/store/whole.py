"""Neighbourhoods -> one analysis, in the order that the articles drawn at once would have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from newstemma.records import Analysis, Run

__all__ = ["whole"]


def whole(parts: Sequence[Analysis], arrival: Mapping[str, int]) -> Analysis:
    """One analysis of several neighbourhoods, which share no article.

    Articles go by file, those of one file by their `arrival`, which is their order in it; stories
    go by size. Whatever belongs to an article or a story follows it, and keeps its order there.
    `run` is that of the last part.
    """
    if len(parts) == 1:
        return parts[0]
    witnesses = _sorted(parts, "witnesses", lambda one: (_file(one.article.path), arrival[one.id]))
    stories = _sorted(parts, "stories", lambda one: (-len(one.articles), one.id))
    orders = _orders(witnesses, stories)
    return Analysis(
        witnesses=witnesses,
        stories=stories,
        failures=tuple(row for part in parts for row in part.failures),
        run=parts[-1].run if parts else Run(version="0"),
        **{name: _sorted(parts, name, order) for name, order in orders.items()},
    )


def _orders(
    witnesses: Sequence[Any], stories: Sequence[Any]
) -> Mapping[str, Callable[[Any], object]]:
    """What each kind of finding is sorted by."""
    place = {one.id: number for number, one in enumerate(witnesses)}
    rank = {one.id: number for number, one in enumerate(stories)}
    told = {member: rank[one.id] for one in stories for member in one.articles}
    by_story = ("lineages", "claims", "conflicts", "relations_claimed", "events", "tracked_numbers")
    return {
        **{name: lambda one: rank[one.story] for name in by_story},
        "lost_witnesses": lambda one: told[one.children[0]] if one.children else len(rank),
        "derivations": attrgetter("child", "parent"),
        "relations": attrgetter("left", "right"),
        "variants": lambda one: place[one.child],
        "actors": lambda one: told[one.mentions[0].article] if one.mentions else len(rank),
        "profiles": lambda one: place[one.article],
    }


def _file(path: str) -> str:
    """The file of a displayed path, which has the row or item behind a `#`."""
    return path.partition("#")[0]


def _sorted(parts: Sequence[Analysis], name: str, order: Callable[[Any], Any]) -> tuple[Any, ...]:
    return tuple(sorted((row for part in parts for row in getattr(part, name)), key=order))
