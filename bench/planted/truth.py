"""Judges the pairs that a finder returned: recall by kind, precision, and what it fell for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, product

from bench.figures import share
from bench.planted.corpus import PASSAGES, Article, Kind, Plant, Planted
from bench.planted.publishers import NOTICES
from bench.planted.real import Pair, ordered

__all__ = ["Answer", "Truth"]


class Answer(StrEnum):
    """What a returned pair is."""

    TRUE = "true"
    RELATED = "related"
    FALSE = "false"


class Truth:
    """The truth about a corpus; `articles` are all that a finder saw, filler too."""

    def __init__(self, corpus: Planted, articles: Sequence[Article]) -> None:
        self._real = corpus.real
        self._articles = {one.id: one for one in articles}
        self._plants = [
            plant
            for plant in corpus.plants
            if plant.left in self._articles and plant.right in self._articles
        ]

    def answer(self, left: str, right: str) -> Answer:
        """True with a root in common; related roots count neither way; the rest is false."""
        if self._met(left, right):
            return Answer.TRUE
        related = self._among(self._real.related, left, right)
        apart = self._articles[left].series != self._articles[right].series
        if related or (apart and self._among(self._real.furnished, left, right)):
            return Answer.RELATED
        return Answer.FALSE

    def missed(self, found: Iterable[Pair]) -> list[Plant]:
        """The planted pairs that were not returned."""
        known = {ordered(*pair) for pair in found}
        return [one for one in self._plants if ordered(one.left, one.right) not in known]

    def wrong(self, found: Iterable[Pair]) -> list[Pair]:
        """The returned pairs that are false."""
        return [pair for pair in found if self.answer(*pair) is Answer.FALSE]

    def figures(self, found: Iterable[Pair]) -> dict[str, float]:
        """Recall by kind of copy, precision, and the rates of two sorts of hard negatives.

        `precision.rewrite` charges every false pair against the machine rewrites alone.
        """
        known = {ordered(*pair) for pair in found}
        false = len(self.wrong(known))
        true = sum(self._met(*pair) for pair in known)
        machine = sum(ordered(p.left, p.right) in known for p in self._of(Kind.MACHINE))
        return {
            **self._recall(known),
            "precision": true / max(true + false, 1),
            "precision.rewrite": machine / max(machine + false, 1),
            "false_pairs_per_article": false / max(len(self._articles), 1),
            "accepted.same_event": self._accepted(self._events(), known),
            "accepted.notice": self._accepted(self._notices(), known),
        }

    def purity(self, clusters: Mapping[str, str]) -> float:
        """The mean share of true mates among the mates of an article in its family.

        This is B-cubed precision (Bagga and Baldwin 1998) without the article itself, so that
        those alone do not count; nor does a mate that is related.
        """
        members: defaultdict[str, list[str]] = defaultdict(list)
        for name, cluster in clusters.items():
            members[cluster].append(name)
        found: defaultdict[str, list[bool]] = defaultdict(list)
        for ids in members.values():
            for pair in combinations(ids, 2):
                answer = self.answer(*pair)
                if answer is not Answer.RELATED:
                    for name in pair:
                        found[name].append(answer is Answer.TRUE)
        return sum(map(share, found.values())) / max(len(found), 1)

    def _recall(self, known: set[Pair]) -> dict[str, float]:
        passages = [plant for kind in PASSAGES for plant in self._of(kind)]
        groups = {
            "exact": self._of(Kind.EXACT),
            "near": self._of(Kind.NEAR),
            "passage": passages,
            **{f"passage.{kind}": self._of(kind) for kind in PASSAGES},
            "rewrite": self._of(Kind.MACHINE),
            **self._by_way(),
            "rewrite.generated": self._of(Kind.GENERATED),
        }
        shares = {
            f"recall.{name}": share([ordered(p.left, p.right) in known for p in plants])
            for name, plants in groups.items()
            if plants
        }
        siblings = [pair in known for pair in self._siblings()]
        return shares | ({"recall.rewrite.siblings": share(siblings)} if siblings else {})

    def _of(self, kind: Kind) -> list[Plant]:
        return [plant for plant in self._plants if plant.kind is kind]

    def _by_way(self) -> dict[str, list[Plant]]:
        ways: defaultdict[str, list[Plant]] = defaultdict(list)
        for plant in self._of(Kind.MACHINE):
            sort = plant.way.removesuffix("_generation").removeprefix("information_manipulation_")
            ways[f"rewrite.{sort.lower()}"].append(plant)
        return {name: ways[name] for name in sorted(ways)}

    def _siblings(self) -> list[Pair]:
        """The pairs of machine rewrites of one source."""
        made: defaultdict[str, list[str]] = defaultdict(list)
        for plant in self._of(Kind.MACHINE):
            made[plant.left].append(plant.right)
        return [ordered(*pair) for ids in made.values() for pair in combinations(ids, 2)]

    def _events(self) -> list[Pair]:
        """The pairs of reports on one event that are not copies of each other."""
        by_root: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._articles.values():
            for root in one.roots:
                by_root[root].append(one.id)
        pairs = (
            ordered(*pair)
            for one, other in self._real.same_event
            for pair in product(by_root[one], by_root[other])
        )
        return sorted({pair for pair in pairs if not self._met(*pair)})

    def _notices(self) -> list[Pair]:
        """The pairs whose only known bond is the notice of their publisher."""
        by_series: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._articles.values():
            if one.text.endswith(NOTICES.get(one.series, "\0")):
                by_series[one.series].append(one.id)
        return [
            ordered(*pair)
            for ids in by_series.values()
            for pair in combinations(ids, 2)
            if self.answer(*pair) is Answer.FALSE
        ]

    @staticmethod
    def _accepted(pairs: Sequence[Pair], known: set[Pair]) -> float:
        return share([pair in known for pair in pairs])

    def _met(self, left: str, right: str) -> bool:
        roots = self._articles[right].roots
        return any(root in roots for root in self._articles[left].roots)

    def _among(self, pairs: frozenset[Pair], left: str, right: str) -> bool:
        roots = product(self._articles[left].roots, self._articles[right].roots)
        return any(ordered(*pair) in pairs for pair in roots)
