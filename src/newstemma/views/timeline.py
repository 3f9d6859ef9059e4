"""When the articles of a story were published, as places on an axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from newstemma.records import Article
from newstemma.views.records import Axis, Tick
from newstemma.views.wording import date

__all__ = ["Timeline", "moments", "timeline"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_STEPS = (
    *(_MINUTE * many for many in (1, 5, 15, 30)),
    *(_HOUR * many for many in (1, 3, 6, 12)),
    *(_DAY * many for many in (1, 2, 4, 7, 14)),
)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
_MOST = 4  # marks on an axis, the first aside
_APART = 0.24  # of the axis: how near two marks may come with their labels
_LONG = 4  # times all others together: a gap that is shortened to be as long as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The axis of a story and the place of each dated article on it, from 0 to 1."""

    axis: Axis
    places: Mapping[str, float]


def moments(articles: Iterable[Article]) -> dict[str, datetime]:
    """When each of the articles was published, as far as its date can be read."""
    read = ((one.id, _moment(one.published.value)) for one in articles if one.published)
    return {article: moment for article, moment in read if moment}


def _moment(published: str) -> datetime | None:
    full = published + "-01" if len(published) == 7 else published
    try:
        when = datetime.fromisoformat(full)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def timeline(dates: Mapping[str, datetime], articles: int) -> Timeline | None:
    """The timeline of a story of so many articles; none if few have dates, or all have one."""
    seconds = {one: round((when - _EPOCH).total_seconds()) for one, when in dates.items()}
    told = sorted(set(seconds.values()))
    if 2 * len(dates) <= articles or len(told) < 2:
        return None
    scale = _Scale.of(told)
    broken = scale.place((scale.gap[0] + scale.gap[1]) / 2) if scale.gap else None
    return Timeline(
        axis=Axis(ticks=tuple(_marks(told[0], told[-1], scale)), broken=broken),
        places={one: scale.place(at) for one, at in seconds.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """From seconds to places; the seconds of the `gap` are passed faster than the others."""

    first: int
    gap: tuple[int, int] | None
    shrunk: float
    length: float

    @classmethod
    def of(cls, told: list[int]) -> _Scale:
        whole = told[-1] - told[0]
        gap = max(pairwise(told), key=lambda pair: pair[1] - pair[0])
        others = whole - (gap[1] - gap[0])
        if not 0 < _LONG * others < gap[1] - gap[0]:
            return cls(first=told[0], gap=None, shrunk=1, length=whole)
        return cls(first=told[0], gap=gap, shrunk=others / (gap[1] - gap[0]), length=2 * others)

    def place(self, at: float) -> float:
        """Where the second `at` stands, from 0 to 1."""
        start, end = self.gap or (self.first, self.first)
        inside = max(0, min(at, end) - start)
        return (at - self.first - inside * (1 - self.shrunk)) / self.length


# --- the marks of the axis ----------------------------------------------------------------


def _marks(first: int, last: int, scale: _Scale) -> Iterator[Tick]:
    """The marks; where the axis is broken, only its ends are marked."""
    if scale.gap:
        yield Tick(place=0, label=_day(first, year=True))
        yield Tick(place=1, label=_day(last, year=True))
        return
    until = -1.0
    for at, label in _candidates(first, last):
        place = scale.place(at)
        if place - until >= _APART or until < 0:
            yield Tick(place=place, label=label)
            until = place


def _candidates(first: int, last: int) -> list[tuple[int, str]]:
    """The turns of the finest unit of the calendar that does not make too many marks."""
    step = next((step for step in _STEPS if (last - first) // step < _MOST), None)
    if step is None:
        return _month_turns(first, last)
    turns = range(-(-first // step) * step, last + 1, step) or [first]
    years = [True, *(False for _ in turns)]
    label = _day if step >= _DAY else _clock
    return [(at, label(at, year=year)) for at, year in zip(turns, years, strict=False)]


def _month_turns(first: int, last: int) -> list[tuple[int, str]]:
    start, end = _months(first), _months(last)
    many = next((many for many in _MONTHS if (end - start) // many < _MOST), 6000)
    turns = (_turn(number) for number in range(-(-start // many) * many, end + 1, many))
    within = [at for at in turns if first <= at <= last] or [first]
    return [(at, _month(at) if many < 12 else str(_when(at).year)) for at in within]


def _months(at: int) -> int:
    when = _when(at)
    return 12 * when.year + when.month - 1


def _turn(number: int) -> int:
    year, month_ = divmod(number, 12)
    when = datetime(max(year, 1), month_ + 1, 1, tzinfo=UTC)
    return round((when - _EPOCH).total_seconds())


def _when(at: int) -> datetime:
    return _EPOCH + timedelta(seconds=at)


def _named(at: int) -> tuple[str, str, str]:
    """Day, short month and year."""
    day, month, year = date(_when(at).date().isoformat()).split()
    return day, month[:3], year


def _month(at: int) -> str:
    return " ".join(_named(at)[1:])


def _day(at: int, *, year: bool) -> str:
    return " ".join(_named(at)[: 3 if year else 2])


def _clock(at: int, *, year: bool) -> str:
    when = _when(at)
    time = f"{when.hour:02}:{when.minute:02}"
    return f"{_day(at, year=False)} {time}" if year or not at % _DAY else time
