"""What is followed through each story: relations of actors, events by date, and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from newstemma.records import Analysis
from newstemma.views.chronicle import chronicle
from newstemma.views.followed_records import Followed
from newstemma.views.numbers import numbers
from newstemma.views.origins import provenance
from newstemma.views.relations import network
from newstemma.views.rows import Texts
from newstemma.views.stories import largest_first

__all__ = ["followed"]

_STORIES = 60  # the largest; more would make the page too heavy to open


class _InStory(Protocol):
    @property
    def story(self) -> str: ...


_Found = TypeVar("_Found", bound=_InStory)


def followed(analysis: Analysis, texts: Texts) -> Followed:
    """All that the page shows of it, the largest story first."""
    known = provenance(analysis, texts)
    claims = {one.id: one for one in analysis.claims}
    relations = _by_story(analysis.relations_claimed)
    events = _by_story(one for one in analysis.events if one.claim in claims)
    counted = _by_story(analysis.tracked_numbers)
    ordered = largest_first(analysis.stories)
    stories, smaller = ordered[:_STORIES], ordered[_STORIES:]
    any_of_it = {*relations, *events, *counted}
    networks = (
        network(number, one.title, relations[one.id], known)
        for number, one in enumerate(stories, start=1)
        if one.id in relations
    )
    dated = (
        chronicle(one.title, events[one.id], claims, known) for one in stories if one.id in events
    )
    moving = (numbers(one.title, counted[one.id], texts) for one in stories if one.id in counted)
    return Followed(
        networks=tuple(networks),
        chronicles=tuple(dated),
        numbers=tuple(one for one in moving if one.numbers),
        smaller=sum(one.id in any_of_it for one in smaller),
    )


def _by_story(found: Iterable[_Found]) -> Mapping[str, list[_Found]]:
    stories: defaultdict[str, list[_Found]] = defaultdict(list)
    for one in found:
        stories[one.story].append(one)
    return stories
