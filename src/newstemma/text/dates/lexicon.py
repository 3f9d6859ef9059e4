"""The English words of dates, and the patterns made from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from newstemma.text.dates.abroad import MONTHS_ABROAD
from newstemma.text.dates.calendar import HOLIDAYS
from newstemma.text.dates.meaning import Unit
from newstemma.text.segment import word_key

__all__ = [
    "ADVERBS",
    "CLOCK",
    "COUNT",
    "DAY",
    "FOLLOWERS",
    "FOLLOWERS_OF_FIGURES",
    "GAP",
    "MODIFIER",
    "MONTH",
    "MONTHS",
    "MONTH_ABROAD",
    "ORDINALS",
    "PART",
    "PARTS_OF_DAY",
    "POINTERS",
    "SEASON",
    "SEASONS",
    "STARTS",
    "UNIT",
    "VAGUE",
    "WEEKDAY",
    "WEEKDAYS",
    "WEEKDAYS_BY_START",
    "WEEKDAY_NAME",
    "WHICH",
    "YEAR",
    "any_of",
    "count_of",
]

GAP = r"\s{1,3}"


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first, with any white space in them."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(p.replace(".", r"\.").replace(" ", GAP) for p in longest) + ")"


# --- words and what they stand for -----------------------------------------------------------

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()
MONTHS: Mapping[str, int] = {
    name[:length]: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for length in (3, len(name))
} | {"sept": 9}
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}
_SHORT_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun".split()
WEEKDAYS_BY_START: Mapping[str, int] = {name[:3]: number for name, number in WEEKDAYS.items()}
SEASONS: Mapping[str, str] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "fall": "FA",
    "autumn": "FA", "winter": "WI", "wintertime": "WI",
}  # fmt: skip
PARTS_OF_DAY: Mapping[str, str] = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI",
}  # fmt: skip
ADVERBS: Mapping[str, Unit] = {
    "hourly": Unit.HOUR, "daily": Unit.DAY, "nightly": Unit.DAY, "weekly": Unit.WEEK,
    "monthly": Unit.MONTH, "quarterly": Unit.QUARTER, "yearly": Unit.YEAR, "annually": Unit.YEAR,
}  # fmt: skip
VAGUE: Mapping[str, str] = {
    phrase: value
    for value, phrases in {
        "PRESENT_REF": "now|currently|at present|at the moment|nowadays|these days|the present",
        "PAST_REF": "recently|lately|the past|the recent past|long ago",
        "FUTURE_REF": "the future|the near future|future",
    }.items()
    for phrase in phrases.split("|")
}
ORDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first".split(),
        start=1,
    )
}
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMERALS = {word: n for n, word in enumerate((*_ONES, *_TEENS), start=1)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
_COUNTS = {
    "a": "1", "an": "1", "a couple of": "2", "a couple": "2", "couple of": "2", "half a": "0.5",
    "half an": "0.5", "a half": "0.5", "a dozen": "12", "two dozen": "24",
} | dict.fromkeys(
    ("several", "a few", "few", "many", "some", "a number of", "recent", "dozens of"), "X"
)  # fmt: skip


def count_of(phrase: str) -> str:
    """A count as a decimal number, or `X` where it is vague.

    >>> count_of("twenty-five"), count_of("a couple of"), count_of("several")
    ('25', '2', 'X')
    """
    plain = " ".join(phrase.casefold().split())
    if plain in _COUNTS:
        return _COUNTS[plain]
    if plain[0].isdecimal():
        return str(Decimal(plain))
    return str(sum(_NUMERALS[part] for part in plain.replace("-", " ").split()))


# --- patterns, each with a group that is named for it ----------------------------------------

MONTH = (
    rf"(?P<month>{any_of(_MONTH_NAMES)}"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![^\W_])\.?)"
)
MONTH_ABROAD = rf"(?P<abroad>{any_of(MONTHS_ABROAD)})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
WEEKDAY_NAME = rf"(?P<weekday>{any_of(WEEKDAYS)}|{any_of(_SHORT_WEEKDAYS)}(?=\W))\.?"
SEASON = rf"(?P<season>{any_of(SEASONS)})"
PART = rf"(?P<part>{any_of(PARTS_OF_DAY)})"
WHICH = rf"(?:(?P<which>last|past|previous|this|next|coming|following){GAP})"
MODIFIER = r"(?:(?P<modifier>early|earlier|late|later|mid)[-\s]\s{0,2})"
UNIT = rf"(?P<unit>{any_of((*Unit, 'night', 'centurie'))})"
_CARDINAL = rf"(?:{any_of(_TENS)}(?:[-\s]{any_of(_ONES)})?|{any_of((*_ONES, *_TEENS))})"
COUNT = rf"(?P<count>\d{{1,4}}(?:\.\d{{1,2}})?|{_CARDINAL}|{any_of(_COUNTS)})"
_ZONE = (
    r"(?:\s{0,2}(?:local|eastern|central|pacific)\stime"
    r"|\s{0,2}[(]?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|MSK|IST)(?![^\W_])[)]?)?"
)
CLOCK = (
    r"(?P<clock>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b)|\d{1,2}:\d\d(?::\d\d)?"
    rf"|(?:12\s)?(?:noon|midnight)|midday){_ZONE}"
)

_PHRASES = tuple(
    phrase.replace("-", " ").split()
    for phrases in (
        MONTHS, WEEKDAYS, _SHORT_WEEKDAYS, SEASONS, PARTS_OF_DAY, ADVERBS, VAGUE, _NUMERALS,
        _COUNTS, ORDINALS, HOLIDAYS, Unit, (f"{unit}s" for unit in Unit),
        "noon midnight midday early earlier late later mid half same previous following".split(),
        "yesterday today tonight tomorrow last past this next coming that every each".split(),
    )
    for phrase in phrases
)  # fmt: skip
_KEYS_ABROAD = frozenset(map(word_key, MONTHS_ABROAD))
STARTS = _KEYS_ABROAD | {words[0] for words in _PHRASES}
"""The keys of words that may open a time; figures may as well."""

POINTERS = frozenset("the a an this that at one".split())
"""Words that open many a phrase: a time only where another word of times comes next."""

FOLLOWERS = frozenset(word for words in _PHRASES for word in words) - POINTERS
"""The keys of those."""

_AFTER_FIGURES = (
    "st nd rd th s am pm of a more full whole straight consecutive and de er o 年 月 년 월"
)
FOLLOWERS_OF_FIGURES = FOLLOWERS | _KEYS_ABROAD | frozenset(_AFTER_FIGURES.split())
"""The keys of words that may follow figures in a time."""
