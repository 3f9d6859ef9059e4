"""Every piece of evidence about one ordered pair, for a person who asks why."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.lineage.judged import JUDGED, NO_JUDGEMENTS, rescored
from newstemma.lineage.model import pair_evidence, score_pair
from newstemma.lineage.profile import profile
from newstemma.records import Evidence, Judgements, Witness

__all__ = ["Explanation", "explanation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one text is held to be made from another, or not.

    `related`: the probability that the two share a text at all. `forward`: the probability,
    given that, that the child is the later one. `evidence`: strongest first.
    """

    child: str
    parent: str
    related: float
    forward: float
    evidence: tuple[Evidence, ...]


def explanation(
    child: Witness, parent: Witness, judgements: Judgements = NO_JUDGEMENTS
) -> Explanation:
    """Weighs the pair by itself, without the rest of the story; what was judged of it wins."""
    later, earlier = profile(child), profile(parent)
    score = rescored(score_pair(earlier, later), judgements)
    judged = (JUDGED,) if (child.id, parent.id) in judgements.derived else ()
    found = (*judged, *pair_evidence(later, earlier))
    return Explanation(
        child=child.id,
        parent=parent.id,
        related=score.related,
        forward=score.later(child.id),
        evidence=tuple(sorted(found, key=lambda one: (-abs(one.weight), one.signal))),
    )
