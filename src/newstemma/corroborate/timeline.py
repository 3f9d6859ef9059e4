"""The timeline of a story: what is claimed to have happened, by the dates that are given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newstemma.corroborate.interchangeable import interchangeable
from newstemma.records import (
    Claim,
    DatedAt,
    Event,
    PartRole,
    Precision,
    Span,
    Statement,
    TimeExpression,
    TimeKind,
    Witness,
)
from newstemma.text.dates import days_of

__all__ = ["timeline"]

_DAY = 10  # characters of an ISO day
_YEARLESS = "XXXX-"
_HOURS = frozenset({Precision.TIME, Precision.PART_OF_DAY})
_PARTIES = (PartRole.WHO, PartRole.WHOM, PartRole.WHERE)

_Date = tuple[str, Precision]


def timeline(claims: Iterable[Claim], witnesses: Mapping[str, Witness]) -> tuple[Event, ...]:
    """The events that the claims of one story date, the earliest first.

    `witnesses` are the articles of the statements, by id. Dates without a year come last. Lengths,
    vague dates, dates that only bound something and what is said not to have been are left out.
    Claims that tell of one event on one date stand together, under the first of them.
    """
    told = {claim.id: claim for claim in claims}
    dates = _Dates(told.values(), witnesses)
    days: defaultdict[_Date, list[Event]] = defaultdict(list)
    for claim in told.values():
        for one in dates.events(claim):
            days[one.date, one.precision].append(one)
    return tuple(sorted((one for day in days.values() for one in _joined(day, told)), key=_place))


def _place(event: Event) -> tuple[bool, str, str, str, str]:
    first, last = event.first or "", event.last or ""
    return event.first is None, first, last, event.date, event.claim


class _Dates:
    """The dates that statements give."""

    def __init__(self, claims: Iterable[Claim], witnesses: Mapping[str, Witness]) -> None:
        self._times = {
            article: {time.span: time for time in witness.times}
            for article, witness in witnesses.items()
        }
        self._widths: dict[tuple[str, Span], int] = {}
        for said in (one for claim in claims for one in claim.statements):
            for part in said.parts:
                here = said.article, part.span
                width = self._widths.get(here, len(said.span))
                self._widths[here] = min(width, len(said.span))

    def events(self, claim: Claim) -> Iterator[Event]:
        """What a claim tells of, once on each date that it is given."""
        dated: defaultdict[_Date, list[DatedAt]] = defaultdict(list)
        for number, statement in enumerate(claim.statements):
            for span, date in self._of(statement):
                at = DatedAt(article=statement.article, span=span, statement=number)
                dated[date].append(at)
        for date, places in _with_years(dated).items():
            yield _event(claim, date, places)

    def _of(self, said: Statement) -> Iterator[tuple[Span, _Date]]:
        """The dates of a statement; one inside a narrower statement is of that one alone."""
        for part in said.parts if not said.negated else ():
            time = self._times[said.article].get(part.span)
            if part.role is not PartRole.WHEN or time is None:
                continue
            date = _date(time)
            if date and self._widths[said.article, part.span] == len(said.span):
                yield part.span, date


def _with_years(dated: Mapping[_Date, list[DatedAt]]) -> Mapping[_Date, Sequence[DatedAt]]:
    """The dates; one without a year is the only one of that day with a year, if there is one."""
    found: defaultdict[_Date, list[DatedAt]] = defaultdict(list)
    for date, places in dated.items():
        whole = [other for other in dated if _lacks_the_year(date, other)]
        found[whole[0] if len(whole) == 1 else date] += places
    return {
        date: sorted(places, key=lambda at: (at.statement, at.span))
        for date, places in found.items()
    }


def _lacks_the_year(date: _Date, other: _Date) -> bool:
    """Whether a date is another one told without its year."""
    day = date[0].removeprefix(_YEARLESS)
    return date != other and date[1] is other[1] and other[0][len(_YEARLESS) :] == day != date[0]


def _date(told: TimeExpression) -> _Date | None:
    """The value to the day, where it is the date of something; a year may be missing."""
    if told.kind not in {TimeKind.DATE, TimeKind.TIME} or told.bound is not None:
        return None
    if told.value is None or told.precision is None:
        return None
    if told.precision in _HOURS:
        return (told.value[:_DAY], Precision.DAY) if "X" not in told.value[:_DAY] else None
    yearless = told.value.startswith(_YEARLESS) and "X" not in told.value[5:]
    return (told.value, told.precision) if yearless or "X" not in told.value else None


def _event(claim: Claim, date: _Date, dated: Sequence[DatedAt]) -> Event:
    days = days_of(date[0])
    origins = sorted({claim.statements[at.statement].origin for at in dated})
    return Event(
        story=claim.story,
        date=date[0],
        precision=date[1],
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        claim=claim.id,
        dated=tuple(dated),
        origins=tuple(origins),
        lineages=tuple(sorted({line for o in origins for line in claim.origins[o].lineages})),
    )


# --- one event told by several claims ---------------------------------------------------------


def _joined(day: Sequence[Event], told: Mapping[str, Claim]) -> Sequence[Event]:
    """The events of one date, each once: those of later claims under the first that tells it."""
    kept: list[Event] = []
    for one in day:
        place = next((n for n, other in enumerate(kept) if _is_one(one, other, told)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = _with(kept[place], one)
    return kept


def _with(one: Event, other: Event) -> Event:
    lineages = tuple(sorted({*one.lineages, *other.lineages}))
    return replace(one, also=(*one.also, other.claim), lineages=lineages)


def _is_one(one: Event, other: Event, told: Mapping[str, Claim]) -> bool:
    """Whether one distorts the other, or both tell the same deed of the same parties."""
    left, right = told[one.claim], told[other.claim]
    if any(row.of == left.id for row in right.distorts) or any(
        row.of == right.id for row in left.distorts
    ):
        return True
    own, theirs = _keys(one, left), _keys(other, right)
    if not interchangeable(own[PartRole.DID]) & theirs[PartRole.DID]:
        return False
    both = [(own[role], theirs[role]) for role in _PARTIES if own[role] and theirs[role]]
    return bool(both) and all(interchangeable(here) & there for here, there in both)


def _keys(one: Event, claim: Claim) -> Mapping[PartRole, frozenset[str]]:
    """What fills each role in the statements that give the date."""
    parts = [part for at in one.dated for part in claim.statements[at.statement].parts]
    return {
        role: frozenset(part.key for part in parts if part.role is role)
        for role in (PartRole.DID, *_PARTIES)
    }
