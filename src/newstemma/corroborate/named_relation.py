"""A relation between two names of a text, told without a clause of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from newstemma.records import RelationType, Span

__all__ = ["NamedRelation", "leading_names"]

_OWNING = frozenset({"'s ", "’s ", "' ", "’ "})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRelation:
    """A relation between the names at two places, told by the word at `cue`.

    `told` are the words that tell it; the target may stand before them, where they only point to
    it ("its spokesman").
    """

    type: RelationType
    source: Span
    target: Span
    cue: Span
    told: Span


def leading_names(text: str, names: Iterable[Span]) -> list[Span]:
    """The names in order, without those that only say whose or of what kind the next thing is.

    "Norland's Lund Institute", "the Norland-based Institute".
    """
    ordered = sorted(names)
    owners = {one for one, then in pairwise(ordered) if text[one.end : then.start] in _OWNING}
    return [one for one in ordered if one not in owners and not text.startswith("-", one.end)]
