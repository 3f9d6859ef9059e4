"""Numbers of one story that are followed over time and outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.corroborate.courses import are_apart, course
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.tallies import Tally, tallies
from newstemma.records import Course, NumberPoint, Span, TrackedNumber

__all__ = ["tracked_numbers"]

_FATAL = frozenset({"die", "kill"})
_LARGE = 5  # the highest value; what stays below is seldom a tally that somebody keeps


def tracked_numbers(scene: Scene) -> tuple[TrackedNumber, ...]:
    """The numbers that two articles of a story give at least.

    They are one number where they count the same thing in the same unit and nobody else is said
    to do it; people, sums and values that differ need the same verb too. Those that move come
    first, then those with most points.
    """
    groups: defaultdict[tuple[str, ...], list[Tally]] = defaultdict(list)
    for article in scene.witnesses:
        for one in tallies(article, scene):
            groups[_key(one)].append(one)
    found = [_tracked(rows, scene) for group in groups.values() for rows in _parted(group)]
    kept = (one for one in found if one is not None)
    return tuple(
        sorted(kept, key=lambda one: (one.course is Course.STEADY, -len(one.points), one.thing))
    )


def _key(one: Tally) -> tuple[str, ...]:
    told = _told(one) if one.is_general else ""
    return one.quantity.kind, one.quantity.unit or "", one.key, told


def _parted(group: Sequence[Tally]) -> Iterator[Sequence[Tally]]:
    """The tallies that are of one number, by who does it and, where they differ, by the verb.

    Other values of what another verb tells are another number: those who died, and those who
    were hurt. Where one article gives two values it has two numbers in mind; what then cannot be
    told apart is left out.
    """
    for rows in _by_doer(group):
        if course([one.point for one in rows]) is Course.STEADY:
            yield rows
            continue
        for told in sorted({_told(one) for one in rows} - {""}):
            same = [one for one in rows if _told(one) == told]
            if not _is_mixed(same):
                yield same


def _told(one: Tally) -> str:
    """What it is said to do, or to be; who is killed has died."""
    if one.deed in _FATAL:
        return "die"
    return one.deed or (f"be {one.state}" if one.state else "")


def _by_doer(group: Sequence[Tally]) -> Iterator[Sequence[Tally]]:
    """The tallies by doer; one without goes with the only one of whom that verb is told."""
    doers: defaultdict[str, list[Tally]] = defaultdict(list)
    for one in group:
        doers[one.doer or ""].append(one)
    nobodys = doers.pop("", [])
    deeds = {one.deed for rows in doers.values() for one in rows} - {None}
    is_joined = len(doers) == 1
    shared = [one for one in nobodys if is_joined and one.deed in deeds]
    for doer in sorted(doers):
        yield [*doers[doer], *shared]
    yield [one for one in nobodys if not (is_joined and one.deed in deeds)]


def _is_mixed(rows: Sequence[Tally]) -> bool:
    """Whether one article gives values that cannot both be right."""
    by_article: defaultdict[str, list[NumberPoint]] = defaultdict(list)
    for one in rows:
        by_article[one.point.article].append(one.point)
    return any(are_apart(points) for points in by_article.values())


def _tracked(rows: Sequence[Tally], scene: Scene) -> TrackedNumber | None:
    articles = sorted({one.point.article for one in rows})
    if len(articles) < 2 or max(one.size for one in rows) < _LARGE:
        return None
    points = sorted((one.point for one in rows), key=_when)
    told = {_told(one) for one in rows}
    doers = sorted({one.doer for one in rows if one.doer})
    moves = course(points)
    if moves is not Course.STEADY and len(told) != 1:
        return None
    return TrackedNumber(
        story=scene.story,
        kind=rows[0].quantity.kind,
        unit=rows[0].quantity.unit,
        thing=rows[0].thing,
        doer=doers[0] if len(doers) == 1 else None,
        deed=rows[0].deed if len(told) == 1 else None,
        points=tuple(points),
        course=moves,
        lineages=tuple(sorted({line for one in articles for line in scene.lineages[one]})),
    )


def _when(point: NumberPoint) -> tuple[bool, str, str, Span]:
    return point.published is None, point.published or "", point.article, point.span
