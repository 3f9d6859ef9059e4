"""Gathers what stands anywhere in the parents and in the other articles of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.lines import Line
from newstemma.collate.roles import Role, roles_of
from newstemma.records import MentionKind
from newstemma.text.quantities import parts_of

__all__ = ["SAME_START", "Known", "known_of"]

SAME_START = 5  # letters that "Venezuela" and "Venezuelan" share


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is not new: stems and their first letters, initials of names, values, dates.

    `counts` are the whole numbers among the values, in order; the dates hold the days of
    publication too. `roles` are those that the parents give to
    people, by the last part of a name.
    """

    stems: frozenset[str]
    starts: frozenset[str]
    initials: frozenset[str]
    numbers: frozenset[str]
    counts: tuple[int, ...]
    dates: frozenset[str]
    roles: Mapping[str, tuple[Role, ...]]


def known_of(parents: Sequence[Line], others: Sequence[Line]) -> Known:
    """What the lines of the parents and of other articles hold."""
    every = (*parents, *others)
    stems = frozenset(key for line in every for key in line.stems)
    names = {m.key for line in every for m in line.of_kind(MentionKind.NAME)}
    days = {a.published.value[:10] for a in (line.witness.article for line in every) if a.published}
    dates = {m.key for line in every for m in line.of_kind(MentionKind.DATE)}
    numbers = {parts_of(m.key)[1] for line in every for m in line.of_kind(MentionKind.NUMBER)}
    return Known(
        stems=stems,
        starts=frozenset(key[:SAME_START] for key in stems),
        initials=frozenset("".join(part[0] for part in name.split()) for name in names),
        numbers=frozenset(numbers),
        counts=tuple(sorted(int(value) for value in numbers if value.isdigit())),
        dates=frozenset(days | dates),
        roles=roles_of(parents),
    )
