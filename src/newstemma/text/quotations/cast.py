"""Tells who and what an article names: people, of which gender, and bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstemma.records import Mention, MentionKind, Word
from newstemma.text.names.forms import is_personal
from newstemma.text.names.lexicon import (
    BODIES,
    FEMALE,
    GIVEN_FEMALE,
    GIVEN_MALE,
    GROUPS,
    MALE,
    TITLES,
)

__all__ = ["Cast", "cast_of"]

_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_LONGEST_ACRONYM = 5
_AFTER_HEAD = frozenset("of in at for from with on near that which who based".split())
_APPOSED = 5  # words after a name that may tell that it is a body's


@dataclass(frozen=True, slots=True)
class Cast:
    """The named of an article: the fullest form by key, who is a person, of which gender, and
    what is a body, such as a company.

    A gender is "m" or "f", and missing where it cannot be told. A name can be neither a person's
    nor a body's: that of a place, or one that the article does not tell enough of.
    """

    names: Mapping[str, str]
    people: frozenset[str]
    bodies: frozenset[str]
    gender: Mapping[str, str]


def cast_of(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> Cast:
    """Everybody and everything that `mentions` names, in `words`."""
    names: dict[str, str] = {}
    gender: dict[str, str] = {}
    known: set[str] = set()
    votes = Counter[str]()
    for mention, before, after, apposed in _neighbours(text, words, mentions):
        parts = mention.key.split()
        written = " ".join(mention.span.of(text).split())
        if len(written) > len(names.get(mention.key, "")):
            names[mention.key] = written
        if before in TITLES or parts[0] in _GIVEN:
            known.add(mention.key)
        if found := _gender(before, parts[0] if len(parts) > 1 else ""):
            gender.setdefault(mention.key, found)
        votes[mention.key] += (before in GROUPS) + apposed + (after == "which") - (after == "who")
    shaped = {key for key in names if is_personal(key.split()) and votes[key] <= 0}
    people = frozenset(known | shaped)
    told = {key for key in names if votes[key] > 0 or _is_body(key, names[key])} - people
    short = {key.split()[0] for key in told}
    return Cast(names, people, frozenset(told | (short & names.keys()) - people), gender)


def _is_body(key: str, written: str) -> bool:
    acronym = written.isupper() and 1 < len(written) <= _LONGEST_ACRONYM
    return acronym or not BODIES.isdisjoint(key.split())


def _neighbours(
    text: str, words: Sequence[Word], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, str, str, bool]]:
    """Each name with the keys of the words right before it and right after it, and whether it
    is told to be a body: "Ostport Trading, a company".
    """
    numbers = {word.start: number for number, word in enumerate(words)}
    for mention in mentions:
        if mention.kind is MentionKind.NAME:
            first = end = numbers[mention.span.start]
            while end < len(words) and words[end].start < mention.span.end:
                end += 1
            before = words[first - 1] if first else None
            joined = before and text[before.end : words[first].start].isspace()
            plain = end < len(words) and text[mention.span.end : words[end].start].strip() in ",’'s"
            after = words[end : end + _APPOSED] if plain else ()
            left = before.key if before and joined else ""
            yield mention, left, after[0].key if after else "", _tells_of_body(text, after)


def _tells_of_body(text: str, after: Sequence[Word]) -> bool:
    """Whether words start with "a company", and not with "a company director"."""
    if not after or after[0].key not in {"a", "an", "the"}:
        return False
    for word, following in pairwise(after):
        if text[word.end : following.start].strip() or following.key in _AFTER_HEAD:
            return word.key in GROUPS
    return False


def _gender(title: str, first: str) -> str:
    if title in MALE or (first in GIVEN_MALE and first not in GIVEN_FEMALE):
        return "m"
    return "f" if title in FEMALE or first in GIVEN_FEMALE else ""
