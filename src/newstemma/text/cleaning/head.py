"""The head of a page: what stands over the first line of the report, and the title in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from newstemma.records import FurnitureKind
from newstemma.text.cleaning.bylines import byline_over_report, is_person
from newstemma.text.cleaning.datelines import dateline_of
from newstemma.text.cleaning.lines import Line
from newstemma.text.cleaning.outlets import is_agency
from newstemma.text.cleaning.teasers import is_teaser

__all__ = ["Kinds", "find_opening", "is_glued", "joined_words", "mark_head"]

# The kind of each line, `None` while it counts as report.
Kinds = list[FurnitureKind | None]

_LETTERS = re.compile(r"[^\W_]+")
_GLUED_WORD = re.compile(r"(?<![@#/.\w])\w*[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ])\w*")
_JOINT = re.compile(r"[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ])")
_GLUED_CHARACTERS = 600

_KICKER_WORDS = 3
_HEADLINE_WORDS = 20
_STANDFIRST_WORDS = 30
_HIGHEST_HEADLINE = 2
# A headline may open with a label too: "Video: ...".
_LABELLED = frozenset({FurnitureKind.RELATED, FurnitureKind.CAPTION, FurnitureKind.TEASER})
# Whoever is named right under a headline, or a date there, shows that it is one.
_SIGNED = frozenset({FurnitureKind.BYLINE, FurnitureKind.CREDIT, FurnitureKind.DATE})


def find_opening(lines: Sequence[Line], kinds: Kinds, title: str | None) -> int:
    """The first line of the report; a teaser before it is marked."""
    free = [n for n, kind in enumerate(kinds) if kind is None]
    for place, n in enumerate(free):
        if _is_over_report(lines, kinds, free[place : place + 3], title):
            continue
        following = free[place + 1 : place + 2]
        if n and following and is_teaser(lines[n]) and lines[following[0]].is_prose:
            kinds[n] = FurnitureKind.TEASER
            continue
        return n
    return free[-1]


def _is_over_report(
    lines: Sequence[Line], kinds: Kinds, group: Sequence[int], title: str | None
) -> bool:
    """Whether the first of three lines in sequence is a label, or a headline with a final stop."""
    line, below = lines[group[0]], [lines[n] for n in group[1:]]
    if line.is_label and not line.ends_sentence:
        return True
    if title and _folded(line.plain) == _folded(title):
        return True
    if line.is_label:  # a question; where it is not the declared title, it opens the report
        return not title
    short = line.ends_sentence and line.words <= _HEADLINE_WORDS
    if not short or _opens_with_dateline(line):
        return False
    if not below or group[0] > _HIGHEST_HEADLINE or not below[0].is_prose:
        return False
    signed = _is_signature(lines, kinds, group[0] + 1)
    return signed or _is_headline_with_stop(line, below)


def _opens_with_dateline(line: Line) -> bool:
    """Which the label of a headline may look like: "BRIDGE WATCH: Pier Cracks Again."."""
    dateline = dateline_of(line.plain, opening=True)
    return dateline is not None and (dateline.agency is not None or not line.is_title_case)


def _is_signature(lines: Sequence[Line], kinds: Kinds, n: int) -> bool:
    """Whether the line says whose report it is, or when; a bare agency may sign a picture."""
    return kinds[n] in _SIGNED and not is_agency(lines[n].plain)


def _is_headline_with_stop(line: Line, below: Sequence[Line]) -> bool:
    """Capitals, or under it a paragraph that says it again at length, or a dateline.

    Between it and the dateline a standfirst may stand.
    """
    after, *_ = below
    short = [after] + [lower for lower in below[1:] if after.words <= _STANDFIRST_WORDS]
    if line.is_title_case or any(dateline_of(lower.plain, opening=True) for lower in short):
        return True
    words = {word for word in _folded(line.plain).split() if len(word) > 3}
    again = words & set(_folded(after.plain).split())
    return line.words < after.words and len(again) >= 3 and 2 * len(again) > len(words)


def mark_head(
    lines: Sequence[Line], kinds: Kinds, opening: int, joined: Mapping[str, int], title: str | None
) -> int | None:
    """Marks the lines over the report; the index of the title among them."""
    free = [n for n in range(opening) if kinds[n] is None]
    if free and lines[opening].plain[0].islower():
        free.pop()  # the report's first sentence, torn
    for n in free:
        if is_glued(lines[n], joined):
            kinds[n] = FurnitureKind.TAGS
        elif n > free[0] and byline_over_report(lines[n]):
            kinds[n] = FurnitureKind.BYLINE
    free = [n for n in free if kinds[n] is None]
    headline = _title_among(lines, free or _misread(lines, kinds, opening), title)
    for n in free:
        kinds[n] = _head_kind(lines, kinds, n, headline)
    if headline is not None:
        kinds[headline] = FurnitureKind.HEADLINE
    return headline


def _misread(lines: Sequence[Line], kinds: Kinds, opening: int) -> list[int]:
    """A first line taken for a link by its words ("Video: ..."), where nothing else is a title."""
    is_title = opening > 0 and lines[0].words > _KICKER_WORDS and lines[0].is_label
    return [0] if is_title and kinds[0] in _LABELLED else []


def _title_among(lines: Sequence[Line], candidates: Sequence[int], title: str | None) -> int | None:
    """The declared title; else the line printed twice; else the first that is long enough.

    A later line that says the first again in more words is the full headline of the two.
    """
    if not candidates:
        return None
    folded = {n: _folded(lines[n].plain) for n in candidates}
    if title:
        declared = [n for n in candidates if _is_same_title(folded[n], _folded(title))]
        if declared:
            return declared[0]
    repeated = Counter(folded.values())
    for n in candidates:
        if repeated[folded[n]] > 1 and lines[n].words > _KICKER_WORDS:
            return n
    long_enough = [n for n in candidates if lines[n].words > _KICKER_WORDS]
    if not long_enough:
        return candidates[0]
    first = long_enough[0]
    return next((n for n in long_enough[1:] if _says_again(folded[n], folded[first])), first)


def _is_same_title(left: str, right: str) -> bool:
    """Equal, or equal but for the site's name that one has at its end."""
    short, long = sorted((left, right), key=len)
    return left == right or (long.startswith(short + " ") and len(short.split()) > _KICKER_WORDS)


def _says_again(later: str, first: str) -> bool:
    words = set(first.split())
    return len(later) > len(first) and 2 * len(words & set(later.split())) >= len(words)


def _head_kind(lines: Sequence[Line], kinds: Kinds, n: int, headline: int | None) -> FurnitureKind:
    if lines[n].words > _KICKER_WORDS:
        return FurnitureKind.HEADLINE
    after_title = headline is not None and n > headline
    signed = any(kind in _SIGNED for kind in kinds[max(n - 1, 0) : n + 2])
    under_by = n > 0 and _folded(lines[n - 1].plain) == "by"
    if is_person(lines[n].plain) and (under_by or (after_title and signed)):
        return FurnitureKind.BYLINE
    return FurnitureKind.TAGS


def joined_words(text: str) -> Mapping[str, int]:
    """How often each word with a capital after a small letter occurs in `text`."""
    return Counter(_GLUED_WORD.findall(text))


def is_glued(line: Line, joined: Mapping[str, int]) -> bool:
    """Labels run together, "Harbour NewsTide WatchFlood": unlike a brand's name, the joins occur
    once only among the `joined_words` of the text.
    """
    words = _GLUED_WORD.findall(line.plain[:_GLUED_CHARACTERS])
    joints = sum(len(_JOINT.findall(word)) for word in words if joined.get(word) == 1)
    return joints >= 2 and not line.ends_sentence


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))
