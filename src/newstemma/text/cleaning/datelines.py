"""Datelines: "GENEVA (AP) -" before the first words of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstemma.records import Span
from newstemma.text.cleaning.outlets import UPPER, is_agency

__all__ = ["Dateline", "city_before_colon", "dateline_of"]

_LONGEST = 140
_MONTH = r"[^\W\d_]{3,9}\.?"
_DAY = (
    rf"(?:(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH})(?:,? \d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
)
_LABEL = (
    "UPDATED?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|EXPLAINER|COMMENT|EDITORIAL|REVIEW|INTERVIEW|"
    "PROFILE|FACTBOX|TIMELINE|WATCH|VIDEO|PHOTOS|LISTEN|WARNING|QUESTION|ANSWER|CORRECTION"
)
_CAPITALS = rf"(?!THE |DEAR |(?:{_LABEL})\b)(?:ST\. )?{UPPER}{{3,}}(?:[ '-]{UPPER}{{2,}}){{0,4}}"
_NAMED = rf"{UPPER}[\w.'-]*(?: {UPPER}[\w.'-]*){{0,4}}"
_REGION = rf"(?:, {_NAMED}){{0,2}}"
_AGENCY = r"(?:\(\s?(?P<agency>[^()\d]{2,30}?)\s?\)|/\s?(?P<wire>[^/()\d]{2,30}?)\s?/)"
_DASH = r"(?:\s?[—–―]\s?|\s?--\s?|\s[-_](?:\s|$)|\s?:\s)"
_FORM = re.compile(
    rf"(?:(?P<capitals>{_CAPITALS})|(?P<place>{_NAMED}))?{_REGION}"
    rf"(?:(?:^|,? (?:le )?)(?P<day>{_DAY})[.,]?)?"
    rf"(?:\s?{_AGENCY}(?P<after>{_DASH}|\.\s)?|(?P<dash>{_DASH}))"
)
_BARE_AGENCY = re.compile(rf"(?<!\S){UPPER}{{2,6}}$")  # "London CNN -"
_CITY = re.compile(rf"(?!(?:{_LABEL}):)(?P<city>{UPPER}{{5,20}}): (?=[\"'(]{{0,2}}[^\W_])")
_OPENS = re.compile(r"[\"'(«„\[]{0,2}(?:[^\W\d_]|\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where the dateline and the agency in it stand; offsets are the paragraph's."""

    span: Span
    agency: Span | None


def dateline_of(paragraph: str, *, opening: bool) -> Dateline | None:
    """The dateline at the start of `paragraph`; `opening` says it may be the report's first.

    Elsewhere, and where it fills the line, only one that names a news agency counts.

    >>> dateline_of("GENEVA (AP) — Talks resumed.", opening=True).span
    Span(start=0, end=13)
    """
    match = _FORM.match(paragraph[:_LONGEST])
    if not match:
        return None
    agency = _agency(match)
    name = agency.of(paragraph) if agency else None
    if match.end() < len(paragraph):
        stands = _opens_sentence(paragraph, match.end()) and _is_dateline(match, name, opening)
    else:
        stands = name is not None and is_agency(name)
    if not stands:
        return None
    return Dateline(span=Span(0, len(match.group().rstrip())), agency=agency)


def city_before_colon(paragraph: str) -> Dateline | None:
    """One word in capitals and a colon before a first sentence: a city, or who speaks.

    Which of the two, only the page can tell.

    >>> city_before_colon("GENEVA: Talks resumed on Monday.").span
    Span(start=0, end=7)
    """
    match = _CITY.match(paragraph)
    return Dateline(span=Span(0, match.end("city") + 1), agency=None) if match else None


def _agency(match: re.Match[str]) -> Span | None:
    """The agency in brackets or between slashes, or a known one right before the dash."""
    group = "agency" if match["agency"] else "wire" if match["wire"] else None
    if group:
        return Span(*match.span(group))
    place = match.string[: match.start("dash")]
    bare = _BARE_AGENCY.search(place) if match["dash"].strip() != ":" else None
    return Span(*bare.span()) if bare and is_agency(bare.group()) else None


def _opens_sentence(paragraph: str, position: int) -> bool:
    opening = _OPENS.match(paragraph, position)
    return opening is not None and not paragraph[opening.end() - 1].islower()


def _is_dateline(match: re.Match[str], agency: str | None, opening: bool) -> bool:
    known = agency is not None and is_agency(agency)
    dash = match["after"] or match["dash"]
    if not dash:
        return known and opening
    if dash.strip() == ":":
        return opening and (known or _is_city(match))
    if known:
        return opening or not match["dash"]
    named = bool(match["capitals"] or (match["place"] and match["day"]))
    return opening and named and (agency is None or agency.isupper())


def _is_city(match: re.Match[str]) -> bool:
    """Two words in capitals, or one and a day: "WALLACE:" opens a transcript instead."""
    return bool(match["capitals"]) and (" " in match["capitals"] or bool(match["day"]))
