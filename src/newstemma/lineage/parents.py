"""Who is whose parent among kin: the best arborescence over the pair model."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from newstemma.arborescence import arborescence
from newstemma.lineage.model import PairScore, contest, contest_evidence
from newstemma.lineage.odds import probability
from newstemma.lineage.pairs import Pair, pair_of
from newstemma.lineage.profile import Profile
from newstemma.lineage.proof import is_contradicted
from newstemma.lineage.roots import root_of
from newstemma.lineage.stemma import weighed
from newstemma.records import Evidence

__all__ = ["POSSIBLE", "Descent", "parents"]

_CANDIDATES = 6  # likeliest parents of one witness that are held against each other
POSSIBLE = 0.2  # probability below which a witness is no candidate
_MANY, _MOST = 7, 40  # texts of a lineage that is drawn by its stemma, whose cost is bounded
_ROOT = ""  # the virtual parent of witnesses without a kept one
_LEAST = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Where a witness comes from: its likeliest kept parent, or none.

    `probability` is that of `parent` being the parent (of there being none, where it is None).
    `evidence` is what spoke for this parent against the next best candidate.
    """

    child: str
    parent: str | None
    probability: float
    evidence: tuple[Evidence, ...] = ()


def parents(profiles: Sequence[Profile], scores: Iterable[PairScore]) -> tuple[Descent, ...]:
    """One `Descent` for each witness of a family of kin, sorted by id; they hold no cycle.

    `scores` are those of the pairs that may be related at all, each pair once.
    """
    pool = _pool(profiles, scores)
    probabilities = {child: _candidacies(child, pool) for child in sorted(pool.profiles)}
    names = [_ROOT, *probabilities]
    place = {name: number for number, name in enumerate(names)}
    arcs = (
        (place[parent], place[child], math.log(max(worth, _LEAST)))
        for child, candidacies in probabilities.items()
        for parent, worth in (*candidacies.items(), (_ROOT, _orphaned(candidacies)))
    )
    above = arborescence(len(names), place[_ROOT], arcs)
    chosen = {names[child]: names[parent] for child, parent in above.items()}
    tree = nx.DiGraph((parent, child) for child, parent in chosen.items())
    for line in _lineages(tree):
        if _MANY <= len(line) <= _MOST:
            _rehang(line, chosen, probabilities, pool)
    return tuple(
        _descent(child, chosen[child], probabilities[child], pool) for child in sorted(chosen)
    )


def _lineages(tree: nx.DiGraph) -> list[list[str]]:
    """The texts that hang together below the virtual root."""
    found = tree.subgraph(tree.nodes - {_ROOT})
    return sorted(sorted(line) for line in nx.weakly_connected_components(found))


def _rehang(
    line: Sequence[str],
    chosen: dict[str, str],
    probabilities: Mapping[str, dict[str, float]],
    pool: _Pool,
) -> None:
    """Draws a larger lineage anew by its stemma, unless what is stated contradicts that."""
    texts = [pool.profiles[name] for name in line]
    root = root_of(texts)
    drawn = weighed(texts, root)
    for child, (parent, _) in drawn.items():
        ends = (pool.profiles[name].witness.article for name in (child, parent))
        if is_contradicted(*ends) or pair_of(child, parent) not in pool.scores:
            return
    chosen[root] = _ROOT
    for child, (parent, chance) in drawn.items():
        kept = math.fsum(probabilities[child].values())
        chosen[child] = parent
        probabilities[child][parent] = kept * chance


def _orphaned(candidacies: Mapping[str, float]) -> float:
    """What the virtual root is worth against the best candidate.

    Whether there is a parent comes before which it is: two equal candidates do not halve it.
    """
    kept = math.fsum(candidacies.values())
    best = max(candidacies.values(), default=1.0)
    return (1 - kept) * best / kept if kept else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    """The witnesses of a family, the scores of its pairs, and each one's candidate parents."""

    profiles: Mapping[str, Profile]
    scores: Mapping[Pair, PairScore]
    candidates: Mapping[str, Sequence[str]]

    def made_from(self, child: str, parent: str) -> float:
        """The probability that the two are related and `child` is the later one."""
        return self.related(child, parent) * self.later(child, parent)

    def related(self, one: str, other: str) -> float:
        """The probability that they are related, be it by way of a third text."""
        through = (
            self._directly(one, third) * self._directly(third, other)
            for third in self.candidates[one]
            if third != other
        )
        return max(self._directly(one, other), *through, 0.0)

    def _directly(self, one: str, other: str) -> float:
        score = self.scores.get(pair_of(one, other))
        return 0.0 if score is None else score.related

    def later(self, child: str, parent: str) -> float:
        """The probability that `child` is the later one, one half where nothing is known."""
        score = self.scores.get(pair_of(child, parent))
        return 0.5 if score is None else score.later(child)


def _pool(profiles: Sequence[Profile], scores: Iterable[PairScore]) -> _Pool:
    known = {one.id: one for one in profiles}
    scored = {(score.left, score.right): score for score in scores}
    near: dict[str, list[tuple[float, str]]] = {name: [] for name in known}
    for score in scored.values():
        left, right = score.left, score.right
        if score.related >= POSSIBLE:
            shared = len(known[left].pairs.keys() & known[right].pairs.keys())
            near[left].append((shared * score.later(left), right))
            near[right].append((shared * score.later(right), left))
    candidates = {name: _foremost(others) for name, others in near.items()}
    return _Pool(profiles=known, scores=scored, candidates=candidates)


def _foremost(others: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """The candidates worth a contest: those that share most, as far as they may be older."""
    ranked = sorted(others, key=lambda other: (-other[0], other[1]))
    return tuple(name for _, name in ranked[:_CANDIDATES])


def _candidacies(child: str, pool: _Pool) -> dict[str, float]:
    """How probable each candidate is as the parent; with "none of them" they make 1.

    Which one it is goes by the pairs' probabilities, each times that of its candidate's hardest
    contest.
    """
    hardest = dict.fromkeys(pool.candidates[child], 1.0)
    for parent, rival in combinations(pool.candidates[child], 2):
        won = _won(child, parent, rival, pool)
        hardest[parent] = min(hardest[parent], won)
        hardest[rival] = min(hardest[rival], 1 - won)
    standing = {parent: pool.made_from(child, parent) * won for parent, won in hardest.items()}
    whole = math.fsum(standing.values()) or 1.0
    kept = _kept(child, pool)
    return {parent: kept * worth / whole for parent, worth in standing.items()}


def _kept(child: str, pool: _Pool) -> float:
    """The probability that the child has a kept parent: some relative, and an older one."""
    related = max((pool.related(child, other) for other in pool.candidates[child]), default=0.0)
    if not related:
        return 0.0
    made = (pool.made_from(child, other) / related for other in pool.candidates[child])
    return related * (1 - math.prod(1 - chance for chance in made))


def _won(child: str, parent: str, rival: str, pool: _Pool) -> float:
    """The probability that the child was made from `parent` rather than from `rival`.

    Which of the two candidates is the oldest of the three decides how what they share is to be
    read, so the two readings are mixed by its probability.
    """
    one, origin, between = pool.profiles[child], pool.profiles[parent], pool.profiles[rival]
    first = pool.later(rival, parent) * pool.later(child, parent)
    second = pool.later(parent, rival) * pool.later(child, rival)
    older = first / (first + second)
    odds = older * contest(one, origin, between) - (1 - older) * contest(one, between, origin)
    return probability(odds)


def _descent(child: str, parent: str, candidacies: Mapping[str, float], pool: _Pool) -> Descent:
    if parent == _ROOT:
        kept = math.fsum(candidacies.values())
        return Descent(child=child, parent=None, probability=1 - kept)
    rivals = [rival for rival in pool.candidates[child] if rival != parent]
    return Descent(
        child=child,
        parent=parent,
        probability=candidacies[parent],
        evidence=_against(child, parent, rivals, pool),
    )


def _against(child: str, parent: str, rivals: Sequence[str], pool: _Pool) -> tuple[Evidence, ...]:
    """What spoke for the parent against its hardest rival."""
    if not rivals:
        return ()
    hardest = min(rivals, key=lambda rival: (_won(child, parent, rival, pool), rival))
    known = pool.profiles
    return contest_evidence(known[child], known[parent], known[hardest])
