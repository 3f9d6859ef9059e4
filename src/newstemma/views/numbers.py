"""The numbers of a story that move, or on which its articles differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from newstemma.records import Course, NumberPoint, TrackedNumber
from newstemma.views.followed_records import Numbers, NumberShown, ValueShown
from newstemma.views.places import in_sentence
from newstemma.views.rows import Texts
from newstemma.views.wording import date

__all__ = ["numbers"]

_SHOWN = 30  # numbers of a story
_VALUES = 12  # of a number
_PLACES = 8  # articles of a value

_COURSES = {
    Course.STEADY: "stays the same",
    Course.GROWS: "grows",
    Course.FALLS: "falls",
    Course.VARIES: "goes up and down",
    Course.DISAGREES: "articles differ for one time",
    Course.UNKNOWN: "articles differ; which value is later is not known",
}


def numbers(title: str, found: Sequence[TrackedNumber], texts: Texts) -> Numbers:
    """Those of a story that do not stay the same."""
    moving = [one for one in found if one.course is not Course.STEADY]
    return Numbers(
        title=title,
        numbers=tuple(_number(one, texts) for one in moving[:_SHOWN]),
        more=max(len(moving) - _SHOWN, 0),
    )


def _number(one: TrackedNumber, texts: Texts) -> NumberShown:
    runs = list(_runs(one.points))
    return NumberShown(
        thing=one.thing,
        beside=" ".join(part for part in (one.doer, one.deed) if part),
        course=_COURSES[one.course],
        values=tuple(_value(run, texts) for run in runs[:_VALUES]),
        more=max(len(runs) - _VALUES, 0),
    )


def _runs(points: Sequence[NumberPoint]) -> Iterator[Sequence[NumberPoint]]:
    """Points of one value after each other; those without a date are in no order but this."""
    dated = [one for one in points if one.published]
    others = sorted((one for one in points if not one.published), key=_size)
    for alike in (dated, others):
        yield from (list(run) for _, run in groupby(alike, key=_size))


def _size(one: NumberPoint) -> tuple[bool, Fraction, bool, Fraction]:
    """The value as what can be sorted: an open end is below, or above, all others."""
    low, high = one.low or Fraction(0), one.high or Fraction(0)
    return one.low is not None, low, one.high is None, high


def _value(run: Sequence[NumberPoint], texts: Texts) -> ValueShown:
    first = run[0]
    each = list({one.article: one for one in reversed(run)}.values())[::-1]
    return ValueShown(
        words=first.span.of(texts.text(first.article)),
        when=date(first.published) if first.published else "without a date",
        by=first.source or "",
        places=tuple(in_sentence(one.article, one.span, texts) for one in each[:_PLACES]),
        more=max(len(each) - _PLACES, 0),
    )
