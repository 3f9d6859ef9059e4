"""English words that may stand for each other, that are opposites, or that exclude each other.

Three lists written by hand for the English of news. Other languages have none: there only equal
stems are the same. A row of opposites or of words that exclude each other has groups parted by a
bar: words of one group may stand for one another, those of two cannot. Where it begins with a
kind, a change from one group to another is of that kind; no row sorts people or things by worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newstemma.collate.stems import stem
from newstemma.records import VariantKind

__all__ = ["Exclusion", "alternatives", "exclusions", "exclusive", "opposites", "synonyms"]

_LISTS = Path(__file__).with_name("words")
_OPPOSITES, _ALTERNATIVES, _SYNONYMS = "opposites.txt", "alternatives.txt", "synonyms.txt"

_Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A row: its groups of stems, and of what kind a change from one to another is."""

    kind: VariantKind
    groups: tuple[frozenset[str], ...]


def synonyms(key: str) -> tuple[str, ...]:
    """The stems of words that may stand for the word whose stem is `key`, sorted.

    >>> stem("ship") in synonyms(stem("vessels"))
    True
    """
    return _synonyms().get(key, ())


def opposites(key: str) -> tuple[str, ...]:
    """The stems of words that say the opposite, sorted.

    >>> stem("fell") in opposites(stem("rising"))
    True
    """
    return _others(_OPPOSITES).get(key, ())


def alternatives(key: str) -> tuple[str, ...]:
    """The stems of words of the same kind of which one alone can be meant: red, not green."""
    return _others(_ALTERNATIVES).get(key, ())


def exclusive(key: str) -> tuple[tuple[int, int], ...]:
    """The rows of `exclusions` that a stem stands in, each with its group's place in the row."""
    return _places().get(key, ())


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """The rows of which the kind of a change is known."""
    return tuple(
        Exclusion(kind=VariantKind(f"{kind}-changed"), groups=groups)
        for name in (_OPPOSITES, _ALTERNATIVES)
        for kind, groups in _rows(name)
        if kind
    )


@cache
def _places() -> Mapping[str, tuple[tuple[int, int], ...]]:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(exclusions()):
        for place, group in enumerate(row.groups):
            for key in sorted(group):
                found[key].append((number, place))
    return {key: tuple(places) for key, places in found.items()}


@cache
def _synonyms() -> _Table:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, (row,) in _rows(_SYNONYMS):
        for key in row:
            found[key].update(row)
    return _sorted(found)


@cache
def _others(name: str) -> _Table:
    """Each stem of a list with those of the other groups of its rows."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, groups in _rows(name):
        for group in groups:
            for key in group:
                found[key].update(*(other for other in groups if other is not group))
    return _sorted(found)


def _rows(name: str) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
    """The kind of each row of a list, or nothing, and its groups of stems."""
    for line in (_LISTS / name).read_text(encoding="utf-8").splitlines():
        kind, _, groups = line.rpartition(": ")
        yield kind, tuple(_stems(group) for group in groups.split("|"))


def _stems(group: str) -> frozenset[str]:
    return frozenset(map(stem, group.split()))


def _sorted(found: Mapping[str, Iterable[str]]) -> _Table:
    return {key: tuple(sorted({*others} - {key})) for key, others in found.items()}
