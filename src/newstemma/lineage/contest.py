"""Contests: which of two candidates a witness was made from, by what the third one shows.

Two rewrites of one text agree against it, for one writer's stock phrases come up in both, so
the nearest neighbour is often a sibling. What tells them apart is not how much two share but
whether the sharing goes *through* a candidate: a child that has words of the origin that the
candidate lacks was not made from the candidate, and a child made from the candidate takes over
the candidate's own words as readily as those that the candidate took from the origin. (The
common-error method of textual criticism, with counts in place of a judgement on each error.)
"""

from __future__ import annotations

import math
from collections.abc import Callable

from newstemma.lineage.evidence import evidence
from newstemma.lineage.profile import Profile
from newstemma.records import Evidence

__all__ = ["CONTEST_SIGNALS", "ContestSignal", "inherited", "leftovers"]

ContestSignal = Callable[[Profile, Profile, Profile], Evidence | None]

_PAIRS = 2.0  # word pairs added to every count, so that a handful decides nothing


def leftovers(child: Profile, origin: Profile, between: Profile) -> Evidence | None:
    """Wording of the origin that the child has and the text between them lacks.

    Near 0 where the child lacks no more of what the text between lacks than chance would have
    it; well below 0 where all that the child has from the origin is there too.
    """
    shared = child.pairs.keys() & origin.pairs.keys()
    if not shared:
        return None
    around = shared - between.pairs.keys()
    dropped = len(origin.pairs.keys() - between.pairs.keys())
    chance = (dropped + _PAIRS) / (len(origin.pairs) + 2 * _PAIRS)
    score = math.log((len(around) + _PAIRS / 2) / (len(shared) + _PAIRS) / chance)
    note = f"{len(around)} of {len(shared)} word pairs shared with {origin.id} are not in "
    rarest = min(around, key=child.pairs.__getitem__, default=None)
    at = None if rarest is None else child.pair_span(rarest)
    there = None if rarest is None else origin.pair_span(rarest)
    return evidence("leftovers", score, note + between.id, at, there)


def inherited(child: Profile, origin: Profile, between: Profile) -> Evidence | None:
    """Wording of the text between, new against the origin, that the child has as well.

    0 where the child has the new wording as often as the old; well below 0 where it has the
    old far more often, and the new only by a shared habit of writing.
    """
    new, old = between.pairs.keys() - origin.pairs.keys(), between.pairs.keys() & origin.pairs.keys()
    if not new or not old:
        return None
    taken_new, taken_old = new & child.pairs.keys(), old & child.pairs.keys()
    rate_new = (len(taken_new) + _PAIRS / 2) / (len(new) + _PAIRS)
    rate_old = (len(taken_old) + _PAIRS / 2) / (len(old) + _PAIRS)
    note = f"{len(taken_new)} of {len(new)} word pairs new in {between.id} are in the child, "
    note += f"{len(taken_old)} of the {len(old)} old ones"
    first = min(taken_new, key=child.pairs.__getitem__, default=None)
    at = None if first is None else child.pair_span(first)
    there = None if first is None else between.pair_span(first)
    return evidence("inherited", math.log(rate_new / rate_old), note, at, there)


CONTEST_SIGNALS: tuple[ContestSignal, ...] = (leftovers, inherited)
