"""Which of two articles was published first, as far as both state it."""

from __future__ import annotations

from datetime import UTC, datetime

from newstemma.records import Article

__all__ = ["is_later", "seems_later"]

_DAY = len("2025-11-18")
_MINUTE = len("2025-11-18T09:30")


def is_later(article: Article, other: Article) -> bool:
    """Whether `article` is stated to have been published after `other`.

    Times are compared where both give one with its zone, days (or months, years) otherwise.
    """
    if article.published is None or other.published is None:
        return False
    mine, theirs = article.published.value, other.published.value
    moments = _moment(mine), _moment(theirs)
    if moments[0] is not None and moments[1] is not None:
        return moments[0] > moments[1]
    length = min(len(mine), len(theirs), _DAY)
    return mine[:length] > theirs[:length]


def seems_later(article: Article, other: Article) -> bool:
    """Whether it is, or would be if hours without a zone were in that of the other article."""
    if article.published is None or other.published is None:
        return False
    mine, theirs = article.published.value, other.published.value
    length = min(len(mine), len(theirs), _MINUTE)
    return is_later(article, other) or (
        mine[:_DAY] == theirs[:_DAY] and mine[:length] > theirs[:length]
    )


def _moment(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:  # a year or a month
        return None
    try:
        return moment.astimezone(UTC) if moment.tzinfo else None
    except OverflowError:  # the first or the last day of the calendar
        return None
