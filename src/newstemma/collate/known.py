"""Gathers what stands anywhere in the parents and in the other articles of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.lines import Line
from newstemma.collate.roles import Role, roles_of
from newstemma.collate.stems import is_content
from newstemma.records import MentionKind
from newstemma.text.quantities import parts_of

__all__ = ["SAME_START", "Known", "known_of"]

SAME_START = 5  # letters that "Venezuela" and "Venezuelan" share
_LEAST_INITIALS, _LONGEST_INITIALS = 3, 6
_MOST_FORMS = 16  # names that one part may lead to


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is not new: stems and their first letters, initials of names, values, dates.

    `initials` are those of each name and of the stretches of capitals in each line; `lasts` the
    last parts of names, `forms` some of the names of several parts that have a part. `counts`
    are the whole numbers among the values, in order; the dates hold the days of publication too.
    `roles` are those that the parents give to people, by the last part of a name.
    """

    stems: frozenset[str]
    starts: frozenset[str]
    initials: frozenset[str]
    lasts: frozenset[str]
    forms: Mapping[str, Sequence[frozenset[str]]]
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
        initials=frozenset("".join(part[0] for part in name.split()) for name in names)
        | {letters for line in every for letters in _initials(line)},
        lasts=frozenset(name.split()[-1] for name in names),
        forms=_forms(names),
        numbers=frozenset(numbers),
        counts=tuple(sorted(int(value) for value in numbers if value.isdigit())),
        dates=frozenset(days | dates),
        roles=roles_of(parents),
    )


def _forms(names: Iterable[str]) -> Mapping[str, Sequence[frozenset[str]]]:
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for name in sorted(names):
        parts = name.split()
        for part in dict.fromkeys(parts) if len(parts) > 1 else ():
            if len(found[part]) < _MOST_FORMS:
                found[part].append(frozenset(parts))
    return dict(found)


def _initials(line: Line) -> Iterator[str]:
    """The initials that a few words with capitals may go by, be there small words between.

    "Department of Housing and Urban Development" gives "dhud", "hud" and more.
    """
    text, run = line.witness.text, ""
    for word in line.words:
        if text[word.start].isupper():
            run = (run + word.key[0])[-_LONGEST_INITIALS:]
            yield from (run[n:] for n in range(len(run) - _LEAST_INITIALS + 1))
        elif is_content(word.key):
            run = ""
