"""Piles with a known tree, on sources that no weight was fitted on, and what `report` states there.

A source with its retellings; the same without the source, where nothing was made from anything;
a root with some texts of its chains; reports on one event that share no wire copy. No pile has
dates or names of outlets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from bench.corpora import RETELLINGS, Chain, chains, families, witness_of
from bench.samples import held_back, independent
from newstemma.lineage.family import family
from newstemma.records import Witness

__all__ = ["Planted", "piles", "stated"]

_GENERATIONS = (0, 2, 5)
_CHAINS = 2
_REPORTS = 150  # pairs of them
_SEED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Witnesses, and the parent of each that has one among them, by id."""

    sort: str
    witnesses: Sequence[Witness]
    parents: Mapping[str, str]


def stated(data: Path) -> Iterator[tuple[str, float, bool]]:
    """Each derivation that is stated: its pile's sort, its probability, whether it is right."""
    for pile in piles(data):
        for edge in family(pile.witnesses).derivations:
            yield pile.sort, edge.probability, pile.parents.get(edge.child) == edge.parent


def piles(data: Path) -> Iterator[Planted]:
    """The piles of the groups that are held back."""
    for one in families(data):
        if held_back(one.name):
            made = [witness_of(way, text) for way, text in _some(one.made).items()]
            source = witness_of("source", one.source)
            parents = {witness.id: source.id for witness in made}
            yield Planted(sort="family", witnesses=[source, *made], parents=parents)
            yield Planted(sort="no source", witnesses=made, parents={})
    roots: defaultdict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in chains(data):
        if held_back(chain.root):
            roots[chain.model, chain.root].append(chain)
    for grown in roots.values():
        yield _planted_chains(grown[:_CHAINS])
    apart = list(independent(data, groups=held_back))
    for _, left, right in Random(_SEED).sample(apart, min(_REPORTS, len(apart))):
        yield Planted(sort="reports", witnesses=[left.witness, right.witness], parents={})


def _some(made: Mapping[str, str]) -> dict[str, str]:
    """The retellings and one text that was manipulated, where there are any."""
    manipulated = sorted(way for way in made if way not in RETELLINGS)[:1]
    return {way: made[way] for way in (*RETELLINGS, *manipulated) if way in made}


def _planted_chains(grown: Sequence[Chain]) -> Planted:
    root = witness_of("root", grown[0].root_text)
    witnesses = [root]
    parents: dict[str, str] = {}
    for chain in grown:
        kept = [
            witness_of(f"{chain.seed}.{number}", chain.generations[number])
            for number in _GENERATIONS
        ]
        witnesses += kept
        parents |= {child.id: parent.id for parent, child in pairwise([root, *kept])}
    return Planted(sort="chains", witnesses=witnesses, parents=parents)
