"""Lines that say whose report it is: "Source: ...", "originally appeared in ...", "(AP)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from newstemma.records import Span
from newstemma.text.cleaning.lines import Line
from newstemma.text.cleaning.outlets import NAME, is_agency, is_outlet

__all__ = ["Credited", "Strength", "credited_in_line", "is_source_of_figures"]

_LONGEST_LINE = 300
_MOST_WORDS = 40

_SOURCE = re.compile(
    r"[(\[]?(?i:(?:news )?sources?|via|quelle|fuente|fonte|bron|källa|источник)\s*[:|]\s*"
    rf"(?:https?://(?:www\.)?)?(?P<name>{NAME}(?:(?:, | and | / )(?!\w+\.? \d){NAME}){{0,3}})"
    rf"(?:[/?#]\S*|, \w+\.? \d.{{0,20}})?[)\]]?\.?$"
)
_VIA = re.compile(rf"[(\[—–-]*\s*(?i:via|with|from)\s+(?P<name>{NAME})[)\]]?\.?$")
_PIECE = (
    r"(?:article|story|post|piece|report|column|essay|interview|version|item|content|"
    r"analysis|commentary|editorial|text|dispatch)"
)
_ORIGINAL = re.compile(
    rf"[(\[*]*(?i:(?:(?:an? |the )?(?:\w+ )?version of )?(?:(?:this|the above) (?:\w+ )?{_PIECE} "
    rf"|it )?(?:was |is |has been )?(?:originally |first )(?:appeared|published|posted|ran|"
    rf"reported|aired|printed|written|produced)[^.]{{0,30}}? (?:on|in|by|at|for|with) )"
    rf"(?P<name>{NAME})"
)
_REPUBLISHED = re.compile(
    rf"[(\[*]*(?i:(?:this (?:\w+ )?{_PIECE} )?(?:(?:was|is|has been) )?"
    r"(?:republished|reprinted|reproduced|syndicated|provided|distributed) "
    rf"(?:here )?(?:with (?:the )?permission )?(?:from|by|of|courtesy of) )(?P<name>{NAME})"
)
_WITH_FILES = re.compile(
    r"[(\[—–-]*\s*(?i:(?:with )?(?:additional )?(?:files|reporting|material|inputs?|information|"
    rf"agency inputs?) (?:from|by)) (?P<name>{NAME})[^.]{{0,40}}[.)\]]*$"
)
_CONTRIBUTED = re.compile(
    rf"[(\[*]*(?P<name>{NAME})(?: (?:writers?|reporters?|staff)\b[^.]{{0,80}})? "
    r"(?i:(?:also )?contributed (?:to (?:this|the) (?:report|story|article)|reporting))[^.]{0,40}"
    r"[.)\]]*$"
)
_POSSESSIVE = re.compile(r"'s? ")
_BARE = re.compile(rf"(?P<dash>[(\[]|[—–-]+)?\s*(?P<name>{NAME})[)\]]?\.?$")


class Strength(IntEnum):
    """How much a form of credit says about where the whole text comes from; less is more."""

    NAMED = 0
    DATELINE = 1
    BYLINE = 2
    SIGNED = 3
    CONTRIBUTED = 4


_FORMS = (
    (_SOURCE, Strength.NAMED),
    (_ORIGINAL, Strength.NAMED),
    (_REPUBLISHED, Strength.NAMED),
    (_WITH_FILES, Strength.CONTRIBUTED),
    (_CONTRIBUTED, Strength.CONTRIBUTED),
    (_VIA, Strength.SIGNED),
    (_BARE, Strength.SIGNED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """Where a credited source is named, within its line, and how strongly."""

    span: Span
    strength: Strength


def credited_in_line(line: Line) -> Credited | None:
    """Whom `line` credits, where crediting is all it does; offsets are the line's.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> line = read_lines("Source: Harbour News")[0]
    >>> credited_in_line(line).span.of(line.plain)
    'Harbour News'
    """
    if len(line.plain) > _LONGEST_LINE or line.words > _MOST_WORDS:
        return None
    for form, strength in _FORMS:
        match = form.match(line.plain)
        if match and _is_credible(form, match):
            name = _POSSESSIVE.split(match["name"])[0].rstrip(" .")
            return Credited(
                span=Span(match.start("name"), match.start("name") + len(name)), strength=strength
            )
    return None


def is_source_of_figures(line: Line) -> bool:
    """Whether `line`, between paragraphs, says where a chart has its figures from, "Source: NATO".

    Only an outlet is credited with a report there.
    """
    match = _SOURCE.match(line.plain) if len(line.plain) <= _LONGEST_LINE else None
    return match is not None and not is_outlet(match["name"])


def _is_credible(form: re.Pattern[str], match: re.Match[str]) -> bool:
    """A name standing nearly alone has to be an outlet's; beside a clear form any will do."""
    if form is _BARE:
        dashed = (match["dash"] or "").strip("([") != ""
        return is_agency(match["name"]) or (dashed and is_outlet(match["name"]))
    if form in (_VIA, _WITH_FILES, _CONTRIBUTED):
        return is_outlet(match["name"])
    return True
