"""Relations told between two names without a verb: by a noun, a place, or an office.

"Norland's support for Ruritania", "talks between Norland and Ruritania", "the Lund Institute in
Norland".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newstemma.corroborate.event_words import NOUNS
from newstemma.corroborate.extents import hull
from newstemma.corroborate.named_relation import NamedRelation, leading_names
from newstemma.corroborate.offices import offices
from newstemma.records import NameKind, RelationType, Span, Witness

__all__ = ["named_relations"]

_FAR = 80  # characters between two names, at most

_OWNED = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) (?:for|of|to|on|against|with)"
    r"(?: the)? (?:[\w.]+-[a-z]+ )?"
)
_OF = re.compile(r"(?P<noun>[\w-]+) of (?:the )?\Z")
# What stands before both names, and between them: "talks between Norland and Ruritania".
_AROUND = (
    (re.compile(r"(?P<noun>[\w-]+) between (?:the )?\Z"), re.compile(r",? and (?:the )?")),
    (
        re.compile(r"(?P<noun>[\w-]+) (?:by|from) (?:the )?\Z"),
        re.compile(r" (?:for|on|against|to)(?: the)? "),
    ),
    (_OF, re.compile(r" by (?:the )?")),
)
_IN = re.compile(r",? (?P<word>in|near|outside|inside)(?: the)? ")
_WITHIN = re.compile(r"\b(?:of|by|from)(?: the)? $", re.IGNORECASE)  # the name is of something else
_FARTHEST = 40  # characters after a name that may go on with it
_PLACED = frozenset({NameKind.ORGANISATION, NameKind.PLACE, NameKind.VESSEL})


def named_relations(
    witness: Witness, names: Mapping[Span, str], kinds: Mapping[str, NameKind]
) -> Iterator[NamedRelation]:
    """The relations told between neighbouring names, then those by an office.

    `names` are the actors that the article means, by where; `kinds` what each of them is.
    """
    for left, right in pairwise(leading_names(witness.text, names)):
        if 0 <= right.start - left.end <= _FAR:
            yield from _by_noun(witness.text, left, right)
            if kinds.get(names[right]) is NameKind.PLACE and kinds.get(names[left]) in _PLACED:
                yield from _by_place(witness.text, left, right, kinds[names[left]])
    yield from offices(witness, names, kinds)


def _by_noun(text: str, left: Span, right: Span) -> Iterator[NamedRelation]:
    """What a noun tells between two names, or before both."""
    found = _OWNED.fullmatch(text, left.end, right.start)
    if found is None:
        start = max(0, left.start - _FAR)
        around = (one for one, then in _AROUND if then.fullmatch(text, left.end, right.start))
        found = next((m for one in around if (m := one.search(text, start, left.start))), None)
    type_ = NOUNS.get(found["noun"].lower()) if found else None
    if found is None or type_ is None:
        return
    source, target = (right, left) if found.re is _OF else (left, right)
    yield _relation(type_, source, target, Span(*found.span("noun")))


def _relation(type_: RelationType, left: Span, right: Span, cue: Span) -> NamedRelation:
    told = hull([left, right, cue])
    return NamedRelation(type=type_, source=left, target=right, cue=cue, told=told)


def _by_place(text: str, left: Span, right: Span, kind: NameKind) -> Iterator[NamedRelation]:
    """Where a body or a place is: "in" between it and the name of a place."""
    found = _IN.fullmatch(text, left.end, right.start)
    if found is None:
        return
    start = max(0, left.start - _FARTHEST)
    if kind is NameKind.ORGANISATION and _WITHIN.search(text, start, left.start):
        return
    yield _relation(RelationType.LOCATED_IN, left, right, Span(*found.span("word")))
