"""Signals that one text was made from another: what the child has from the parent.

Each takes the profiles of a child and a parent and returns the evidence with the two spans it
was read from, or None where there is none. Weights are the model's business.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import pairwise

from newstemma.lineage.profile import Profile
from newstemma.records import Evidence, Span

__all__ = [
    "RELATION_SIGNALS",
    "Signal",
    "coverage",
    "evidence",
    "order",
    "quotations",
    "rarest_of",
    "specifics",
    "weight_of",
    "wording",
]

Signal = Callable[[Profile, Profile], Evidence | None]

_FEW = 4  # shared words that make an order
_SHRINK = 1.5
_MOST = 3.0  # log-odds: 95 in 100


def coverage(child: Profile, parent: Profile) -> Evidence | None:
    """How many of the child's telling words, names and numbers aside, are in the parent."""
    own = frozenset(child.telling) - child.names - child.numbers
    return _taken("coverage", "telling words", own, child, parent)


def wording(child: Profile, parent: Profile) -> Evidence | None:
    """How many of the child's runs of three words, quotations aside, the parent has."""
    shared = child.triples.keys() & parent.triples.keys()
    if not shared:
        return None
    share = len(shared) / len(child.triples)
    rarity = child.weights
    _, rarest = max((rarity[a] + rarity[b] + rarity[c], (a, b, c)) for a, b, c in shared)
    note = f"{len(shared)} of the child's {len(child.triples)} three-word runs are in the parent"
    return evidence("wording", share, note, child.triple_span(rarest), parent.triple_span(rarest))


def specifics(child: Profile, parent: Profile) -> Evidence | None:
    """How many of the child's names and numbers are in the parent: a retelling adds few."""
    return _taken("specifics", "names and numbers", child.names | child.numbers, child, parent)


def quotations(child: Profile, parent: Profile) -> Evidence | None:
    """How many of the word pairs that the child quotes are in the parent, quoted or not."""
    own = child.quoted_pairs
    if not own:
        return None
    shared = own & parent.pairs.keys()
    note = f"{len(shared)} of the child's {len(own)} quoted word pairs are in the parent"
    score = _odds(len(shared), len(own))
    if not shared:
        return evidence("quotations", score, note, child.pair_span(_rarest_pair(child, own)))
    rarest = _rarest_pair(child, shared)
    return evidence("quotations", score, note, child.pair_span(rarest), parent.pair_span(rarest))


def order(child: Profile, parent: Profile) -> Evidence | None:
    """Whether the telling words that both have first come up in the same order."""
    shared = [stem for stem in child.telling if stem in parent.places]
    if len(shared) < _FEW:
        return None
    steps = list(pairwise(parent.places[stem] for stem in shared))
    forward = sum(a < b for a, b in steps)
    note = f"{forward} of {len(steps)} steps from one shared telling word to the next go forward"
    score = _odds(forward, len(steps))
    return evidence("order", score, note, child.span(shared[0]), parent.span(shared[0]))


RELATION_SIGNALS: tuple[Signal, ...] = (
    coverage,
    wording,
    specifics,
    quotations,
    order,
)


def evidence(
    signal: str, score: float, note: str, child: Span | None = None, parent: Span | None = None
) -> Evidence:
    """A piece of evidence that the model has not weighed yet."""
    return Evidence(
        signal=signal, score=score, weight=0.0, child_span=child, parent_span=parent, note=note
    )


def _taken(
    signal: str, what: str, own: frozenset[str], child: Profile, parent: Profile
) -> Evidence | None:
    """How many of the child's `own` words of one sort the parent has, as log-odds."""
    if not own:
        return None
    shared = own & parent.weights.keys()
    note = f"{len(shared)} of the child's {len(own)} {what} are in the parent"
    score = _odds(len(shared), len(own))
    if not shared:
        return evidence(signal, score, note, child.span(rarest_of(child, own)))
    rarest = rarest_of(child, shared)
    return evidence(signal, score, note, child.span(rarest), parent.span(rarest))


def _odds(found: int, total: int) -> float:
    """Log-odds of a share, shrunk towards even, so that a handful decides little.

    Bounded, as a long text has nearly every word somewhere.
    """
    odds = math.log((found + _SHRINK) / (total - found + _SHRINK))
    return max(-_MOST, min(_MOST, odds))


def weight_of(profile: Profile, stems: Iterable[str]) -> float:
    """What the stems tell together, in nats, whatever their order."""
    return math.fsum(profile.weights[stem] for stem in stems)


def rarest_of(profile: Profile, stems: Iterable[str]) -> str:
    """The stem that tells most."""
    return max((profile.weights[stem], stem) for stem in stems)[1]


def _rarest_pair(profile: Profile, pairs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    return max(pairs, key=lambda pair: (weight_of(profile, pair), pair))
