"""Which of the nearest articles one has to be drawn with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newstemma.lineage.stories import Weighed, are_one_story, weighed
from newstemma.records import Witness
from newstemma.reuse.candidates import candidates

__all__ = ["comparable", "have_in_common", "of_one_story"]


def of_one_story(
    one: Witness, others: Iterable[int], weigh: Callable[[int], Weighed]
) -> tuple[int, ...]:
    """The numbers of those that would be one story with `one` if there were no others."""
    near = list(others)
    if not near:
        return ()
    own = weighed(one)
    return tuple(number for number in near if are_one_story(own, weigh(number)))


def comparable(one: Witness, others: Sequence[Witness]) -> tuple[int, ...]:
    """The positions of those that share enough with `one` to be compared."""
    pairs = candidates([one, *others]) if others else ()
    return tuple(right - 1 for left, right in pairs if left == 0)


def have_in_common(one: Witness, other: Witness) -> bool:
    """Whether two would be compared, and be one story, if there were no others."""
    return bool(comparable(one, [other])) and are_one_story(weighed(one), weighed(other))
