"""The timeline of a story: what is claimed to have happened, by the dates that are given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from newstemma.records import (
    Claim,
    DatedAt,
    Event,
    PartRole,
    Precision,
    Span,
    TimeExpression,
    TimeKind,
    Witness,
)
from newstemma.text.dates import days_of

__all__ = ["timeline"]

_DAY = 10  # characters of an ISO day
_HOURS = frozenset({Precision.TIME, Precision.PART_OF_DAY})


def timeline(claims: Iterable[Claim], witnesses: Mapping[str, Witness]) -> tuple[Event, ...]:
    """The events that the claims of one story date, the earliest first.

    `witnesses` are the articles of the statements, by id. Dates without a year come last. Lengths,
    vague dates, dates that only bound something and what is said not to have been are left out.
    """
    times = {
        article: {time.span: time for time in witness.times}
        for article, witness in witnesses.items()
    }
    return tuple(sorted((one for claim in claims for one in _events(claim, times)), key=_place))


def _place(event: Event) -> tuple[bool, str, str, str, str]:
    first, last = event.first or "", event.last or ""
    return event.first is None, first, last, event.date, event.claim


def _events(claim: Claim, times: Mapping[str, Mapping[Span, TimeExpression]]) -> Iterator[Event]:
    dated: defaultdict[tuple[str, Precision], list[DatedAt]] = defaultdict(list)
    for number, statement in enumerate(claim.statements):
        if statement.negated:
            continue
        for part in statement.parts:
            told = times[statement.article].get(part.span)
            if part.role is PartRole.WHEN and told and (date := _date(told)) is not None:
                at = DatedAt(article=statement.article, span=part.span, statement=number)
                dated[date].append(at)
    for (value, precision), places in dated.items():
        yield _event(claim, value, precision, places)


def _date(told: TimeExpression) -> tuple[str, Precision] | None:
    """The value to the day, where it is the date of something; a year may be missing."""
    if told.kind not in {TimeKind.DATE, TimeKind.TIME} or told.bound is not None:
        return None
    if told.value is None or told.precision is None:
        return None
    if told.precision in _HOURS:
        return (told.value[:_DAY], Precision.DAY) if "X" not in told.value[:_DAY] else None
    yearless = told.value.startswith("XXXX-") and "X" not in told.value[5:]
    return (told.value, told.precision) if yearless or "X" not in told.value else None


def _event(claim: Claim, value: str, precision: Precision, dated: list[DatedAt]) -> Event:
    days = days_of(value)
    stated = [claim.statements[at.statement] for at in dated]
    origins = sorted({one.origin for one in stated})
    return Event(
        story=claim.story,
        date=value,
        precision=precision,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        claim=claim.id,
        dated=tuple(dated),
        origins=tuple(origins),
        lineages=tuple(sorted({line for o in origins for line in claim.origins[o].lineages})),
    )
