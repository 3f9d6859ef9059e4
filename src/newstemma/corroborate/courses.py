"""How a number moves from one article to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from newstemma.records import Course, NumberPoint

__all__ = ["are_apart", "course"]

_DAY = 10  # characters of an ISO day


def course(points: Sequence[NumberPoint]) -> Course:
    """How points in the order of their dates move, those without a date last.

    Those of one day are held against each other first. Ends that are open on the same side
    ("at least 12", "at least 15") may both be right; on later days they are a movement.
    """
    if _is_steady(points):
        return Course.STEADY
    dated = [point for point in points if point.published is not None]
    days = [list(rows) for _, rows in groupby(dated, key=_day)]
    if any(are_apart(rows) for rows in days):
        return Course.DISAGREES
    if len(dated) < len(points):
        return Course.UNKNOWN
    steps = [_step(one[-1], other[0]) for one, other in pairwise(days)] or [0]
    if min(steps) == max(steps) == 0:
        return Course.STEADY
    if min(steps) >= 0:
        return Course.GROWS
    return Course.FALLS if max(steps) <= 0 else Course.VARIES


def _day(point: NumberPoint) -> str:
    return (point.published or "")[:_DAY]


def are_apart(points: Sequence[NumberPoint]) -> bool:
    """Whether two of the points cannot both be right."""
    lows = [point.low for point in points if point.low is not None]
    highs = [point.high for point in points if point.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _is_steady(points: Sequence[NumberPoint]) -> bool:
    """Whether nothing moves between any two of the points."""
    above = {point.low for point in points if point.high is None}
    below = {point.high for point in points if point.low is None}
    return len(above) < 2 and len(below) < 2 and not are_apart(points)


def _step(one: NumberPoint, other: NumberPoint) -> int:
    """Whether the other lies above (1) or below (-1) the one; 0 where it may be the same."""
    if one.high is None and other.high is None and one.low is not None and other.low is not None:
        return (other.low > one.low) - (other.low < one.low)
    if one.low is None and other.low is None and one.high is not None and other.high is not None:
        return (other.high > one.high) - (other.high < one.high)
    if one.high is not None and other.low is not None and other.low > one.high:
        return 1
    return -(one.low is not None and other.high is not None and other.high < one.low)
