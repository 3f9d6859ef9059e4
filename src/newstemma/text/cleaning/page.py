"""What the place of a line on the page says about it: over, between or under the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.records import FurnitureKind
from newstemma.text.cleaning.datelines import Dateline, city_before_colon, dateline_of
from newstemma.text.cleaning.head import Kinds, find_opening, is_glued, joined_words, mark_head
from newstemma.text.cleaning.headings import mark_headings, mark_questions
from newstemma.text.cleaning.lines import Line, read_lines
from newstemma.text.cleaning.phrases import kind_by_words

__all__ = ["Page", "read_page"]

_LIST_HEADING_WORDS = 8
_SHOUTED_WORDS = 5
_CITY_WORDS = 12
# Under these the rest of the foot is links to other pages.
_OPENS_FOOT = frozenset(
    {
        FurnitureKind.RELATED,
        FurnitureKind.FOLLOW,
        FurnitureKind.SOURCE_LINK,
        FurnitureKind.LEGAL,
        FurnitureKind.TAGS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of an article, each with its kind where the whole line is furniture.

    `datelines` has what opens a line, its offsets those of the line. `lines[opening:closing]` runs
    from the first line of the report to its last; `title` is the index of the title's line.
    """

    lines: tuple[Line, ...]
    kinds: tuple[FurnitureKind | None, ...]
    datelines: tuple[Dateline | None, ...]
    title: int | None
    opening: int
    closing: int


def read_page(text: str, *, title: str | None = None) -> Page:
    """The page of `text`; `title` is the one that its container declared, if any.

    Where no line reads like a report (a list, a menu, a verse), position says nothing and only
    what a line's own words show is marked.
    """
    lines = read_lines(text)
    kinds = [kind_by_words(line) for line in lines]
    headline, opening, closing = None, 0, len(lines)
    if any(line.is_prose and kind is None for line, kind in zip(lines, kinds, strict=True)):
        joined = joined_words(text)
        opening = find_opening(lines, kinds, title)
        headline = mark_head(lines, kinds, opening, joined, title)
        opening = mark_questions(lines, kinds, headline=headline, opening=opening)
        closing = _closing(lines, kinds, opening)
        _mark_foot(lines, kinds, closing, joined)
        _mark_related(lines, kinds, opening)
        mark_headings(lines, kinds, range(opening + 1, closing - 1))
    return Page(
        lines=lines,
        kinds=tuple(kinds),
        datelines=tuple(_datelines(lines, kinds, opening)),
        title=headline,
        opening=opening,
        closing=closing,
    )


def _closing(lines: Sequence[Line], kinds: Kinds, opening: int) -> int:
    """The index after the last line that is no furniture and no label."""
    numbers = range(len(lines) - 1, opening, -1)
    return next((n + 1 for n in numbers if kinds[n] is None and not lines[n].is_label), opening + 1)


def _mark_foot(
    lines: Sequence[Line], kinds: Kinds, closing: int, joined: Mapping[str, int]
) -> None:
    in_foot = False
    for n in range(closing, len(lines)):
        in_foot = in_foot or kinds[n] in _OPENS_FOOT
        if kinds[n] is None and is_glued(lines[n], joined):
            kinds[n] = FurnitureKind.TAGS
        elif kinds[n] is None and in_foot:
            kinds[n] = FurnitureKind.RELATED


def _mark_related(lines: Sequence[Line], kinds: Kinds, opening: int) -> None:
    """The labels under a heading such as "Related Posts", and links in capitals."""
    under = False
    for n in range(opening + 1, len(lines)):
        line = lines[n]
        if kinds[n] is FurnitureKind.RELATED:
            under = line.words <= _LIST_HEADING_WORDS and ": " not in line.plain
        elif kinds[n] is None and line.is_label and (under or _is_shouted(line)):
            kinds[n] = FurnitureKind.RELATED
        elif kinds[n] is None:
            under = False


def _is_shouted(line: Line) -> bool:
    return line.words >= _SHOUTED_WORDS and line.plain.isupper() and not line.ends_sentence


def _datelines(
    lines: Sequence[Line], kinds: Sequence[FurnitureKind | None], opening: int
) -> Iterator[Dateline | None]:
    """The dateline of each line of the report, and of lines that are nothing else."""
    for n, line in enumerate(lines):
        if kinds[n] not in (None, FurnitureKind.DATELINE):
            yield None
        elif n == opening:
            yield dateline_of(line.plain, opening=True) or _city(lines, opening)
        else:
            yield dateline_of(line.plain, opening=False)


def _city(lines: Sequence[Line], opening: int) -> Dateline | None:
    """A city and a colon, where no other line opens like that, as it does where people speak."""
    found = city_before_colon(lines[opening].plain)
    again = any(city_before_colon(line.plain) for n, line in enumerate(lines) if n != opening)
    return found if found and lines[opening].words >= _CITY_WORDS and not again else None
