"""Reads what a number is of: an age, a thing that it names, the noun that it counts."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.records import Span, Word
from newstemma.text.quantities.measures import BETWEEN

__all__ = ["after_age", "counted_after", "is_label"]

_YEARS = frozenset({"year", "years"})
_OLD = frozenset({"old", "olds"})
_MOST_DIGITS = 3  # of an age


def after_age(text: str, words: Sequence[Word], first: int, end: int) -> int | None:
    """The word after an age, where the words `[first, end)` are one: "a 15-year-old", "aged 15".

    A number between commas after a name is an age too: "Jane Hill, 52, said".
    """
    after = [word.key for word in words[end : end + 3]]
    if after[:1] and after[0] in _YEARS and any(key in _OLD for key in after[1:2]):
        return end + 2
    if after[:3] == ["years", "of", "age"]:
        return end + 3
    before = words[first - 1].key if first else ""
    if before in {"aged", "age"}:
        return end
    return end if _is_between_commas(text, words, first, end) else None


def _is_between_commas(text: str, words: Sequence[Word], first: int, end: int) -> bool:
    if not first or end - first != 1 or len(words[first].span) > _MOST_DIGITS:
        return False
    name = words[first - 1]
    left = text[name.end : words[first].start]
    right = text[words[first].end : words[first].end + 1]
    return text[name.start].isupper() and left == ", " and right == ","


# Words before a number that it names rather than counts.
_LABELLED = frozenset(
    "flight route highway interstate article section chapter page room channel no number phase "
    "level grade apollo district precinct type model title clause annex appendix figure table "
    "line platform gate runway bus unit battalion regiment psalm boeing airbus windows iphone "
    "version protocol resolution rule class step day lot".split()
)


def is_label(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether a number names a thing: "Flight 370", "No. 5"."""
    if not first or words[first - 1].key not in _LABELLED:
        return False
    gap = text[words[first - 1].end : words[first].start]
    return text[words[first - 1].start].isupper() and gap.strip(" .") == ""


# Where a noun phrase ends, and plurals that no s tells.
_STOPS = frozenset(
    "of in on at to for from with by and or but as than the a an this that these those is are was "
    "were be been has have had do does did will would can could may might must who which whose "
    "when where while after before during since until per into over under between against more "
    "less fewer not it they he she we you i".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff crew cattle sheep fish deer aircraft "
    "teeth feet mice oxen media data criteria dead wounded injured missing".split()
)
_MOST_WORDS = 5  # of a noun phrase


def counted_after(text: str, words: Sequence[Word], end: int) -> Span | None:
    """The noun that a number counts, by its form: the first plural of the phrase after it.

    None where no plural follows before the phrase ends.
    """
    for n, word in enumerate(words[end : end + _MOST_WORDS], start=end):
        gap = text[words[n - 1].end : word.start]
        if gap.strip(BETWEEN) or word.key in _STOPS or not text[word.start].isalpha():
            return None
        if _is_plural(word.key):
            return word.span
    return None


def _is_plural(key: str) -> bool:
    return key in _PLURALS or (
        len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us"))
    )
