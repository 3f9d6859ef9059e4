"""What a person has judged about names: these two are one, those two are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newstemma.text.identity.scorer import Answer
from newstemma.text.identity.spelling import latin

__all__ = ["NO_JUDGEMENTS", "Judged", "judged"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of names, as `latin` keys in sorted order, that were judged to be one or two."""

    same: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]

    def answer(self, left: str, right: str) -> Answer | None:
        """What was judged of two names; None where nothing was."""
        pair = _pair(left, right)
        if pair in self.different:
            return Answer.DIFFERENT
        return Answer.SAME if pair in self.same else None

    def partners(self, name: str) -> tuple[str, ...]:
        """The keys of the names that were judged to be the same as a name, sorted."""
        key = latin(name)
        found = {part for pair in self.same if key in pair for part in pair}
        return tuple(sorted(found - {key}))


def judged(
    same: Iterable[tuple[str, str]] = (), different: Iterable[tuple[str, str]] = ()
) -> Judged:
    """The judgements on pairs of names; case, accents and script are no part of a name.

    >>> judged(same=[("Ann Lee", "Anna Li")]).answer("ANNA LI", "Ann Lee")
    <Answer.SAME: 'same'>
    """
    return Judged(
        same=frozenset(_pair(*pair) for pair in same),
        different=frozenset(_pair(*pair) for pair in different),
    )


def _pair(left: str, right: str) -> tuple[str, str]:
    one, other = sorted((latin(left), latin(right)))
    return one, other


NO_JUDGEMENTS = judged()
