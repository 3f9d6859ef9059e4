"""Reads what a text says somebody is: "a former diplomat", "President"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.lines import Line
from newstemma.collate.stems import stem
from newstemma.records import Mention, MentionKind, Span
from newstemma.text.names.lexicon import MODIFIERS, ROLES
from newstemma.text.segment import word_key

__all__ = ["FIELDS", "Role", "roles_of"]

# Nouns before a role that say of what it is the office.
FIELDS = frozenset(
    "fire police army navy union party campaign finance foreign interior defense defence health "
    "education justice transport labor labour trade energy security intelligence press prison "
    "school hospital bank immigration agriculture environment housing tourism culture sports "
    "treasury budget tax court city county state town".split()
)
_LONGEST = 5  # words of a role before its head
_STOPS = frozenset("a an the of his her its their and or as by to for with in".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a line says somebody is: the head ("diplomat") and the words round it.

    `proper` are those of the words before it that bear a capital.
    """

    line: Line
    span: Span
    head: str
    before: frozenset[str]
    after: frozenset[str]
    proper: frozenset[str]


def roles_of(lines: Sequence[Line]) -> Mapping[str, tuple[Role, ...]]:
    """The roles that stand right before or after a name, by the last part of the name."""
    found: defaultdict[str, list[Role]] = defaultdict(list)
    for line in lines:
        names = line.of_kind(MentionKind.NAME)
        for mention in (*line.of_kind(MentionKind.ROLE), *_titles(line, names)):
            role = _role(line, mention)
            name = _bearer(line, mention, role, names) if role else None
            if role and name:
                found[_last(name)].append(role)
    return {key: tuple(roles) for key, roles in found.items()}


def _titles(line: Line, names: Sequence[Mention]) -> Iterator[Mention]:
    """The roles right before a name that are read as its title: "fire chief NAME"."""
    marked = {m.span.end for m in line.of_kind(MentionKind.ROLE)}
    for name in names:
        own = line.positions(name.span)
        before = line.words[own.start - 1] if own and own.start else None
        touches = before and _touches(line, own.start - 1, own.start)
        if before and touches and before.key in ROLES and before.end not in marked:
            yield Mention(span=before.span, kind=MentionKind.ROLE, key=before.key)


def _last(mention: Mention) -> str:
    parts = [p for p in mention.key.split() if p not in {"jr", "sr", "ii", "iii", "iv"}]
    return parts[-1] if parts else mention.key


def _role(line: Line, mention: Mention) -> Role | None:
    own = line.positions(mention.span)
    if not own:
        return None
    head = own.stop - 1
    first = head
    while first > max(head - _LONGEST, 0) and _joins(line, first - 1, first):
        first -= 1
    last = head + 1
    while last < min(head + 8, len(line.words)) and _touches(line, last - 1, last):
        last += 1
    return Role(
        line=line,
        span=line.span_of(first, head + 1),
        head=stem(line.words[head].key),
        before=frozenset(line.words[n].key for n in range(first, head)),
        after=frozenset(line.words[n].key for n in range(head + 1, last)),
        proper=frozenset(
            line.words[n].key
            for n in range(first, head)
            if line.witness.text[line.words[n].start].isupper()
        ),
    )


def _touches(line: Line, left: int, right: int) -> bool:
    return not line.text_of(Span(line.words[left].end, line.words[right].start)).strip(
        " -\u00a0'’s"
    )


def _joins(line: Line, left: int, right: int) -> bool:
    """Whether a word is part of the role that follows: "former", "Alaska", "deputy"."""
    word = line.words[left]
    fits = word.key in MODIFIERS | FIELDS or line.witness.text[word.start].isupper()
    return fits and word.key not in _STOPS and _touches(line, left, right)


def _bearer(line: Line, mention: Mention, role: Role, names: Sequence[Mention]) -> Mention | None:
    """The person named right after a role, or right before one in apposition."""
    for name in names:
        if name.span.start < mention.span.start:
            between = line.text_of(Span(min(name.span.end, role.span.start), role.span.start))
            if word_key(between).strip(", ") in {"a", "an", "the"} and "," in between:
                return name
        elif not line.text_of(Span(mention.span.end, name.span.start)).strip():
            return name
    return None
