"""What people have judged about articles."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Judgements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Pairs of article ids; no two judgements contradict each other.

    `derived` and `not_derived` hold (child, parent), `same_story` and `different_story` the two
    ids in their order. Derivations hold no circle.
    """

    derived: frozenset[tuple[str, str]] = frozenset()
    not_derived: frozenset[tuple[str, str]] = frozenset()
    same_story: frozenset[tuple[str, str]] = frozenset()
    different_story: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was judged."""
        return bool(self.derived or self.not_derived or self.same_story or self.different_story)

    def bars(self, child: str, parent: str) -> bool:
        """Whether `child` is judged not to have been made from `parent`."""
        if (child, parent) in self.derived:
            return False
        apart = (min(child, parent), max(child, parent)) in self.different_story
        return apart or (child, parent) in self.not_derived

    def unrelated(self, one: str, other: str) -> bool:
        """Whether it is judged that one of the two was not made from the other, and no more."""
        judged = (one, other) in self.derived or (other, one) in self.derived
        return not judged and (self.bars(one, other) or self.bars(other, one))

    def parents(self) -> dict[str, list[str]]:
        """The parents that each child is judged to have been made from, sorted."""
        found: dict[str, list[str]] = {}
        for child, parent in sorted(self.derived):
            found.setdefault(child, []).append(parent)
        return found

    def together(self) -> list[tuple[str, str]]:
        """The pairs that must stand in one story; a digest may tell of several events."""
        made = [(child, given[0]) for child, given in self.parents().items() if len(given) == 1]
        return sorted({*self.same_story, *made})
