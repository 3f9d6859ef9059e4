"""The pair model: was one of two texts made from the other, and which from which?

Two logistic models over the signals. A signal without evidence adds nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.odds import probability
from newstemma.lineage.profile import Profile
from newstemma.lineage.weights import (
    COMMON_SOURCE,
    CONTEST,
    CONTEST_BIAS,
    DIRECTION,
    RELATION,
    RELATION_BIAS,
)
from newstemma.records import Evidence

__all__ = [
    "CONFIDENT",
    "PairScore",
    "contest",
    "contest_evidence",
    "pair_evidence",
    "relation_evidence",
    "score_pair",
]

CONFIDENT = 0.75  # below this probability a direction is called unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScore:
    """What the model makes of two texts, named by their article ids.

    `related`: the probability that one was made from the other, or both from one text, by
    rewriting. `right_from_left`: the probability that `right` is the later of the two, made
    from `left` rather than `left` from `right`, given that they are related.
    """

    left: str
    right: str
    related: float
    right_from_left: float

    def later(self, child: str) -> float:
        """The probability that `child` is the later one, given that they are related."""
        return self.right_from_left if child == self.right else 1 - self.right_from_left

    def made(self, child: str) -> float:
        """The probability that `child` was made from the other one, all else unknown.

        Two that are related may both come from a third text; the less there is to tell an
        order from, the likelier that is.
        """
        later = self.later(child)
        even = math.exp(COMMON_SOURCE) * math.sqrt(later * (1 - later))
        return self.related * later / (1 + even)

    @property
    def child(self) -> str | None:
        """The id of the later one, None where that cannot be told."""
        if self.right_from_left >= CONFIDENT:
            return self.right
        return self.left if self.right_from_left <= 1 - CONFIDENT else None


def pair_evidence(child: Profile, parent: Profile) -> tuple[Evidence, ...]:
    """All that says something about `child` having been made from `parent`, weighed."""
    return relation_evidence(child, parent) + _direction_evidence(child, parent)


def relation_evidence(child: Profile, parent: Profile) -> tuple[Evidence, ...]:
    """What the two have in common, weighed."""
    return _weighed((signal(child, parent) for signal in RELATION_SIGNALS), RELATION)


def _direction_evidence(child: Profile, parent: Profile) -> tuple[Evidence, ...]:
    """What tells which of the two is the later one; positive for `child`."""
    return _weighed((signal(child, parent) for signal in DIRECTION_SIGNALS), DIRECTION)


def contest_evidence(child: Profile, origin: Profile, between: Profile) -> tuple[Evidence, ...]:
    """What tells whether `child` comes from `origin` itself; negative for: through `between`."""
    found = (signal(child, origin, between) for signal in CONTEST_SIGNALS)
    return _weighed(found, CONTEST)


def score_pair(one: Profile, other: Profile) -> PairScore:
    """Scores two texts; exchanging them changes nothing."""
    left, right = sorted((one, other), key=lambda profile: profile.id)
    related = max(
        _odds((signal(*pair) for signal in RELATION_SIGNALS), RELATION)
        for pair in ((left, right), (right, left))
    )
    later = _odds((signal(right, left) for signal in DIRECTION_SIGNALS), DIRECTION)
    return PairScore(
        left=left.id,
        right=right.id,
        related=probability(RELATION_BIAS + related),
        right_from_left=probability(later),
    )


def contest(child: Profile, origin: Profile, between: Profile) -> float:
    """The log-odds that `child` was made from `origin` itself rather than from `between`.

    Holds where `between` is not older than `origin`.
    """
    found = (signal(child, origin, between) for signal in CONTEST_SIGNALS)
    return CONTEST_BIAS + _odds(found, CONTEST)


def _weighed(
    found: Iterable[Evidence | None], weights: Mapping[str, float]
) -> tuple[Evidence, ...]:
    return tuple(replace(e, weight=weights[e.signal] * e.score) for e in found if e is not None)


def _odds(found: Iterable[Evidence | None], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[one.signal] * one.score for one in found if one is not None)
