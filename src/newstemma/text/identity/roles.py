"""Says which role goes with which name: "the spokesperson, Jane Roe", "Alex Roe, a diplomat"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from newstemma.records import Mention, MentionKind, Span
from newstemma.text.names.lexicon import BODIES, GROUPS

__all__ = ["RoleLink", "RolePlace", "role_links"]

_SPACE = re.compile(r"\.?[ \u00a0\u202f]+")
_COMMA = re.compile(r",[ \u00a0\u202f]+")
# Between a name and the role after it: an article or an owner, then words that describe.
_DETERMINER = r"(?:an?|the|his|her|its|their|our|my|one of the|[\w.’'-]+(?: [\w.’'-]+)?[’']s?)"
_AFTER = re.compile(
    rf",\s+(?:who\s+(?:is|was|became)\s+)?(?:{_DETERMINER}\s+)?(?:[\w.’'-]+\s+){{0,3}}", re.UNICODE
)
_BARE_AFTER = re.compile(r",\s+(?:who\s+(?:is|was|became)\s+)?")
_DETERMINED = re.compile(rf",\s+(?:who\s+(?:is|was|became)\s+)?{_DETERMINER}\s", re.UNICODE)
_IS = re.compile(rf"\s+(?:is|was|became|remains)\s+{_DETERMINER}\s+(?:[\w.’'-]+\s+){{0,2}}")
_BRACKET = re.compile(r"\s+\((?:the\s+)?")
_CLOSES = re.compile(r"\s*(?:[,.;:)!?—–]|$)")
_OPENS = re.compile(rf"(?:^|\W)(?:{_DETERMINER})\s+(?:[\w.’'-]+\s+){{0,3}}$", re.IGNORECASE)
_VERBLESS = re.compile(r"\b(?:is|was|are|were|had|has|have|said|says|told|and|or|but)\b")
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_REACH = 60  # characters between a name and its role
_LEFT = 60  # characters before a role in which its article may stand


class RolePlace(StrEnum):
    """Where the role stands, as seen from the name."""

    BEFORE = "before"  # former envoy Ann Lee
    BEFORE_COMMA = "before, set off"  # the envoy, Ann Lee
    AFTER_COMMA = "after, set off"  # Ann Lee, the envoy
    BRACKETS = "in brackets"  # Ann Lee (the envoy)
    PREDICATE = "after is"  # Ann Lee is the envoy


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLink:
    """A role and the name that it goes with; `evidence` covers both and what stands between."""

    name: Mention
    role: Mention
    place: RolePlace
    evidence: Span


def role_links(text: str, mentions: Sequence[Mention]) -> tuple[RoleLink, ...]:
    """The roles next to names, in their order in the text; a role goes with one name at most.

    `mentions` are those of one article, in order. Groups that speak ("the council") are no role
    of a person.
    """
    kinds = {MentionKind.NAME, MentionKind.ROLE}
    told = [one for one in mentions if one.kind in kinds]
    near = list(pairwise(told))
    over = [(left, right) for left, _, right in zip(told, told[1:], told[2:], strict=False)]
    links = [
        *(link for left, right in near for link in _before(text, left, right)),
        *(link for left, right in near for link in _after(text, left, right)),
        *(link for left, right in over for link in _after(text, left, right)),
    ]
    found = {link.role.span: link for link in reversed(links)}
    return tuple(found[span] for span in sorted(found))


def _before(text: str, role: Mention, name: Mention) -> Iterator[RoleLink]:
    fits = role.kind is MentionKind.ROLE and _is_persons(name) and _is_of_one(role)
    if fits and (place := _place_before(text, role, name)):
        yield _link(name, role, place)


def _place_before(text: str, role: Mention, name: Mention) -> RolePlace | None:
    gap = text[role.span.end : name.span.start]
    if _SPACE.fullmatch(gap):
        return RolePlace.BEFORE
    head = text[max(0, role.span.start - _LEFT) : role.span.start]
    set_off = _COMMA.fullmatch(gap) and _CLOSES.match(text, name.span.end)
    return RolePlace.BEFORE_COMMA if set_off and _OPENS.search(head) else None


def _after(text: str, name: Mention, role: Mention) -> Iterator[RoleLink]:
    near = role.span.start - name.span.end <= _REACH
    fits = role.kind is MentionKind.ROLE and _is_persons(name) and _is_of_one(role)
    if near and fits and (place := _place_after(text[name.span.end : role.span.start])):
        yield _link(name, role, place)


def _is_persons(name: Mention) -> bool:
    return name.kind is MentionKind.NAME and BODIES.isdisjoint(name.key.split())


def _place_after(gap: str) -> RolePlace | None:
    plain = re.sub(r",\s+who\s+(?:is|was|became)\s", ", ", gap)
    if _AFTER.fullmatch(gap) and not _VERBLESS.search(plain):
        told = _DETERMINED.match(gap) or _BARE_AFTER.fullmatch(gap)
        return RolePlace.AFTER_COMMA if told else None
    if _BRACKET.fullmatch(gap):
        return RolePlace.BRACKETS
    return RolePlace.PREDICATE if _IS.fullmatch(gap) else None


def _is_of_one(role: Mention) -> bool:
    """Whether a role is one person's: no group, no plural."""
    last = role.key.split()[-1]
    many = last.endswith(("men", "people", "s")) and not last.endswith("ss")
    return last not in GROUPS | _ADDRESS and not many


def _link(name: Mention, role: Mention, place: RolePlace) -> RoleLink:
    start = min(name.span.start, role.span.start)
    end = max(name.span.end, role.span.end)
    return RoleLink(name=name, role=role, place=place, evidence=Span(start, end))
