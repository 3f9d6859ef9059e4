"""Which pairs of a pile are compared closely."""

from __future__ import annotations

from collections import Counter

from newstemma.lineage.pile import compared
from tests.lineage.builder import witness

_WORDS = "ferry harbour pilot storm ballast inquiry rudder lantern skipper mooring".split()


def _copy(number: int) -> str:
    """A report of twenty sentences, of which each copy words another one anew."""
    lines = [
        f"The {_WORDS[n % 10]} of berth {n} was checked by crew {n} at dawn." for n in range(20)
    ]
    lines[number % 20] = f"Copy {number} tells of a {_WORDS[number % 10]} that nobody else saw."
    return " ".join(lines)


def test_a_story_of_many_copies_is_not_compared_all_with_all() -> None:
    size = 60
    pile = compared([witness(f"{n:02}", _copy(n)) for n in range(size)])
    met = Counter(one for pair in pile.scores for one in pair)
    assert len(met) == size
    assert len(pile.scores) <= 16 * size < size * (size - 1) // 2
