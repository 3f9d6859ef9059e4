"""Relations told between two names without a verb: by a noun, or by an office.

"Norland's support for Ruritania", "talks between Norland and Ruritania", "Norland's president,
Ada Birk", "Ada Birk, an analyst at the Lund Institute".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from newstemma.corroborate.event_words import NOUNS
from newstemma.corroborate.propositions import Names
from newstemma.records import MentionKind, NameKind, RelationType, Span, Witness

__all__ = ["NamedRelation", "named_relations"]

_FAR = 80  # characters between two names, at most

_OWNED = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) (?:for|of|to|on|against|with)(?: the)? "
)
_BETWEEN = re.compile(r"(?P<noun>[\w-]+) between (?:the )?")
_AND = re.compile(r",? and (?:the )?")
_BY = re.compile(r"(?P<noun>[\w-]+) (?:by|from) (?:the )?")
_ON = re.compile(r" (?:for|on|against|to)(?: the)? ")
_AFTER = re.compile(r"(?:,(?: who is| now)?| is) (?:the |an? )?(?:[\w-]+ ){0,2}")
_AT = re.compile(r" (?:of|at|for|with|from|in)(?: the)?(?: \S+(?: \S+)?['’]s)? ")
_BEFORE = re.compile(r"(?:['’]s?)? ")
_IN = re.compile(r",? (?P<word>in|near|outside|inside)(?: the)? ")
_WITHIN = re.compile(r"\b(?:of|by|from)(?: the)? $", re.IGNORECASE)  # the name is of something else
# What a name goes on with where only its beginning was read: "the Harbour and Cold Chain Union".
_GOES_ON = re.compile(r" (?:and|of|for|&)(?: the)? [A-Z]| [A-Z]| ?['’]| (?:[a-z]+ )?[a-z]+['’]s ")
# Words of a title that stand before its noun, and are read as the end of the name before it.
_TITLING = re.compile(
    r"\b(?:District|City|Chief|Deputy|Assistant|Associate|County|State|Attorney|General)$"
)
_MANY = re.compile(r"(?:[^s]s|men|women)$")  # a body of people, which nobody holds
_FARTHEST = 40  # characters after a name that may go on with it
_PLACED = frozenset({NameKind.ORGANISATION, NameKind.PLACE, NameKind.VESSEL})
_PAST = re.compile(r"\b(?:former|ex|late|then|one-time|ousted)\b", re.IGNORECASE)

_LEADING = frozenset(
    "president premier leader head chief chairman chairwoman chair director minister secretary "
    "commander king queen prince emir sultan governor mayor ceo founder boss dictator chancellor "
    "ruler strongman".split()
)

# What somebody is to another without being his.
_PERSONAL = frozenset(
    "friend critic source ally rival opponent enemy victim suspect supporter fan wife husband "
    "father mother son daughter brother sister uncle aunt cousin widow actor actress singer author "
    "people authorities star winner champion native neighbor neighbour".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRelation:
    """A relation between the names at two places, told by the words at `cue`."""

    type: RelationType
    source: Span
    target: Span
    cue: Span


def named_relations(witness: Witness, names: Names) -> Iterator[NamedRelation]:
    """The relations told between neighbouring names, in text order."""
    kinds = {entity.span: entity.kind for entity in witness.entities}
    roles = sorted(m.span for m in witness.mentions if m.kind is MentionKind.ROLE)
    ordered = sorted(names)
    spans = [span for at, span in enumerate(ordered) if not _owner_of(witness.text, ordered, at)]
    for left, right in pairwise(spans):
        if 0 <= right.start - left.end <= _FAR:
            yield from _by_noun(witness.text, left, right)
            yield from _by_place(witness.text, left, right, kinds)
            yield from _by_office(witness.text, left, right, kinds, roles)


def _by_noun(text: str, left: Span, right: Span) -> Iterator[NamedRelation]:
    """What a noun tells between two names."""
    before = text[max(0, left.start - _FAR) : left.start]
    between = text[left.end : right.start]
    found = _OWNED.fullmatch(between)
    at = left.end
    if found is None:
        at = left.start - len(before)
        found = _ending(_BETWEEN, before) if _AND.fullmatch(between) else None
        found = found or (_ending(_BY, before) if _ON.fullmatch(between) else None)
    if found is None:
        return
    start = at + found.start("noun")
    type_ = NOUNS.get(found["noun"].lower())
    if type_ is not None:
        cue = Span(start, start + len(found["noun"]))
        yield NamedRelation(type=type_, source=left, target=right, cue=cue)


def _by_place(
    text: str, left: Span, right: Span, kinds: Mapping[Span, NameKind]
) -> Iterator[NamedRelation]:
    """Where a body or a place is: "in" between it and the name of a place."""
    found = _IN.fullmatch(text, left.end, right.start)
    is_body = kinds.get(left) is NameKind.ORGANISATION
    if is_body and _WITHIN.search(text, max(0, left.start - _FARTHEST), left.start):
        return
    if found and kinds.get(right) is NameKind.PLACE and kinds.get(left) in _PLACED:
        cue = Span(*found.span("word"))
        yield NamedRelation(type=RelationType.LOCATED_IN, source=left, target=right, cue=cue)


def _ending(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that ends a text."""
    return next((m for m in pattern.finditer(text) if m.end() == len(text)), None)


def _by_office(
    text: str, left: Span, right: Span, kinds: Mapping[Span, NameKind], roles: Sequence[Span]
) -> Iterator[NamedRelation]:
    """What an office tells: who holds it, and of whom it is."""
    first = bisect_left(roles, left.end, key=attrgetter("start"))
    role = roles[first] if first < len(roles) and roles[first].end <= right.start else None
    if role is None or _PAST.search(text, left.end, right.start):
        return
    before, after = text[left.end : role.start], text[role.end : right.start]
    persons = kinds.get(left) is NameKind.PERSON, kinds.get(right) is NameKind.PERSON
    if persons == (True, False) and _AFTER.fullmatch(before) and _AT.fullmatch(after):
        holder, body = left, None if _goes_on(text, right) else right
    elif persons == (False, True) and _BEFORE.fullmatch(before) and after in {" ", ", "}:
        holder, body = right, None if _is_of_title(text, left, role) else left
    else:
        return
    office = role.of(text).lower().split()[-1]
    if body is None or office in _PERSONAL or _MANY.search(office):
        return
    leads = office in _LEADING
    type_ = RelationType.IN_CHARGE_OF if leads else RelationType.BELONGS_TO
    yield NamedRelation(type=type_, source=holder, target=body, cue=role)


def _goes_on(text: str, name: Span) -> bool:
    """Whether a name is the beginning of a longer one, or only says whose the next thing is."""
    return _GOES_ON.match(text, name.end, name.end + _FARTHEST) is not None


def _is_of_title(text: str, name: Span, role: Span) -> bool:
    """Whether a name ends in a word of the title that follows: "Lund City | Attorney Ada Birk"."""
    is_beside = not text[name.end : role.start].strip()
    return is_beside and _TITLING.search(text, name.start, name.end) is not None


def _owner_of(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether the name there only says whose the next one is."""
    after = spans[at + 1].start if at + 1 < len(spans) else 0
    return text[spans[at].end : after] in {"'s ", "’s ", "' ", "’ "}
