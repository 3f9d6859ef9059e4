"""What one article names, each by the fullest form that it gives, with what it says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newstemma.records import MentionKind, NameKind, Span, Witness
from newstemma.text.identity.context import Gender, NameContext
from newstemma.text.identity.parts import NameParts, Part, PartKind, take_apart
from newstemma.text.identity.roles import role_links
from newstemma.text.identity.spelling import latin
from newstemma.text.names.forms import is_personal
from newstemma.text.names.lexicon import BODIES
from newstemma.text.quotations.cast import Cast, cast_of
from newstemma.text.segment import words

__all__ = ["Bearer", "bearers", "kind_of"]

_PLACES = frozenset("in at near from to across outside inside around into toward towards".split())
_BEFORE = 12  # characters before a name in which the word before it stands
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
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
    names = [one for one in witness.mentions if one.kind is MentionKind.NAME]
    cast = cast_of(witness.text, witness.words, names)
    spans: dict[str, list[Span]] = defaultdict(list)
    roles: dict[str, list[str]] = defaultdict(list)
    for name in names:
        spans[name.key].append(name.span)
    for link in role_links(witness.text, witness.mentions):
        roles[link.name.key].append(link.role.key)
    for key in sorted(spans):
        written = [span.of(witness.text) for span in spans[key]]
        yield Bearer(
            article=witness.id,
            written=cast.names[key],
            parts=take_apart(cast.names[key], _kind(cast, key)),
            spans=tuple(spans[key]),
            roles=tuple(roles[key]),
            letters=frozenset(latin(form) for form in written if _is_acronym(form)),
            gender=_GENDERS.get(cast.gender.get(key, "")),
            is_place=any(_is_where(witness.text, span) for span in spans[key]),
        )


def kind_of(name: str) -> NameKind:
    """What a name is one of, by its wording alone."""
    keys = [word.key for word in words(name)]
    if not BODIES.isdisjoint(keys):
        return NameKind.ORGANISATION
    return NameKind.PERSON if is_personal(keys) else NameKind.UNKNOWN


def _kind(cast: Cast, key: str) -> NameKind:
    if key in cast.people:
        return NameKind.PERSON
    return NameKind.ORGANISATION if key in cast.bodies else NameKind.UNKNOWN


def _is_acronym(written: str) -> bool:
    return written.isupper() and len(latin(written)) in _ACRONYM


def _is_where(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _BEFORE) : span.start].split()
    return bool(before) and before[-1].lower() in _PLACES
