"""Which rows of a tree are drawn, and which share one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Forest", "Row", "rows", "spanned"]

_LEAVES, _LEAVES_SHOWN = 8, 5  # more leaves of one kind under one parent share a row
_TOPS = 30  # rows for the tops, with one for what is below each
_ROWS, _FEWEST = 60, 7  # of all tops together, shared out evenly, and of each at least
_DEEPEST = 14  # generations that are drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Articles by what they hang on; every one is below one top, or is one.

    `alike` says of each how it was made; leaves that were made alike may share a row.
    """

    tops: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    alike: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: of one article, or of those in `folded`, whose `parent` counts among themselves."""

    key: str
    parent: int | None
    depth: int
    folded: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """Children that stand in one row; the branches below a fold are in it as well."""

    keys: tuple[str, ...]
    is_fold: bool = False


def spanned(
    tops: Iterable[str], children: Mapping[str, Sequence[str]], alike: Mapping[str, str]
) -> Forest:
    """The forest below the tops, every article where it is reached first, a generation at a time.

    A top that another top reaches first, or that stands twice, is none.
    """
    found: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    kept = []
    for top in tops:
        if top in seen:
            continue
        kept.append(top)
        seen.add(top)
        waiting = deque([top])
        while waiting:
            key = waiting.popleft()
            below = tuple(dict.fromkeys(one for one in children.get(key, ()) if one not in seen))
            seen.update(below)
            found[key] = below
            waiting.extend(below)
    return Forest(tops=tuple(kept), children=found, alike=alike)


def rows(forest: Forest) -> tuple[Row, ...]:
    """Every article once, in a row of its own or folded; a parent before its children."""
    found: list[Row] = []
    top, planned = _plan(forest)
    waiting: list[tuple[_Group, int | None, int]] = [(group, None, 0) for group in reversed(top)]
    while waiting:
        group, parent, depth = waiting.pop()
        key, row = group.keys[0], len(found)
        folded = tuple(_flat(group.keys, forest)) if group.is_fold else ()
        found.append(Row(key=key, parent=parent, depth=depth, folded=folded))
        if not group.is_fold:
            waiting.extend((below, row, depth + 1) for below in reversed(planned.get(key, ())))
    return tuple(found)


def _plan(forest: Forest) -> tuple[tuple[_Group, ...], dict[str, tuple[_Group, ...]]]:
    """The groups of the tops, and those below each article that has a row of its own."""
    sizes = _sizes(forest)
    top = _fitting(forest.tops, _TOPS, forest, sizes)
    room = max(_FEWEST, _ROWS // max(1, len(top)))
    planned: dict[str, tuple[_Group, ...]] = {}
    for group in top:
        if not group.is_fold:
            planned |= _below(group.keys[0], room, forest, sizes)
    return top, planned


def _below(
    top: str, room: int, forest: Forest, sizes: Mapping[str, int]
) -> dict[str, tuple[_Group, ...]]:
    """The groups below a top and below those, a generation at a time, while there is room."""
    planned: dict[str, tuple[_Group, ...]] = {}
    waiting = deque([(top, 1)])
    while waiting:
        key, depth = waiting.popleft()
        below = forest.children.get(key, ())
        if not below:
            continue
        here = _fitting(below, room if depth <= _DEEPEST else 1, forest, sizes)
        planned[key] = here
        room -= sum(_cost(group, forest) for group in here) - 1
        waiting.extend((group.keys[0], depth + 1) for group in here if not group.is_fold)
    return planned


def _cost(group: _Group, forest: Forest) -> int:
    """The rows that a group takes, with one for what is below it."""
    return 1 if group.is_fold or not forest.children.get(group.keys[0]) else 2


def _fitting(
    below: Sequence[str], room: int, forest: Forest, sizes: Mapping[str, int]
) -> tuple[_Group, ...]:
    """The groups that bring in most articles, as far as there is room, and the rest in one.

    A single article needs no fold.
    """
    groups = _grouped(below, forest)
    costs = [_cost(group, forest) for group in groups]
    articles = [sum(sizes[key] for key in group.keys) for group in groups]
    if sum(articles) == 1 or sum(costs) <= room:
        return groups
    left = room - 1
    kept: set[int] = set()
    for number in sorted(range(len(groups)), key=lambda number: -articles[number]):
        if costs[number] <= left and not groups[number].is_fold:
            kept.add(number)
            left -= costs[number]
    shown = tuple(groups[number] for number in sorted(kept))
    rest = (key for n, group in enumerate(groups) if n not in kept for key in group.keys)
    return (*shown, _Group(tuple(rest), is_fold=True))


def _sizes(forest: Forest) -> dict[str, int]:
    """Each article with the number of those that are in its branch."""
    sizes: dict[str, int] = {}
    order = [row.key for row in _flat(forest.tops, forest)]
    for key in reversed(order):
        sizes[key] = 1 + sum(sizes[child] for child in forest.children.get(key, ()))
    return sizes


def _grouped(below: Sequence[str], forest: Forest) -> tuple[_Group, ...]:
    """Children with a row of their own in their order, then the many leaves that share one."""
    kinds: dict[str, list[str]] = {}
    for child in below:
        if not forest.children.get(child):
            kinds.setdefault(forest.alike.get(child, ""), []).append(child)
    shared = [alike[_LEAVES_SHOWN:] for alike in kinds.values() if len(alike) > _LEAVES]
    hidden = {child for fold in shared for child in fold}
    shown = [_Group((child,)) for child in below if child not in hidden]
    return (*shown, *(_Group(tuple(fold), is_fold=True) for fold in shared))


def _flat(keys: Sequence[str], forest: Forest) -> Iterator[Row]:
    """The keys and all below them, a parent before its children."""
    waiting: list[tuple[str, int | None, int]] = [(key, None, 0) for key in reversed(keys)]
    row = 0
    while waiting:
        key, parent, depth = waiting.pop()
        yield Row(key=key, parent=parent, depth=depth)
        below = forest.children.get(key, ())
        waiting.extend((child, row, depth + 1) for child in reversed(below))
        row += 1
