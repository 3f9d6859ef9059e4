"""A few lines on actors, dates and numbers: how many there are, and the most telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.followed_records import Chronicle, Followed, Network, Numbers
from newstemma.views.wording import count

__all__ = ["followed"]

_BEST = 2  # relations, and numbers


def followed(found: Followed, width: int, paint: Paint) -> Iterator[str]:
    """The lines, none where nothing is followed."""
    lines = [
        *_relations(found.networks, width),
        *_dates(found.chronicles, width),
        *_numbers(found.numbers, width),
    ]
    if lines:
        yield from ("", paint("Actors, dates and numbers", Ink.BOLD), *lines)


def _relations(networks: Sequence[Network], width: int) -> Iterator[str]:
    rows = [row for one in networks for row in one.relations]
    if not rows:
        return
    total = len(rows) + sum(one.more for one in networks)
    spread = [row for row in rows if len(row.places) > 1]
    best = sorted(spread, key=lambda row: (-row.origins, -len(row.places)))[:_BEST]
    told = f"{count(total, 'relation')} claimed between actors"
    yield from indented(f"{told}, by several articles:" if best else told, width)
    for row in best:
        told = f"{row.source} {row.label} {row.target}, says {row.claimed_by} ({row.support})"
        yield from indented(told, width, "    ", first="  ")


def _dates(chronicles: Sequence[Chronicle], width: int) -> Iterator[str]:
    events = sum(len(day.events) for one in chronicles for day in one.dates)
    if events:
        total = events + sum(one.more for one in chronicles)
        yield from indented(f"{count(total, 'claim')} with a date in the timeline", width)


def _numbers(stories: Sequence[Numbers], width: int) -> Iterator[str]:
    moving = [number for one in stories for number in one.numbers]
    if not moving:
        return
    total = len(moving) + sum(one.more for one in stories)
    yield from indented(f"{count(total, 'number')} that articles give differently:", width)
    for one in moving[:_BEST]:
        values = ", ".join(value.words for value in one.values)
        yield "  " + cut(one_line(f"{one.thing}: {values} ({one.course})"), width - 2)
