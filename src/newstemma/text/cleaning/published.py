"""Dates of publication as pages state them: many forms in, ISO 8601 out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newstemma.records import Span

__all__ = ["Stated", "find_date", "is_date_line"]

_MONTHS = {
    name: number
    for names in (  # English, German, French, Spanish, Portuguese, Italian, Dutch
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_DATE = re.compile(
    rf"""(?<![\w.,/-])(?:
      (?P<y_iso>\d{{4}})[-/](?P<m_iso>\d\d?)[-/](?P<d_iso>\d\d?)(?!\d|-)
    | (?P<m_us>{_MONTH})\.?[ ](?P<d_us>\d\d?)(?:st|nd|rd|th)?,?[ ](?P<y_us>\d{{4}})(?!\w)
    | (?P<d_eu>\d\d?)(?:st|nd|rd|th|er|\.|º)?[ ](?:of[ ]|de[ ])?(?P<m_eu>{_MONTH})\.?,?[ ]
      (?:de[ ]|del[ ])?(?P<y_eu>\d{{4}})(?!\w)
    | (?P<n_first>\d\d?)(?P<n_mark>[./-])(?P<n_second>\d\d?)(?P=n_mark)(?P<n_year>\d{{4}})
      (?!\w|[./-]\d)
    | (?P<y_cjk>\d{{4}})[年년][ ]?(?P<m_cjk>\d\d?)[月월][ ]?(?P<d_cjk>\d\d?)[日일]
    | (?P<m_only>{_MONTH})\.?,?[ ](?P<y_only>\d{{4}})(?!\w)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = re.compile(
    r"(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:T|\s*(?:[,|·•–—-]|at|um|à|a las|ore)?\s*)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")
_FILLER = frozenset(
    "published publish publié publicado pubblicato veröffentlicht updated update aktualisiert "
    "actualizado aggiornato posted last first modified created issued date datum fecha this story "
    "article post was is originally "
    "on at by the of um uhr am pm a m p de del le el ore alle à as às et est edt ct cst cdt mt mst "
    "mdt pt pst pdt gmt utc bst cet cest ist jst aest z t st nd rd th "
    "hour hours minute minutes mins day days ago "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi "
    "jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda terça quarta quinta sexta feira".split()
)
_AGO = re.compile(r"\b\d{1,3} (?:minutes?|mins?|hours?|days?) ago\b", re.IGNORECASE)
_STATES = re.compile(
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified)|veröffentlicht|aktualisiert|"
    r"publié|publicado|pubblicato|aggiornato)\b",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    rf"{_CLOCK.pattern}[\s,|·-]{{0,3}}(?:on )?(?:[^\W\d_]{{3,9}},? )?$", re.IGNORECASE
)
_REACH = 30
_YEARS = range(1600, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A date in ISO 8601 at the precision that was stated, and where it was read."""

    value: str
    span: Span


def find_date(text: str) -> Stated | None:
    """The first possible date with a year in `text`; the span covers its clock time too.

    Ambiguous numbers ("03/04/2025") and impossible dates are passed over.

    >>> find_date("Updated Nov. 3, 2025 at 5:14 p.m.").value
    '2025-11-03T17:14'
    """
    return next(_dates(text), None)


def is_date_line(text: str) -> bool:
    """Whether `text` states when something was published, and nothing else.

    >>> is_date_line("Published 3 November 2025, 10:32 GMT"), is_date_line("In May 2025 he left")
    (True, False)
    """
    spans = [stated.span for stated in _dates(text)]
    if not spans and not _AGO.search(text) and not (_STATES.match(text) and _CLOCK.search(text)):
        return False
    rest = text
    for span in reversed(spans):
        rest = rest[: span.start] + " " + rest[span.end :]
    return all(token.casefold() in _FILLER for token in _TOKEN.findall(rest))


def _dates(text: str) -> Iterator[Stated]:
    for match in _DATE.finditer(text):
        if day := _day(match.groupdict()):
            clock = _clock_after(text, match.end())
            span = Span(match.start(), clock.end() if clock else match.end())
            if not clock and (clock := _clock_before(text, match.start())):
                span = Span(clock.start(), match.end())
            yield Stated(value=day + _time(clock), span=span)


def _day(found: dict[str, str | None]) -> str | None:
    parts = {name: part for name, part in found.items() if part}
    if "m_only" in parts:
        year = int(parts["y_only"])
        return f"{year:04}-{_MONTHS[parts['m_only'].casefold()]:02}" if year in _YEARS else None
    if "n_year" in parts:
        return _numeric(parts)
    form = next(name[2:] for name in parts)
    month = parts[f"m_{form}"].casefold()
    number = int(month) if month.isdecimal() else _MONTHS[month]
    return _iso(int(parts[f"y_{form}"]), number, int(parts[f"d_{form}"]))


def _numeric(parts: dict[str, str]) -> str | None:
    """Day and month as numbers: dots mean day first; else only what has one reading."""
    first, second, year = (int(parts[name]) for name in ("n_first", "n_second", "n_year"))
    if parts["n_mark"] == "." or first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock_after(text: str, position: int) -> re.Match[str] | None:
    between = _BETWEEN.match(text, position)
    clock = _CLOCK.match(text, between.end() if between else position)
    return clock if clock and _is_clock(clock) else None


def _clock_before(text: str, position: int) -> re.Match[str] | None:
    """The clock time right before the date: "10:32 GMT, 3 November 2025"."""
    clock = _CLOCK_BEFORE.search(text, max(position - _REACH, 0), position)
    return clock if clock and _is_clock(clock) else None


def _is_clock(clock: re.Match[str]) -> bool:
    return int(clock["hour"]) < 24 and int(clock["minute"]) < 60


def _time(clock: re.Match[str] | None) -> str:
    if not clock:
        return ""
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].casefold() == "p" else 0)
    seconds = f":{clock['second']}" if clock["second"] else ""
    return f"T{hour:02}:{clock['minute']}{seconds}{_zone(clock['zone'])}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "Z"
    return f"{zone[:3]}:{zone[-2:]}"
