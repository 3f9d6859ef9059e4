"""What one article names, each by the fullest form that it gives, with what it says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newstemma.records import MentionKind, NameKind, Span, Witness
from newstemma.text.identity.context import Gender, NameContext
from newstemma.text.identity.parsed import kind_votes, mentions_of_names
from newstemma.text.identity.parts import NameParts, Part, PartKind, take_apart
from newstemma.text.identity.roles import role_links
from newstemma.text.identity.spelling import latin
from newstemma.text.names.forms import is_personal
from newstemma.text.names.lexicon import BODIES
from newstemma.text.parse.gazetteer import PEOPLES
from newstemma.text.quotations.cast import Cast, cast_of
from newstemma.text.segment import words

__all__ = ["Bearer", "bearers", "kind_of"]

_PLACES = frozenset("in at near from to across outside inside around into toward towards".split())
_BEFORE = 12  # characters before a name in which the word before it stands
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
_CRAFT = frozenset({NameKind.VESSEL, NameKind.AIRCRAFT})
_ACRONYM = range(2, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Somebody or something that an article names.

    `written` is the fullest form of the name, `spans` all its mentions, `roles` the keys of the
    roles next to them. `letters` are the short forms in capitals that the article uses for it.
    """

    article: str
    written: str
    parts: NameParts
    spans: tuple[Span, ...]
    roles: tuple[str, ...]
    letters: frozenset[str]
    gender: Gender | None
    is_place: bool

    @property
    def kind(self) -> NameKind:
        """What it is, as far as the article tells."""
        return self.parts.kind

    @property
    def key(self) -> tuple[str, ...]:
        """What equal names share."""
        return tuple(part.key for part in self.parts.parts)

    @property
    def words(self) -> tuple[Part, ...]:
        """The parts that name: no particles, no Jr."""
        words = self.parts.words
        return tuple(part for part in words if part.kind is not PartKind.NUMBER) or words

    @property
    def context(self) -> NameContext:
        """What is known of it beside the name."""
        return NameContext(roles=frozenset(self.roles), gender=self.gender, in_story=True)


def bearers(witness: Witness) -> Iterator[Bearer]:
    """Everybody and everything that an article names, in the order of their keys."""
    mentions = mentions_of_names(witness)
    names = [one for one in mentions if one.kind is MentionKind.NAME]
    cast = cast_of(witness.text, witness.words, names)
    votes = kind_votes(witness, names)
    spans: dict[str, list[Span]] = defaultdict(list)
    roles: dict[str, list[str]] = defaultdict(list)
    for name in names:
        spans[name.key].append(name.span)
    for link in role_links(witness.text, mentions):
        roles[link.name.key].append(link.role.key)
    for key in sorted(spans):
        told = _Told(
            by_cast=_by_cast(cast, key),
            is_certain=key in roles or key in cast.gender,
            votes=votes.get(key, Counter()),
        )
        if not (witness.entities and _is_no_name(key, told)):
            yield _bearer(witness, cast, key, _kind(told), spans[key], roles.get(key, []))


def _bearer(
    witness: Witness, cast: Cast, key: str, kind: NameKind, spans: list[Span], roles: list[str]
) -> Bearer:
    written = [span.of(witness.text) for span in spans]
    return Bearer(
        article=witness.id,
        written=cast.names[key],
        parts=take_apart(cast.names[key], kind),
        spans=tuple(spans),
        roles=tuple(roles),
        letters=frozenset(latin(form) for form in written if _is_acronym(form)),
        gender=_GENDERS.get(cast.gender.get(key, "")),
        is_place=any(_is_where(witness.text, span) for span in spans),
    )


def kind_of(name: str) -> NameKind:
    """What a name is one of, by its wording alone."""
    keys = [word.key for word in words(name)]
    if not BODIES.isdisjoint(keys):
        return NameKind.ORGANISATION
    return NameKind.PERSON if is_personal(keys) else NameKind.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the words around a name say that it is, and what the parse says.

    `is_certain` where a role or a gender makes a person of it.
    """

    by_cast: NameKind
    is_certain: bool
    votes: Counter[NameKind]


def _kind(told: _Told) -> NameKind:
    """What the parse says, unless the words are certain of a person or tell of a body."""
    by_cast = told.by_cast
    parsed = min(told.votes, key=lambda kind: (-told.votes[kind], kind), default=by_cast)
    if parsed in _CRAFT or by_cast is parsed:
        return parsed
    if by_cast is NameKind.PERSON:
        return NameKind.PERSON if told.is_certain else _against_person(parsed)
    if parsed is NameKind.PERSON or (parsed is NameKind.OTHER and by_cast is NameKind.ORGANISATION):
        return by_cast
    return parsed


def _against_person(parsed: NameKind) -> NameKind:
    """What a name is that has a person's shape, but that the parse takes for something else."""
    return NameKind.UNKNOWN if parsed in (NameKind.OTHER, NameKind.PLACE) else parsed


def _is_no_name(key: str, told: _Told) -> bool:
    """Whether one word is a name by its capital alone, and nowhere to the parse: "American"."""
    plain = told.by_cast is NameKind.UNKNOWN or key in PEOPLES
    return plain and " " not in key and not told.is_certain and not told.votes


def _by_cast(cast: Cast, key: str) -> NameKind:
    if key in cast.people and not any(letter.isdigit() for letter in key):
        return NameKind.PERSON
    return NameKind.ORGANISATION if key in cast.bodies else NameKind.UNKNOWN


def _is_acronym(written: str) -> bool:
    return written.isupper() and len(latin(written)) in _ACRONYM


def _is_where(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _BEFORE) : span.start].split()
    return bool(before) and before[-1].lower() in _PLACES
