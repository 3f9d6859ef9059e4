"""The timeline: what is claimed to have happened when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.markup import Element, Node, element
from newstemma.report.sections.parts import by_story, fold, left_out, passage_link, words
from newstemma.views.followed_records import Chronicle, DateShown, EventShown
from newstemma.views.records import Passage
from newstemma.views.whole import Page

__all__ = ["timeline"]

_LEAD = (
    "What is claimed to have happened when, each date as finely as it is told. Words like "
    "“Tuesday” are counted from the day on which their article came out."
)
_OPEN = 10  # dates


def timeline(page: Page) -> Element | None:
    """The dates of each story, or nothing without any."""
    stories = [(one.title, _chronicle(one)) for one in page.followed.chronicles]
    return by_story("timeline", "Timeline", _LEAD, stories, smaller=page.followed.smaller)


def _chronicle(one: Chronicle) -> Iterator[Node | None]:
    shown, more = one.dates[:_OPEN], one.dates[_OPEN:]
    yield _dates(shown)
    yield fold(f"{len(more):,} later dates", _dates(more)) if more else None
    yield left_out(one.more, "event")


def _dates(dates: Sequence[DateShown]) -> Element:
    return element("dl", map(_date, dates), class_="dated")


def _date(one: DateShown) -> Element:
    return element("div", element("dt", element("bdi", one.date)), map(_event, one.events))


def _event(one: EventShown) -> Element:
    facts = element("p", element("bdi", one.claimed_by), f": {one.support}", class_="facts")
    return element("dd", map(_told, (one.passage, *one.others)), facts)


def _told(passage: Passage) -> Element:
    return element("p", passage_link(passage), " ", words(passage), dir="auto")
