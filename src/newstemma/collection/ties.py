"""Which of the nearest articles one has to be drawn with."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.lineage.stories import stories
from newstemma.records import Witness
from newstemma.reuse.candidates import candidates

__all__ = ["tied"]


def tied(one: Witness, others: Sequence[Witness]) -> tuple[str, ...]:
    """The ids of those that share enough with `one` to be compared, and would be one story with it
    if there were no others.
    """
    pairs = candidates([one, *others])
    shared = [others[right - 1] for left, right in pairs if left == 0]
    return tuple(sorted(other.id for other in shared if len(stories([one, other])) == 1))
