"""Finds dates and relative times: "Nov. 3, 2025", "Tuesday", "earlier this week", "2017".

English month and day names; all-numeric dates in any language. The expressions and the idea of
a normalised value follow TIMEX3 (TimeML); a preposition before them stays outside the span.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence

from newstemma.records import Mention, MentionKind, Span, Word

__all__ = ["date_mentions"]

_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_COUNTS = {"a": 1, "an": 1} | {
    word: n
    for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_COUNT = rf"(?P<count>\d{{1,4}}|(?i:{'|'.join(_COUNTS)}|several))"
_UNIT = r"(?P<unit>minute|hour|day|night|weekend|week|month|quarter|season|year|decade|century)"
# What a number of four digits may count, so that it is no year.
_THINGS = r"\s(?:people|men|women|children|dead|km|(?!is\b|was\b|has\b|as\b)[a-z]+s)\b"
_PERIOD = (
    r"(?P<period>morning|afternoon|evening|night|weekend|week|month|quarter|season|year|decade"
    r"|century|spring|summer|autumn|fall|winter)"
)

# In the order in which they are tried at a word; the first that fits wins.
_FORMS = tuple(
    re.compile(pattern + r"(?![^\W_])")
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})",
        rf"{_MONTH}\s+{_DAY}(?:\s?,\s*|\s+){_YEAR}",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}(?:,\s*|\s+){_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?![,.:]?\d)",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}",
        rf"(?:(?P<which>(?i:last|next|this))\s+)?{_MONTH}",
        rf"(?:(?P<which>(?i:last|next|this))\s+)?{_WEEKDAY}",
        rf"(?:(?i:earlier|later|late|early)\s+)?(?P<which>(?i:last|next|this))\s+{_PERIOD}",
        rf"{_COUNT}\s+{_UNIT}s?\s+(?P<where>ago|earlier|later)",
        r"(?P<decade>(?:1[0-9]|20)\d)0s",
        r"(?P<near>(?i:yesterday|today|tonight|tomorrow))",
        rf"{_YEAR}(?![.,:]\d|\s?[%°])(?=(?P<things>{_THINGS})?)",
    )
)
_STARTS = re.compile(
    r"\d|[JFMASOND][a-z]{2}|[MTWFS][a-z]{2}"
    r"|(?i:last|next|this|earl|lat|yest|tod|ton|tom|an?\b|one|two|thr|fou|fiv|six|sev|eig|nin|ten)"
)
# Months that are also verbs or names: alone, they count only in a setting like this one.
_DOUBTFUL = frozenset({"may", "mar"})
_BEFORE_MONTH = frozenset(
    "in since until till by of from through during between to before after early late mid".split()
)
_BEFORE_YEAR = _BEFORE_MONTH | frozenset({"the", "and"})
# A number of four digits after one of these counts things, it is no year.
_COUNTING = frozenset(
    "about around nearly almost over roughly approximately least most than some".split()
)


def date_mentions(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """The dates of `text`, in order, at its `words`.

    A key is ISO 8601 as far as it goes (`2025-11-03`, `2025-11`, `--10-23`, `--09`, `2017`,
    `199X`), or a plain form of a relative time (`tuesday`, `last week`, `2 day ago`). What no
    calendar has ("February 30") is no date.

    >>> from newstemma.text.segment import words
    >>> text = "They met on Nov. 3, 2025 and again on Tuesday."
    >>> [m.key for m in date_mentions(text, words(text))]
    ['2025-11-03', 'tuesday']
    """
    return tuple(_dates(text, words))


def _dates(text: str, words: Sequence[Word]) -> Iterator[Mention]:
    end = 0
    before = ""
    for word in words:
        if word.start >= end and _may_start(text, word.start):
            match, key = _match_at(text, word.start, before)
            end = match.end() if match else end
            if match and key:
                yield Mention(span=Span(*match.span()), kind=MentionKind.DATE, key=key)
        before = word.key


def _may_start(text: str, start: int) -> bool:
    glued = start > 1 and text[start - 1] in "-/_" and text[start - 2].isalnum()
    return (
        not glued
        and text[start - 1 : start] not in {"$", "€", "£", "#"}
        and bool(_STARTS.match(text, start))
    )


def _match_at(text: str, start: int, before: str) -> tuple[re.Match[str] | None, str]:
    """What looks like a date, and its key: "" for "February 30", of which no part is a date."""
    for form in _FORMS:
        match = form.match(text, start)
        if match and (key := _key(match.groupdict(), before)):
            return match, key
        if match and "day" in form.groupindex:
            return match, ""
    return None, ""


def _key(parts: Mapping[str, str | None], before: str) -> str | None:
    """The normalised value, or `None` where there is no such date."""
    if near := parts.get("near"):
        return near.casefold()
    if decade := parts.get("decade"):
        return f"{decade}X"
    if where := parts.get("where"):
        count = (parts["count"] or "").casefold()
        return f"{_COUNTS.get(count, count)} {parts['unit']} {where}"
    if relative := parts.get("period") or parts.get("weekday"):
        return f"{parts.get('which') or ''} {relative}".strip().casefold()
    if which := parts.get("which"):
        return f"{which} {parts['month']}".casefold().rstrip(".")
    return _calendar_key(parts, before)


def _calendar_key(parts: Mapping[str, str | None], before: str) -> str | None:
    month, day = _month_and_day(parts)
    year = parts.get("year")
    if month is None:
        counts = before in _COUNTING or (parts.get("things") and before not in _BEFORE_YEAR)
        return None if counts else year
    if parts.get("month") and not (day or year) and _is_doubtful(parts["month"] or "", before):
        return None
    if month > 12 or (day is not None and not _exists(year, month, day)):
        return None
    return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")


def _month_and_day(parts: Mapping[str, str | None]) -> tuple[int | None, int | None]:
    if parts.get("first"):  # 11/3/2025 or 3.11.2025: stops part days first, strokes months first
        pair = int(parts["first"] or 0), int(parts["second"] or 0)
        by_mark = pair if parts["mark"] == "/" else pair[::-1]
        return by_mark[::-1] if by_mark[0] > 12 else by_mark
    day = int(parts["day"] or 0) if parts.get("day") else None
    if number := parts.get("number"):
        return int(number), day
    if name := parts.get("month"):
        return _MONTHS.index(name[:3].casefold()) + 1, day
    return None, day


def _exists(year: str | None, month: int, day: int) -> bool:
    """Whether a calendar has the day; without a year, whether a leap year has."""
    return month > 0 and 1 <= day <= monthrange(int(year or 2000) or 2000, month)[1]


def _is_doubtful(month: str, before: str) -> bool:
    return month[:3].casefold() in _DOUBTFUL and before not in _BEFORE_MONTH
