"""What is known of a name's bearer beside the name, and what it says about two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newstemma.text.identity.parts import NameParts
from newstemma.text.identity.spelling import latin
from newstemma.text.names.lexicon import FEMALE, MALE

__all__ = ["CONTEXT_WEIGHTS", "ContextSign", "Gender", "NameContext", "context_signs", "gender"]


class Gender(StrEnum):
    """As a title tells it, or an article."""

    MALE = "male"
    FEMALE = "female"


class ContextSign(StrEnum):
    """What the contexts of two names have in common, or not."""

    SAME_STORY = "named in one story"
    SAME_ROLE = "same role"
    SAME_COUNTRY = "same country"
    OTHER_COUNTRY = "another country"
    SAME_BIRTH = "born on the same day"
    OTHER_BIRTH = "born at another time"
    OTHER_GENDER = "another gender"


CONTEXT_WEIGHTS = {
    ContextSign.SAME_STORY: 1.5,
    ContextSign.SAME_ROLE: 1.5,
    ContextSign.SAME_COUNTRY: 0.5,
    ContextSign.OTHER_COUNTRY: -1.5,
    ContextSign.SAME_BIRTH: 4.0,
    ContextSign.OTHER_BIRTH: -6.0,
    ContextSign.OTHER_GENDER: -6.0,
}
"""Log-odds that a sign adds, set by hand: no open data has names with their contexts."""

_DAY = len("2000-01-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameContext:
    """What an article says of a name's bearer; what it does not say is None.

    `roles` are keys of roles ("former envoy"); `country` any spelling, compared as a word;
    `born` ISO 8601 at any precision; `in_story` says that both
    names are read in one story.
    """

    roles: frozenset[str] = frozenset()
    country: str | None = None
    born: str | None = None
    in_story: bool = False
    gender: Gender | None = None


def context_signs(
    left: NameParts, right: NameParts, mine: NameContext, theirs: NameContext
) -> tuple[ContextSign, ...]:
    """What speaks for or against one bearer, apart from the wording of the names."""
    return tuple(_signs(left, right, mine, theirs))


def _signs(
    left: NameParts, right: NameParts, mine: NameContext, theirs: NameContext
) -> Iterator[ContextSign]:
    genders = {mine.gender or gender(left), theirs.gender or gender(right)} - {None}
    if len(genders) > 1:
        yield ContextSign.OTHER_GENDER
    if not mine.roles.isdisjoint(theirs.roles):
        yield ContextSign.SAME_ROLE
    if mine.in_story and theirs.in_story:
        yield ContextSign.SAME_STORY
    if mine.country and theirs.country:
        equal = latin(mine.country) == latin(theirs.country)
        yield ContextSign.SAME_COUNTRY if equal else ContextSign.OTHER_COUNTRY
    if mine.born and theirs.born:
        length = min(len(mine.born), len(theirs.born))
        if mine.born[:length] != theirs.born[:length]:
            yield ContextSign.OTHER_BIRTH
        elif length >= _DAY:
            yield ContextSign.SAME_BIRTH


def gender(name: NameParts) -> Gender | None:
    """What a person's titles tell; None where there is none that does."""
    titles = {latin(span.of(name.written)) for span in name.honorifics}
    if titles.isdisjoint(MALE) == titles.isdisjoint(FEMALE):
        return None
    return Gender.FEMALE if titles.isdisjoint(MALE) else Gender.MALE
