"""A pile of witnesses whose pairs were compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from newstemma.lineage.judged import NO_JUDGEMENTS, rescored
from newstemma.lineage.model import PairScore, score_pair
from newstemma.lineage.overlap import overlap
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.shared import are_siblings, shared_source
from newstemma.records import Judgements, Relation, Witness
from newstemma.reuse.candidates import candidates

__all__ = ["UNDECIDED", "Pile", "compared"]

# Two articles of no known order are joined to one lineage from here on. A story has many pairs,
# and one wrong pair joins two lineages: of 1,000 pairs of reports on one event that share few
# word runs (ecbplus), 2 reach .9 and 23 reach .75.
UNDECIDED = 0.9
# Texts that one is compared with closely. Only in stories of many copies are there more: whoever
# is the parent, it is one of the nearest.
_NEAREST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Witnesses by id, and what was made of the pairs worth comparing.

    `shared` are the pairs that have a source in common and nothing beside it, `siblings` those
    that share wording which neither wrote.
    """

    profiles: Mapping[str, Profile]
    scores: Mapping[Pair, PairScore]
    shared: Mapping[Pair, Relation]
    siblings: frozenset[Pair]

    def kin(self, least: float) -> list[Pair]:
        """The pairs that are kin with that probability at least, surest first."""
        related = {pair: self.related(pair) for pair in self.scores if pair not in self.shared}
        likely = [pair for pair, chance in related.items() if chance >= least]
        return sorted(likely, key=lambda pair: (-related[pair], pair))

    def related(self, pair: Pair) -> float:
        """The probability of kinship, which wording in common settles on its own."""
        return max(self.scores[pair].related, UNDECIDED if pair in self.siblings else 0.0)

    def score(self, one: str, other: str) -> PairScore:
        """What the model makes of two articles that were compared."""
        return self.scores[pair_of(one, other)]


def compared(witnesses: Sequence[Witness], judgements: Judgements = NO_JUDGEMENTS) -> Pile:
    """Compares the pairs that are worth it, and those that are judged to be parent and child."""
    profiles = {witness.id: profile(witness) for witness in witnesses}
    judged = {pair_of(*ends) for ends in judgements.derived if profiles.keys() >= set(ends)}
    found = (pair_of(witnesses[a].id, witnesses[b].id) for a, b in candidates(witnesses))
    pairs = sorted(_nearest(profiles, found) | judged)
    both = {pair: (profiles[pair[0]], profiles[pair[1]]) for pair in pairs}
    overlaps = {p: overlap(left.witness, right.witness) for p, (left, right) in both.items()}
    shared = {p: shared_source(*both[p], overlaps[p]) for p in pairs if p not in judged}
    kept = (pair for pair in pairs if not judgements.unrelated(*pair))
    texts = ((p, both[p][0].witness, both[p][1].witness) for p in kept)
    siblings = (p for p, left, right in texts if are_siblings(left, right, overlaps[p]))
    return Pile(
        profiles=profiles,
        scores={pair: rescored(score_pair(*both[pair]), judgements) for pair in pairs},
        shared={pair: relation for pair, relation in shared.items() if relation},
        siblings=frozenset(siblings),
    )


def _nearest(profiles: Mapping[str, Profile], pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs of which one is among the nearest of the other, by the word pairs they share."""
    near: dict[str, list[tuple[int, Pair]]] = {}
    number: dict[tuple[str, str], int] = {}  # small numbers are compared sooner than words
    held = {
        name: frozenset(number.setdefault(two, len(number)) for two in one.pairs)
        for name, one in profiles.items()
    }
    for left, right in sorted(pairs):
        shared = len(held[left] & held[right])
        for one in (left, right):
            near.setdefault(one, []).append((-shared, (left, right)))
    return {pair for found in near.values() for _, pair in nsmallest(_NEAREST, found)}
