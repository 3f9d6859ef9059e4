"""Aligns the sentences of a child with those of its parents.

Shared content weighted by rarity, found through an inverted index, so that time grows with the
text and not with its square. One child sentence may rest on several of the parents'; order
breaks near ties and decides nothing else, since a retelling may reorder what it tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from newstemma.collate.lines import Line

__all__ = ["Aligned", "Index", "align", "index_lines"]

# Set on the open half of `rewrites/` and the seeds, by reading: see docs/variants.md.
_MOST_LINES = 64  # lines that one stem may lead to; the rest of its postings tell little
_MOST_WORDS = 120  # content words of one sentence that are looked up, rarest first
_CANDIDATES = 12
_ORDER_BONUS = 0.08
_FIRST_SHARE = 0.2  # of a child sentence's weight that its best parent sentence must hold
_NEXT_SHARE = 0.12  # of it that each further one must add,
_NEAR_SHARE = 0.06  # or only so much where it stands next to one that was chosen
_NEAR = 2  # lines
_MOST_PARENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Lines of one or several witnesses, and which of them hold a stem."""

    lines: tuple[Line, ...]
    postings: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A child's line with the parents' lines it rests on, best first.

    `coverage` is the share of the line's weight whose stems stand in those lines.
    """

    child: Line
    parents: tuple[Line, ...]
    coverage: float


def index_lines(lines: Sequence[Line]) -> Index:
    """Makes `lines` searchable by the stems of their content words."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in dict.fromkeys(s for s, w in zip(line.stems, line.weights, strict=True) if w):
            postings[key].append(number)
    return Index(lines=tuple(lines), postings={k: tuple(v) for k, v in postings.items()})


def align(child: Sequence[Line], index: Index) -> tuple[Aligned, ...]:
    """For each line of a child, the lines of `index` that it was made from, perhaps none."""
    return tuple(_align_line(line, n / max(len(child), 1), index) for n, line in enumerate(child))


def _align_line(line: Line, place: float, index: Index) -> Aligned:
    weights = _stem_weights(line)
    whole = sum(weights.values())
    chosen: list[Line] = []
    covered: set[str] = set()
    candidates = _candidates(weights, place, index)
    while candidates and len(chosen) < _MOST_PARENTS:
        gains = [
            (_gain(weights, stems, covered) + bonus * (1 + _is_near(index.lines[n], chosen)), -n)
            for n, stems, bonus in candidates
        ]
        best = max(range(len(gains)), key=gains.__getitem__)
        number, stems, _ = candidates.pop(best)
        least = _least(index.lines[number], chosen) * whole
        if _gain(weights, stems, covered) < least:
            break
        chosen.append(index.lines[number])
        covered |= stems
    share = sum(weights[s] for s in sorted(covered)) / whole if whole else 0.0
    return Aligned(child=line, parents=tuple(chosen), coverage=share)


def _least(line: Line, chosen: Sequence[Line]) -> float:
    """The share of a child's line that a further parent line must add."""
    if not chosen:
        return _FIRST_SHARE
    return _NEAR_SHARE if _is_near(line, chosen) else _NEXT_SHARE


def _is_near(line: Line, chosen: Sequence[Line]) -> bool:
    return any(
        line.witness.id == other.witness.id and abs(line.number - other.number) <= _NEAR
        for other in chosen
    )


def _stem_weights(line: Line) -> dict[str, float]:
    """The weight of each stem of the line, the rarest ones if there are very many."""
    weights = {s: w for s, w in zip(line.stems, line.weights, strict=True) if w}
    rarest = sorted(weights.items(), key=lambda item: -item[1])[:_MOST_WORDS]
    return dict(rarest)


def _gain(weights: Mapping[str, float], stems: frozenset[str], covered: set[str]) -> float:
    return sum(weights[s] for s in sorted(stems - covered))


def _candidates(
    weights: Mapping[str, float], place: float, index: Index
) -> list[tuple[int, frozenset[str], float]]:
    """The lines that share most: number, shared stems, bonus for standing where expected."""
    shared: defaultdict[int, list[str]] = defaultdict(list)
    held: defaultdict[int, float] = defaultdict(float)
    for key, weight in weights.items():
        for number in index.postings.get(key, ())[:_MOST_LINES]:
            shared[number].append(key)
            held[number] += weight
    unit = _ORDER_BONUS * sum(weights.values())
    size = max(len(index.lines), 1)
    best = nsmallest(
        _CANDIDATES,
        ((-held[n] - unit * (1 - abs(place - n / size)), n) for n in shared),
    )
    return [
        (number, frozenset(shared[number]), unit * (1 - abs(place - number / size)))
        for _, number in best
    ]
