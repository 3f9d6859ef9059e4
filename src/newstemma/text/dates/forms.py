"""The forms in which English writes times, and dates in figures in any language.

Each is a pattern and the reader that says what its parts mean. A form starts at a word and ends
before whatever is no letter or digit; its group names are those that the readers know.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newstemma.text.dates.calendar import HOLIDAYS
from newstemma.text.dates.lexicon import (
    ADVERBS,
    CLOCK,
    COUNT,
    DAY,
    GAP,
    MODIFIER,
    MONTH,
    MONTH_ABROAD,
    ORDINALS,
    PART,
    SEASON,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAY_NAME,
    WHICH,
    YEAR,
    any_of,
)
from newstemma.text.dates.meaning import Reading
from newstemma.text.dates.readers import (
    Parts,
    a_century,
    a_clock_time,
    a_date_abroad,
    a_date_in_figures,
    a_day_of_a_month,
    a_decade,
    a_holiday,
    a_length,
    a_month,
    a_near_day,
    a_part_of_this_day,
    a_part_of_year,
    a_period,
    a_recurrence,
    a_regular_adverb,
    a_vague_time,
    a_weekday,
    a_year,
    an_age,
    the_same,
    the_weekend,
    time_ago,
)

__all__ = ["CONTINUED", "FORMS", "Form"]

Form = tuple[re.Pattern[str], Callable[[Parts], Reading | None]]

# What may follow a month alone: the second part of a name, or a thing of that month.
_NEIGHBOUR = r"(?=(?P<name>\s(?-i:[A-Z]))?)(?=(?P<thing>\s(?!(?:on|of|for|to)\b)(?-i:[a-z]))?)"
# What a number of four digits may count, so that it is no year.
_THINGS = (
    r"(?=(?P<things>\s(?:people|men|women|children|dead|km|(?!(?:is|was|has|as)\b)[a-z]+s)\b)?)"
)
_HALF = rf"(?P<half>{GAP}and{GAP}a{GAP}half)"
_AT_END = r"(?=\s?(?:[.,;:!?'”\"’)]|$))"  # "the day before", not "the day before they came"
_AT = rf"(?:{CLOCK},?{GAP}(?:on{GAP})?)?"
_LATER = CLOCK.replace("?P<clock>", "?P<later>")
_TIMED = rf"(?:,?{GAP}(?:{PART}|(?:at{GAP})?{_LATER}))?"
_NAMED_DAY = rf"(?:{WEEKDAY_NAME},?{GAP}(?:the{GAP})?)?"
_OF = rf",?{GAP}(?:del?{GAP})?"
_QUARTER = rf"(?:the{GAP})?(?P<ordinal>first|second|third|fourth)"
_OF_YEAR = rf"(?:{GAP}(?:of{GAP})?{YEAR})"


def _form(pattern: str, read: Callable[[Parts], Reading | None]) -> Form:
    return re.compile(pattern + r"(?![^\W_])", re.IGNORECASE), read


_IN_FIGURES = (
    _form(
        r"(?P<year>\d{4})(?P<mark>[-/])(?P<number>\d\d)(?P=mark)(?P<day>\d\d)"
        r"(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
        a_date_in_figures,
    ),
    _form(
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})",
        a_date_in_figures,
    ),
    (
        re.compile(
            r"(?P<year>\d{4})\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]"
            r"(?:\s?(?P<day>\d{1,2})\s?[日일])?"
        ),
        a_date_in_figures,
    ),
    _form(CLOCK, a_clock_time),
)
_ON_THE_CALENDAR = (
    _form(
        rf"{_AT}{WHICH}?{_NAMED_DAY}{MONTH}{GAP}{DAY}(?![,.:]?\d)"
        rf"(?:(?:\s?,\s{{0,3}}|{GAP}){YEAR})?{_TIMED}",
        a_day_of_a_month,
    ),
    _form(
        rf"{_AT}{_NAMED_DAY}{DAY}{GAP}(?:of{GAP})?{MONTH}(?:,?{GAP}{YEAR})?{_TIMED}",
        a_day_of_a_month,
    ),
    _form(rf"{MODIFIER}?{MONTH}(?:,\s{{0,3}}|{GAP}(?:of{GAP})?){YEAR}", a_day_of_a_month),
    _form(rf"{WHICH}?{MODIFIER}?{MONTH}{_NEIGHBOUR}", a_month),
    _form(rf"{_AT}{WHICH}?{MODIFIER}?{WEEKDAY}(?:['’]s)?{GAP}{PART}", a_weekday),
    _form(rf"{_AT}{WHICH}?{WEEKDAY}{_TIMED}", a_weekday),
    _form(
        rf"(?P<day>\d{{1,2}})(?:\.|º|er)?{GAP}(?:de{GAP})?{MONTH_ABROAD}(?:{_OF}{YEAR})?",
        a_date_abroad,
    ),
    _form(rf"{MONTH_ABROAD}{_OF}{YEAR}", a_date_abroad),
    _form(rf"{MODIFIER}?{WHICH}?{SEASON}{_OF_YEAR}?", a_part_of_year),
    _form(rf"{_QUARTER}[-\s]quarter{_OF_YEAR}?", a_part_of_year),
    _form(rf"{_QUARTER}[-\s](?P<half>half){_OF_YEAR}", a_part_of_year),
    _form(
        rf"{WHICH}?(?P<holiday>{any_of(HOLIDAYS)})(?:,?{GAP}{YEAR})?{_TIMED}{_NEIGHBOUR}", a_holiday
    ),
    _form(rf"{MODIFIER}?(?P<decade>(?:1[0-9]|20)\d)0['’]?s", a_decade),
    _form(r"(?<=['’])(?P<decade>\d)0s", a_decade),
    _form(
        rf"{MODIFIER}?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})"
        r"[-\s]century",
        a_century,
    ),
)
_FROM_A_DAY = (
    _form(rf"{MODIFIER}?{WHICH}{UNIT}", a_period),
    _form(rf"(?:the{GAP})?(?P<which>this|last){GAP}{PART}", a_part_of_this_day),
    _form(
        rf"(?P<beyond>(?:the{GAP})?day{GAP}(?:before|after){GAP})?"
        rf"(?P<near>yesterday|today|tonight|tomorrow)(?:{GAP}{PART}|{GAP}at{GAP}{CLOCK})?",
        a_near_day,
    ),
    _form(
        rf"{COUNT}[-\s]{UNIT}s?(?:{GAP}|-)"
        rf"(?P<where>ago|earlier|later|from{GAP}now|hence|(?:before|after){_AT_END})",
        time_ago,
    ),
    _form(
        rf"(?:the{GAP})?{UNIT}(?:{GAP}|-)(?P<where>ago|earlier|later|(?:before|after){_AT_END})",
        time_ago,
    ),
    _form(rf"the{GAP}(?P<same>same|next|following|previous){GAP}{UNIT}", the_same),
    _form(rf"{MODIFIER}?(?P<same>that){GAP}(?:same{GAP})?{UNIT}", the_same),
    _form(rf"the{GAP}weekend", the_weekend),
    _form(rf"(?P<vague>{any_of(VAGUE)})(?!{GAP}(?:{COUNT}{GAP})?{UNIT})", a_vague_time),
)
_LENGTHS = (
    _form(rf"{WHICH}{COUNT}{GAP}{UNIT}s?", a_length),
    _form(
        rf"{COUNT}(?:[-\s]|{GAP}(?:more|full|whole|straight|consecutive){GAP}){UNIT}s?(?:-long)?"
        rf"{_HALF}?",
        a_length,
    ),
    _form(rf"{COUNT}{_HALF}{GAP}{UNIT}s?", a_length),
    _form(rf"{COUNT}[-\s]{UNIT}s?[-\s]olds?", an_age),
    _form(r"(?P<unit>day|week|month|year|decade)(?P<several>s)", a_length),
    _form(r"(?P<unit>hour|day|week|month|year|decade)[-\s]?long", a_length),
    _form(rf"(?P<adverb>{any_of(ADVERBS)})", a_regular_adverb),
    _form(
        rf"(?:every|each){GAP}(?:(?P<other>other){GAP})?(?:{COUNT}{GAP})?(?:{UNIT}s?|{WEEKDAY})",
        a_recurrence,
    ),
)

# The longest match wins; of equally long ones, the first.
FORMS: tuple[Form, ...] = (
    *_IN_FIGURES,
    *_ON_THE_CALENDAR,
    *_FROM_A_DAY,
    *_LENGTHS,
    _form(rf"(?:{MODIFIER}(?:in{GAP})?)?{YEAR}(?![.,:]\d|\s?[%°]){_THINGS}", a_year),
)

CONTINUED = re.compile(
    rf"(?:\s?[,–-]\s?|{GAP}(?:and|to|or|through){GAP})(?P<second>{DAY}(?:,\s{{1,3}}{YEAR})?)"
    r"(?=\s?(?:[.;,)]|$)|\s(?:and|as|at|by|during|for|in|of|on|to|when|with)\b)",
    re.IGNORECASE,
)
"""A further day of the month named just before, `second`: "April 24 and 25"."""
