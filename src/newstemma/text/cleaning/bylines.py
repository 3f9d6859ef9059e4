"""Lines that say who wrote a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstemma.records import Span
from newstemma.text.cleaning.lines import Line
from newstemma.text.cleaning.outlets import NAME, UPPER, is_outlet, is_outlet_alone
from newstemma.text.cleaning.published import find_date

__all__ = ["Byline", "byline_in_line", "byline_over_report", "is_person"]

_LONGEST_LINE = 300
_MOST_WORDS = 24
_ROLE_WORDS = 8
_NAME_WORD = rf"{UPPER}[\w.'’-]*"
_PARTICLE = r"(?:van|von|de|del|della|di|da|dos|der|den|el|al|bin|ibn|la|le|ten|ter|zu)"
_PERSON = rf"{_NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_WORD}){{1,4}}"
_AND = r"(?:, and |, & |, | and | & | und | et | y )"
_PERSONS = rf"{_PERSON}(?:{_AND}{_PERSON}){{0,5}}"
_BY = re.compile(
    r"(?i:(?:written |words |story |reported |reporting |posted |published |text )?by|"
    r"authors?:|von|por|par|door)\s*:?\s+"
    rf"(?P<persons>{_PERSONS}|{NAME})(?P<rest>.*)$"
)
_NO_BY = re.compile(
    rf"(?P<persons>{_PERSON}(?:(?: and | & |, | und | et | y ){_PERSON}){{0,3}}?)"
    rf"(?:,| for| [|·•–—-])\s?\s?(?P<outlet>{NAME})(?P<rest>.*)$"
)
_MOST_NAMES = 4
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|staff|contributor|journalist|"
    r"producer|analyst|author|bureau|desk|in|for|at|special|min|mins)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(r" (?:staff|writers?|reporters?)$", re.IGNORECASE)
_LAST_NAME = re.compile(NAME + "$")
_SIGNED = re.compile(
    r"[(\[—–-]*\s*(?i:(?:additional |with )?reporting (?:by|from)|reported by|"
    r"(?:compiled|edited|editing|written|writing|translated) by|contribut(?:ing|ors?)(?=:))\s*:?\s+"
    rf"(?P<persons>{_PERSONS})"
)
_CONTRIBUTED = re.compile(
    rf"[(\[*—–-]*\s*(?P<persons>{_PERSONS})(?i:,? (?:also )?(?:contributed (?:to (?:this|the) "
    r"(?:report|story|article)|reporting)|reported from)\b[^.]{0,160}[.)\]]*$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Where the names stand within the line, and the outlet that they write for, if given.

    `opens` is whether the line heads a report ("By ..."), as against signing it at the end.
    """

    names: Span
    outlet: Span | None = None
    opens: bool = True


def byline_in_line(line: Line) -> Byline | None:
    """Who wrote the report, where `line` says nothing else; offsets are the line's.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> line = read_lines("By Ada Quill, Harbour News")[0]
    >>> byline_in_line(line).names.of(line.plain)
    'Ada Quill'
    """
    if len(line.plain) > _LONGEST_LINE:
        return None
    opening = _BY.match(line.plain) if line.words <= _MOST_WORDS else None
    if opening and (byline := _opening(opening)):
        return byline
    if match := _SIGNED.match(line.plain) or _CONTRIBUTED.match(line.plain):
        return Byline(names=_trimmed(match, "persons"), opens=False)
    return None


def byline_over_report(line: Line) -> Byline | None:
    """Names with their outlet and no "by", which say who wrote it where they stand over a report.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> line = read_lines("Ada Quill, Harbour News")[0]
    >>> byline_over_report(line).outlet.of(line.plain)
    'Harbour News'
    """
    if len(line.plain) > _LONGEST_LINE or line.words > _MOST_WORDS:
        return None
    match = _NO_BY.match(line.plain)
    if not match or not is_outlet_alone(match["outlet"]):
        return None
    rest = match["rest"].strip(" ,|·•–—-./")
    if (rest and not find_date(rest)) or not _are_persons(match["persons"]):
        return None
    return Byline(names=_trimmed(match, "persons"), outlet=_trimmed(match, "outlet"))


def _are_persons(names: str) -> bool:
    """Whether all are as short as names are, and none is an outlet's."""
    each = re.split(_AND, names)
    return all(len(name.split()) <= _MOST_NAMES and is_person(name) for name in each)


def is_person(text: str) -> bool:
    """Whether `text` has the form of one person's name.

    >>> is_person("Ada van Quill"), is_person("Short notes")
    (True, False)
    """
    return re.fullmatch(_PERSON, text) is not None and not is_outlet(text)


def _opening(match: re.Match[str]) -> Byline | None:
    """Names alone, or followed by an outlet, a role or a date, are a byline; prose is none."""
    names = _trimmed(match, "persons")
    head, _, last = names.of(match.string).rpartition(", ")
    if head and (is_outlet(last) or _ROLE.search(last)):  # "Ada Quill, Harbour News"
        outlet = Span(names.end - len(last), names.end) if is_outlet(last) else None
        return Byline(names=Span(names.start, names.start + len(head)), outlet=outlet)
    rest = match["rest"].strip(" ,|·•–—-./")
    unstaffed = _STAFF.sub("", last)
    if is_outlet(unstaffed):
        outlet = Span(names.start, names.end - len(last) + len(unstaffed))
        return Byline(names=outlet, outlet=outlet) if not rest or find_date(rest) else None
    if " " not in last:
        return None
    if not rest or find_date(rest):
        return Byline(names=names)
    return _with_outlet(match, names, rest) or (Byline(names=names) if _is_role(match) else None)


def _with_outlet(match: re.Match[str], names: Span, rest: str) -> Byline | None:
    outlet = _LAST_NAME.search(rest)
    if not outlet or not is_outlet(outlet.group()):
        return None
    start = match.start("rest") + match["rest"].index(rest)
    return Byline(names=names, outlet=Span(start + outlet.start(), start + outlet.end()))


def _is_role(match: re.Match[str]) -> bool:
    rest = match["rest"]
    short = len(rest.split()) <= _ROLE_WORDS and not rest.endswith(".")
    return short and _ROLE.search(rest) is not None


def _trimmed(match: re.Match[str], group: str) -> Span:
    return Span(match.start(group), match.start(group) + len(match[group].rstrip(" .,")))
