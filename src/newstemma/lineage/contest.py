"""Contests: which of two candidates a witness was made from, by what the third one shows.

Two rewrites of one text agree against it, for one writer's stock phrases come up in both, so
the nearest neighbour is often a sibling. What tells them apart is not how much two share but
whether the sharing goes *through* a candidate: a child that has words of the origin that the
candidate lacks was not made from the candidate, and a child made from the candidate takes over
the candidate's own words as readily as those that the candidate took from the origin. (The
common-error method of textual criticism, with counts in place of a judgement on each error.)

What is counted are turns: two words with one between them, which may differ.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from newstemma.lineage.evidence import evidence
from newstemma.lineage.profile import Profile
from newstemma.records import Evidence

__all__ = ["CONTEST_SIGNALS", "ContestSignal", "inherited", "leftovers"]

ContestSignal = Callable[[Profile, Profile, Profile], Evidence | None]

_FEW = 2.0  # turns added to every count, so that a handful decides nothing


def leftovers(child: Profile, origin: Profile, between: Profile) -> Evidence | None:
    """Wording of the origin that the child has and the text between them lacks.

    Near 0 where the child lacks no more of what the text between lacks than chance would have
    it; well below 0 where all that the child has from the origin is there too.
    """
    shared = child.turns.keys() & origin.turns.keys()
    if not shared:
        return None
    around = shared - between.turns.keys()
    dropped = len(origin.turns.keys() - between.turns.keys())
    chance = (dropped + _FEW) / (len(origin.turns) + 2 * _FEW)
    score = math.log((len(around) + _FEW / 2) / (len(shared) + _FEW) / chance)
    note = f"{len(around)} of {len(shared)} turns shared with {origin.id} are not in "
    rarest = min(around, key=child.turns.__getitem__, default=None)
    at = None if rarest is None else child.turn_span(rarest)
    there = None if rarest is None else origin.turn_span(rarest)
    return evidence("leftovers", score, note + between.id, at, there)


def inherited(child: Profile, origin: Profile, between: Profile) -> Evidence | None:
    """Wording of the text between, new against the origin, that the child has as well.

    0 where the child has the new wording as often as the old; well below 0 where it has the
    old far more often, and the new only by a shared habit of writing. The wording stands in the
    text between, which is neither the child nor its parent: only the child's side has a span.
    """
    new, old = (
        between.turns.keys() - origin.turns.keys(),
        between.turns.keys() & origin.turns.keys(),
    )
    if not new or not old:
        return None
    taken_new, taken_old = new & child.turns.keys(), old & child.turns.keys()
    rate_new = (len(taken_new) + _FEW / 2) / (len(new) + _FEW)
    rate_old = (len(taken_old) + _FEW / 2) / (len(old) + _FEW)
    note = f"{len(taken_new)} of {len(new)} turns new in {between.id} are in the child, "
    note += f"{len(taken_old)} of the {len(old)} old ones"
    first = min(taken_new, key=child.turns.__getitem__, default=None)
    at = None if first is None else child.turn_span(first)
    return evidence("inherited", math.log(rate_new / rate_old), note, at)


CONTEST_SIGNALS: tuple[ContestSignal, ...] = (leftovers, inherited)
