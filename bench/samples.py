"""Pairs and trios with a known answer, from open sets that differ in what gives it away.

In `rewrites/` the source is nearly always longer. So that no signal lives on that, there are
stand-ins beside it: pairs of equal length, sources cut to what their rewrite covers, short
sources, and the first generations of `rewrite_chains/`.

A third of the groups is held back: `make fit` fits on the others, `bench.calibration` measures
on these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from zlib import crc32

from bench.corpora import RETELLINGS, Chain, Family, chains, families, read, reports
from newstemma.lineage.profile import Profile
from newstemma.reuse.passages import coverage, passages

__all__ = [
    "SHORT",
    "STAND_INS",
    "Pair",
    "Trio",
    "covered",
    "fitted",
    "held_back",
    "independent",
    "matched",
    "pairs",
    "trios",
]

SHORT = 200  # words
STAND_INS = (", cut", ", matched", ", short")  # how their samples end
_GENERATIONS = 4
_FIFTH = 1.25
_THIRD = 3
_COPIED = 0.2  # of a report's words in shared passages: wire copy, not an independent report
_LEAST = 30  # words: less is no report


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A child and its parent; `group`, their source, is never split between fit and test."""

    sample: str
    group: str
    parent: Profile
    child: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Trio:
    """A child that was made from `origin` itself, or else from `between`."""

    sample: str
    group: str
    child: Profile
    origin: Profile
    between: Profile
    from_origin: bool


def held_back(group: str) -> bool:
    """Whether no weight is fitted on what comes from this source, or is about this topic."""
    return crc32(group.encode()) % _THIRD == _THIRD - 1


def fitted(group: str) -> bool:
    """Whether weights are fitted on it."""
    return not held_back(group)


def _every(_: str) -> bool:
    return True


def pairs(data: Path, *, groups: Callable[[str], bool] = _every) -> Iterator[Pair]:
    """Every pair of the groups that are wanted, those of the stand-ins too."""
    for family in families(data):
        if groups(family.name):
            yield from _family_pairs(family)
    for chain in chains(data):
        if groups(chain.root):
            yield from _chain_pairs(chain)


def trios(data: Path, *, groups: Callable[[str], bool] = _every) -> Iterator[Trio]:
    """Two children of one source, and children of children, of the groups that are wanted."""
    for family in families(data):
        if groups(family.name) and set(RETELLINGS) <= family.made.keys():
            yield from _family_trios(family)
    by_root: defaultdict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in chains(data):
        if groups(chain.root):
            by_root[chain.model, chain.root].append(chain)
    for siblings in by_root.values():
        yield from _chain_trios(siblings)


def independent(
    data: Path, *, groups: Callable[[str], bool] = _every
) -> Iterator[tuple[str, Profile, Profile]]:
    """Topics, with two reports on one event that share no wire copy."""
    for story, found in reports(data).items():
        topic = story.split("_")[0]
        told = [read(one.name, one.text) for one in found] if groups(topic) else []
        for left, right in combinations([one for one in told if one.size > _LEAST], 2):
            if coverage(passages(left.witness, right.witness), right.size) < _COPIED:
                yield topic, left, right


def matched(left: Profile, right: Profile) -> bool:
    """Whether the lengths differ by less than a fifth of the longer."""
    shorter, longer = sorted((left.size, right.size))
    return longer < _FIFTH * shorter


def covered(source: Profile, child: Profile) -> Profile:
    """The source without the sentences that the child covers least, down to its length."""
    witness = source.witness

    def share(index: int) -> float:
        sentence = witness.sentences[index]
        stems = source.stems[sentence.first_word : sentence.end_word]
        weights = [source.weights[stem] for stem in stems]
        shared = [source.weights[stem] for stem in stems if stem in child.weights]
        return sum(shared) / (sum(weights) or 1.0)

    kept, size = [], 0
    for index in sorted(range(len(witness.sentences)), key=share, reverse=True):
        if size < 0.95 * child.size:
            kept.append(index)
            size += witness.sentences[index].end_word - witness.sentences[index].first_word
    spans = [witness.sentences[index].span for index in sorted(kept)]
    return read("source", " ".join(span.of(witness.text) for span in spans))


def _family_pairs(family: Family) -> Iterator[Pair]:
    source = read("source", family.source)
    for way, text in family.made.items():
        child = read(way, text)
        sample = way.split("_")[0]
        yield Pair(sample=sample, group=family.name, parent=source, child=child)
        if matched(source, child):
            yield Pair(sample=f"{sample}, matched", group=family.name, parent=source, child=child)
        if source.size < SHORT:
            yield Pair(sample=f"{sample}, short", group=family.name, parent=source, child=child)
        cut = covered(source, child)
        if matched(cut, child):
            yield Pair(sample=f"{sample}, cut", group=family.name, parent=cut, child=child)


def _chain_pairs(chain: Chain) -> Iterator[Pair]:
    texts = (chain.root_text, *chain.generations[: _GENERATIONS - 1])
    root, *made = (read(f"generation {i}", text) for i, text in enumerate(texts))
    model = chain.model.split("-")[0]
    yield Pair(sample=f"root, {model}", group=chain.root, parent=root, child=made[0])
    if matched(root, made[0]):
        sample = f"root, {model}, matched"
        yield Pair(sample=sample, group=chain.root, parent=root, child=made[0])
    for parent, child in pairwise(made):
        yield Pair(sample=f"later, {model}", group=chain.root, parent=parent, child=child)


def _family_trios(family: Family) -> Iterator[Trio]:
    source = read("source", family.source)
    one, two = (read(way, family.made[way]) for way in RETELLINGS)
    for child, between in ((one, two), (two, one)):
        yield _trio("family", family.name, (child, source, between), from_origin=True)
        cut = covered(source, two)
        yield _trio("family, cut", family.name, (child, cut, between), from_origin=True)


def _chain_trios(siblings: Sequence[Chain]) -> Iterator[Trio]:
    """Next-door seeds of one root; the root, first, second and fourth texts of one chain."""
    name = siblings[0].model.split("-")[0]
    group = siblings[0].root
    root = read("root", siblings[0].root_text)
    made = [
        [read(f"{chain.seed}.{i}", text) for i, text in enumerate(chain.generations[:4])]
        for chain in siblings
    ]
    for one, other in zip(made, [*made[1:], made[0]], strict=True):
        first, second, _, fourth = one
        yield _trio(f"siblings, {name}", group, (first, root, other[0]), from_origin=True)
        yield _trio(f"cousins, {name}", group, (first, root, other[1]), from_origin=True)
        yield _trio(f"cousins, {name}", group, (second, first, other[0]), from_origin=True)
        yield _trio(f"chain, {name}", group, (second, root, first), from_origin=False)
        yield _trio(f"chain, {name}", group, (fourth, root, second), from_origin=False)
        yield _trio(f"chain, {name}", group, (fourth, first, second), from_origin=False)


def _trio(
    sample: str, group: str, texts: tuple[Profile, Profile, Profile], *, from_origin: bool
) -> Trio:
    child, origin, between = texts
    return Trio(
        sample=sample,
        group=group,
        child=child,
        origin=origin,
        between=between,
        from_origin=from_origin,
    )
