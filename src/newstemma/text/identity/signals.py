"""What two names say about each other, as numbers: one small function a signal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from newstemma.records import NameKind
from newstemma.text.identity.alignment import Aligned, How, align
from newstemma.text.identity.legal_forms import FormClass
from newstemma.text.identity.lexicon import GENERIC
from newstemma.text.identity.parts import ASIDE, NameParts, Part, PartKind

__all__ = ["SIGNALS", "Comparison", "compared"]

_MOST_EDITS = 6
_NEAR = 2  # edits that a slip, or a romanisation, may make
_MOST_MISSING = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names taken apart and laid side by side."""

    left: NameParts
    right: NameParts
    aligned: tuple[Aligned, ...]

    @property
    def words(self) -> Iterator[Aligned]:
        """Words (no particles, no numbers) that stand for each other, alike or not."""
        return (
            one
            for one in self.aligned
            if one.left and one.right and one.kind not in (PartKind.PARTICLE, PartKind.NUMBER)
        )

    @property
    def missing(self) -> Iterator[Part]:
        """Parts that only one name has, small words and nicknames aside."""
        alone = (one for one in self.aligned if not (one.left and one.right))
        return (part for one in alone for part in (*one.left, *one.right) if part.kind not in ASIDE)

    @property
    def is_body(self) -> bool:
        """Whether the names are not those of people."""
        people = {NameKind.PERSON, NameKind.UNKNOWN}
        return not people.issuperset({self.left.kind, self.right.kind})


def compared(left: NameParts, right: NameParts) -> Comparison:
    """The two names side by side."""
    return Comparison(left, right, align(left, right))


def edits(names: Comparison) -> float:
    """Letters to change, 6 at most."""
    return float(min(_MOST_EDITS, _edits(names)))


def far(names: Comparison) -> float:
    """Whether more must be changed than one slip or romanisation explains."""
    return float(_edits(names) > _NEAR)


def _edits(names: Comparison) -> int:
    numbers = (one for one in names.aligned if one.how is How.NUMBER and one.left and one.right)
    changed = (
        OSA.distance(_written(one.left, names.left), _written(one.right, names.right))
        for one in numbers
    )
    return sum(one.edits for one in names.words) + sum(changed)


def _written(parts: tuple[Part, ...], name: NameParts) -> str:
    return " ".join(part.span.of(name.written) for part in parts)


def share(names: Comparison) -> float:
    """Letters to change, of those that are compared."""
    longest = sum(
        max(sum(len(part.key) for part in side) for side in (one.left, one.right))
        for one in names.words
    )
    return min(1.0, sum(one.edits for one in names.words) / longest) if longest else 0.0


def worst(names: Comparison) -> float:
    """How unlike the most unlike words are that stand for each other."""
    return 1.0 - max(0.0, min((one.similarity for one in names.words), default=0.0))


def order(names: Comparison) -> float:
    """How unlike the whole names are, their words sorted."""
    keys = [" ".join(part.key for part in side.parts) for side in (names.left, names.right)]
    return 1.0 - fuzz.token_sort_ratio(*keys) / 100


def missing(names: Comparison) -> float:
    """Parts that only one of two people's names has, 3 at most."""
    return 0.0 if names.is_body else float(min(_MOST_MISSING, len(list(names.missing))))


def missing_in_body(names: Comparison) -> float:
    """The same for other names, which seldom leave a part out; half for a word that many bear."""
    if not names.is_body:
        return 0.0
    counts = (0.5 if part.key in GENERIC else 1.0 for part in names.missing)
    return min(float(_MOST_MISSING), sum(counts))


def lone(names: Comparison) -> float:
    """Whether a name of one part stands against a longer one."""
    count = min(len(names.left.words), len(names.right.words))
    return float(count == 1 and any(names.missing))


def namesake(names: Comparison) -> float:
    """Whether a first name stands in a short or a foreign form."""
    return float(any(one.how is How.NICKNAME for one in names.words))


def initials_only(names: Comparison) -> float:
    """Whether nothing but initials agrees."""
    found = {one.how for one in names.words}
    return float(found == {How.INITIAL})


def other_initial(names: Comparison) -> float:
    """Whether an initial stands against a name that starts with another letter."""
    return float(
        any(
            one.how is How.DIFFERENT and min(len(one.left[0].key), len(one.right[0].key)) == 1
            for one in names.words
        )
    )


def other_number(names: Comparison) -> float:
    """Whether the names bear different numbers."""
    return float(any(one.how is How.NUMBER for one in names.aligned))


def other_form(names: Comparison) -> float:
    """Whether the legal forms cannot be one company's."""
    left, right = names.left.legal_form, names.right.legal_form
    if not left or not right or FormClass.ANY in (left[1], right[1]):
        return 0.0
    return float(left[1] is not right[1])


def other_father(names: Comparison) -> float:
    """Whether father and child are exchanged, or patronymics differ."""
    return float(
        any(one.how is How.DIFFERENT and one.kind is PartKind.PATRONYMIC for one in names.words)
        or _is_turned(names)
    )


def _is_turned(names: Comparison) -> bool:
    """Whether the words before and after "son of" have changed places."""
    for one in names.aligned:
        if one.kind is PartKind.PARTICLE and one.left and one.right and one.left[0].key == "ibn":
            before = [w.right for w in names.words if w.left[0].span < one.left[0].span]
            after = [w.right for w in names.words if w.left[0].span > one.left[0].span]
            late = any(right[0].span > one.right[0].span for right in before)
            return late and any(right[0].span < one.right[0].span for right in after)
    return False


Signal = Callable[[Comparison], float]

SIGNALS: tuple[Signal, ...] = (
    edits,
    far,
    share,
    worst,
    order,
    missing,
    missing_in_body,
    lone,
    namesake,
    initials_only,
    other_initial,
    other_number,
    other_form,
    other_father,
)
"""Every signal is nought for equal names and grows with what keeps them apart."""
