"""What the page shows of actors, dates and numbers, ready in words and order."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.views.records import Passage

__all__ = [
    "Chronicle",
    "DateShown",
    "EventShown",
    "Followed",
    "Network",
    "NumberShown",
    "Numbers",
    "RelationShown",
    "ValueShown",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationShown:
    """That `source` stands to `target` as the `label` says, and who claims it.

    `force` tells how firmly, `support` counts what stands behind it, `origins` those that can be
    told apart; `places` has one for each article, and `more` articles are not shown.
    """

    source: str
    label: str
    target: str
    claimed_by: str
    force: str
    support: str
    origins: int
    is_corroborated: bool
    is_denied: bool
    places: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The relations of one story, the best supported first; `more` are not shown.

    `drawn` are those that a drawing has room for, what one actor does next to each other.
    """

    number: int
    title: str
    relations: tuple[RelationShown, ...]
    drawn: tuple[RelationShown, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShown:
    """What happened on a date, in the words of an article, and who dates it so.

    `others` are the words of other claims that tell of it.
    """

    passage: Passage
    others: tuple[Passage, ...]
    claimed_by: str
    support: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateShown:
    """A date as finely as it is told, with what is claimed to have happened."""

    date: str
    events: tuple[EventShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """The timeline of one story, the earliest first; `more` events are not shown."""

    title: str
    dates: tuple[DateShown, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShown:
    """A value as articles give it, one after the other; `when` and `by` are of the first."""

    words: str
    when: str
    by: str
    places: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberShown:
    """One number that moves or on which articles differ; `beside` tells what it stands with."""

    thing: str
    beside: str
    course: str
    values: tuple[ValueShown, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of one story; `more` of them are not shown."""

    title: str
    numbers: tuple[NumberShown, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """All of it, the largest story first; a story without any is left out.

    `smaller` counts the stories with any that are too many to be shown.
    """

    networks: tuple[Network, ...] = ()
    chronicles: tuple[Chronicle, ...] = ()
    numbers: tuple[Numbers, ...] = ()
    smaller: int = 0

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every place that the page links to."""
        related = [place for one in self.networks for row in one.relations for place in row.places]
        dated = [
            place
            for one in self.chronicles
            for day in one.dates
            for event in day.events
            for place in (event.passage, *event.others)
        ]
        counted = [
            place
            for one in self.numbers
            for number in one.numbers
            for value in number.values
            for place in value.places
        ]
        return (*related, *dated, *counted)
