"""What the parents tell, searchable: of whom, where, when and of how many is a thing said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.fillers import NAMES, Filler, FillerKind, fillers_of, may_be_same
from newstemma.collate.lines import Line
from newstemma.collate.stems import is_content, stem
from newstemma.text.quantities import parts_of

__all__ = ["Ground", "alike_places", "best_lines", "ground_of", "is_told_beside", "support_of"]

_MOST_LINES = 64  # lines that one stem or value may lead to
_BESIDE = 0.5  # of the weight of a word that stands only in the line before or after
_NEXT = 3  # words next to a filler,
_LEAST_NEXT = 2  # of which so many stand with the same one
_BEST = 4  # lines in which another filler is looked for
_REACH = 3  # words from one to a content word beside it
_LEAST_ALIKE = 2  # content words that stand alike beside two,
_LONGEST_ALIKE = 6  # looked for among so many words on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The lines of the parents with the stems of their content words and their fillers.

    `postings` leads from a stem to lines, `values` from the parts of a number's or a date's key.
    """

    lines: tuple[Line, ...]
    stems: tuple[frozenset[str], ...]
    fillers: tuple[tuple[Filler, ...], ...]
    postings: Mapping[str, Sequence[int]]
    values: Mapping[str, Sequence[int]]
    names: tuple[frozenset[str], ...]  # the parts of each name that has several
    surnames: frozenset[str]  # the last parts of the names of people with several
    texts: tuple[str, ...]

    def holds(self, text: str) -> bool:
        """Whether some characters stand anywhere in the parents, be it inside a word."""
        return any(text in one for one in self.texts)

    def are_in_one_name(self, own: Filler, other: Filler) -> bool:
        """Whether two names may be parts of one: the first and the last name of somebody."""
        both = {*own.key.split(), *other.key.split()}
        return own.kind in NAMES and any(both <= parts for parts in self.names)


def ground_of(lines: Sequence[Line]) -> Ground:
    """Makes the lines of the parents searchable."""
    stems = tuple(_stems(line) for line in lines)
    fillers = tuple(fillers_of(line) for line in lines)
    valued = [frozenset(p for f in found for p in _value_parts(f)) for found in fillers]
    return Ground(
        lines=tuple(lines),
        stems=stems,
        fillers=fillers,
        postings=_postings(stems),
        values=_postings(valued),
        names=tuple(sorted(_long_names(fillers), key=sorted)),
        surnames=_surnames(fillers),
        texts=tuple(dict.fromkeys(line.witness.text for line in lines)),
    )


def _long_names(fillers: Sequence[Sequence[Filler]]) -> frozenset[frozenset[str]]:
    named = (filler.key for found in fillers for filler in found if filler.kind in NAMES)
    return frozenset(frozenset(key.split()) for key in named if " " in key)


def _surnames(fillers: Sequence[Sequence[Filler]]) -> frozenset[str]:
    people = (one.key for found in fillers for one in found if one.kind is FillerKind.PERSON)
    return frozenset(key.split()[-1] for key in people if " " in key)


def _postings(keys_of: Sequence[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(keys_of):
        for key in sorted(keys):
            if len(found[key]) < _MOST_LINES:
                found[key].append(number)
    return dict(found)


def _value_parts(filler: Filler) -> frozenset[str]:
    """What equal values share, for looking them up; nothing for a name."""
    if filler.kind in NAMES:
        return frozenset()
    if filler.kind is FillerKind.WORD:
        return frozenset({filler.key})
    if filler.kind is FillerKind.NUMBER:
        return frozenset({f"={parts_of(filler.key)[1]}"})
    return frozenset(part for part in filler.key.replace(" ", "-").split("-") if part)


def _stems(line: Line) -> frozenset[str]:
    return frozenset(key for key, weight in zip(line.stems, line.weights, strict=True) if weight)


def best_lines(rest: Mapping[str, float], ground: Ground) -> list[tuple[int, float]]:
    """The lines that hold most of the weight of `rest`, each with the weight, best first."""
    held: defaultdict[int, float] = defaultdict(float)
    for key, weight in rest.items():
        for number in ground.postings.get(key, ()):
            held[number] += weight
    best = sorted(held.items(), key=lambda item: (-item[1], item[0]))
    return best[:_BEST]


def support_of(filler: Filler, ground: Ground) -> float:
    """The most of its `rest` that a line with the same filler holds.

    The lines beside it count for a person or a body, which a pronoun may stand for there.
    """
    return max((_weight(filler, n, ground) for n in _with_same(filler, ground)), default=0.0)


def is_told_beside(filler: Filler, ground: Ground) -> bool:
    """Whether a line has the same filler with the content words next to it."""
    line, positions = filler.line, filler.line.positions(filler.span)
    near = range(max(positions.start - _NEXT, 0), min(positions.stop + _NEXT, len(line.words)))
    keys = {line.stems[n] for n in near if line.weights[n] and n not in positions}
    least = min(_LEAST_NEXT, len(keys))
    return any(len(keys & ground.stems[n]) >= least for n in _with_same(filler, ground))


def alike_places(line: Line, at: int, ground: Ground) -> Iterator[tuple[Line, int]]:
    """The parents' words that stand right between the words between which the one at `at` does.

    Two content words at least are the same, on one side or on both, and all that stand between.
    """
    near = range(max(at - _REACH, 0), min(at + _REACH + 1, len(line.stems)))
    keys = {line.stems[n] for n in near if n != at and line.weights[n]}
    after = line.stems[at + 1] if at + 1 < len(line.stems) else None
    beside = line.stems[at - 1] if at else None, after
    for number in sorted({n for key in keys for n in ground.postings.get(key, ())}):
        other = ground.lines[number]
        for there in _next_to(beside, other.stems):
            alike = sum(_alike(line, at, other, there, step) for step in (-1, 1))
            if alike >= _LEAST_ALIKE:
                yield other, there


def _next_to(beside: tuple[str | None, str | None], stems: Sequence[str]) -> Iterator[int]:
    """The positions with the one stem right before them, or the other right after."""
    before, after = beside
    for n, (left, right) in enumerate(zip((None, *stems), (*stems[1:], None), strict=False)):
        if (left is not None and left == before) or (right is not None and right == after):
            yield n


def _alike(line: Line, at: int, other: Line, there: int, step: int) -> int:
    """The content words that two lines share, going on word by word from two positions."""
    found = 0
    for n in range(step, step * (_LONGEST_ALIKE + 1), step):
        inside = 0 <= at + n < len(line.stems) and 0 <= there + n < len(other.stems)
        if not inside or line.stems[at + n] != other.stems[there + n]:
            break
        found += line.weights[at + n] > 0
    return found


def _with_same(filler: Filler, ground: Ground) -> Iterator[int]:
    """The lines of the parents in which the same filler may stand."""
    keys = [stem(part) for part in filler.key.split() if is_content(part)]
    is_name = filler.kind in NAMES
    index, parts = (ground.postings, keys) if is_name else (ground.values, _value_parts(filler))
    for number in sorted({n for part in parts for n in index.get(part, ())}):
        spelt = is_name and ground.stems[number].issuperset(keys)
        if spelt or any(may_be_same(filler, other) for other in ground.fillers[number]):
            yield number


def _weight(filler: Filler, number: int, ground: Ground) -> float:
    """What a line holds of a filler's `rest`, and half of what only those beside it do."""
    named = filler.kind in {FillerKind.PERSON, FillerKind.BODY}
    near = ground.stems[max(number - 1, 0) : number + 2] if named else ()
    here = ground.stems[number]
    beside = (w for key, w in filler.rest.items() if key not in here and _is_in(key, near))
    return sum(w for key, w in filler.rest.items() if key in here) + _BESIDE * sum(beside)


def _is_in(key: str, lines: Sequence[frozenset[str]]) -> bool:
    return any(key in keys for keys in lines)
