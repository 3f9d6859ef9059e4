"""Whether two groups of reports open as reports on one event do, or on two of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from newstemma.reuse.join import Floats, Ints

__all__ = ["Openings", "openings", "two_events"]

# Worked out on topics 1-35 of ecbplus with `python -m bench.stories`. Openings of 60 to 100 terms,
# limits of 15 or 20 reports and 15 to 30 nats find the same stories there: two halves of one event
# come to 13 nats at most, the events that this tells apart to 49 at least.
_OPENING = 80  # terms: who, what, where and when stand there, the background later
_TWO = 20.0  # nats for two events against one
_LIMIT = 15  # reports that a larger group counts as: it has many openings, not more evidence
_HELD, _LACKING = 1, 9  # beta prior: a term of an opening stands in one report out of ten

_LOG_FACTORIALS = np.cumsum(np.log(np.maximum(1, np.arange(2 * _LIMIT + _HELD + _LACKING))))


@dataclass(frozen=True, slots=True)
class Openings:
    """For each report, the codes of the distinct terms it opens with, below `size`."""

    codes: tuple[Ints, ...]
    size: int


def openings(reports: Iterable[Iterable[str]]) -> Openings:
    """What each report opens with, from its terms in their order."""
    opened = [sorted(set(islice(report, _OPENING))) for report in reports]
    code = {term: n for n, term in enumerate(sorted({t for terms in opened for t in terms}))}
    rows = (np.array([code[term] for term in terms], dtype=np.int64) for terms in opened)
    return Openings(tuple(rows), len(code))


def two_events(opened: Openings, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether the terms of two groups' openings rather have two rates each than one.

    The Bayes factor of both views, terms taken as independent (as in Bayesian hierarchical
    clustering, Heller and Ghahramani 2005). Reports on two fights of one champion share his name,
    the belts and the words of the ring, and may be as alike as two reports on one fight; but all
    on one side name one opponent, city and round, and none on the other.

    >>> here, there = "champion novik brno tenth knocked", "champion sorel nice first points"
    >>> opened = openings(text.split(" ") for text in [here] * 15 + [there] * 15)
    >>> two_events(opened, range(15), range(15, 30)), two_events(opened, range(7), range(7, 15))
    (True, False)
    """
    groups = (left, right)
    sizes = [min(len(group), _LIMIT) for group in groups]
    counts = np.array([_holders(opened, group) for group in groups])
    shared = counts[:, counts.sum(axis=0) > 1]
    scale = np.array([[size / len(group)] for size, group in zip(sizes, groups, strict=True)])
    held = np.rint(shared * scale).astype(np.int64)
    apart = _likelihood(held[0], sizes[0]) + _likelihood(held[1], sizes[1])
    return float((apart - _likelihood(held.sum(axis=0), sum(sizes))).sum()) > _TWO


def _holders(opened: Openings, group: Sequence[int]) -> Ints:
    """How many of the group's reports open with each term."""
    return np.bincount(np.concatenate([opened.codes[i] for i in group]), minlength=opened.size)


def _likelihood(held: Ints, size: int) -> Floats:
    """The log likelihood that `held` of `size` reports have a term, its rate unknown."""
    before = _log_beta(np.array([_HELD]), np.array([_LACKING]))
    return _log_beta(_HELD + held, _LACKING + size - held) - before


def _log_beta(a: Ints, b: Ints) -> Floats:
    found: Floats = _LOG_FACTORIALS[a - 1] + _LOG_FACTORIALS[b - 1] - _LOG_FACTORIALS[a + b - 1]
    return found
