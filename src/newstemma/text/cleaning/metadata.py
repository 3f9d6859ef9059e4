"""Title, byline, publisher, credit and date: what was declared, and where the text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newstemma.records import Found, FurnitureKind, RawArticle, Span
from newstemma.text.cleaning.bylines import Byline, byline_in_line, byline_over_report
from newstemma.text.cleaning.credits import Credited, Strength, credited_in_line
from newstemma.text.cleaning.lines import Line
from newstemma.text.cleaning.outlets import NAME, is_agency, is_outlet, same_outlet
from newstemma.text.cleaning.page import Page
from newstemma.text.cleaning.published import find_date

__all__ = ["Metadata", "metadata"]

_RIGHTS = re.compile(
    rf"(?i:©|\(c\)|copyright)[ ©(c)]*(?:\d{{4}}(?:[–-]\d{{4}})?,? )?(?P<name>{NAME})"
)
_DATED = frozenset(
    {
        FurnitureKind.DATE,
        FurnitureKind.BYLINE,
        FurnitureKind.CREDIT,
        FurnitureKind.DATELINE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article beside its report."""

    title: Found | None
    byline: Found | None
    publisher: Found | None
    credit: Found | None
    published: Found | None


def metadata(raw: RawArticle, page: Page) -> Metadata:
    """What the container of `raw` declared, else what `page` shows; spans where it is shown.

    An outlet that credits itself, by its name or its initials, credits nobody.
    """
    publisher = _chosen(raw, page, raw.publisher, _publisher(raw.text, page))
    own = publisher.value if publisher else ""
    credit = _chosen(raw, page, raw.credit, _credit(raw.text, page, own))
    return Metadata(
        title=_title(raw, page),
        byline=_chosen(raw, page, raw.byline, _byline(raw.text, page)),
        publisher=publisher,
        credit=None if credit and same_outlet(credit.value, own) else credit,
        published=_published(raw, page),
    )


def _chosen(raw: RawArticle, page: Page, declared: str | None, shown: Found | None) -> Found | None:
    """The declared value, with its place where the furniture of the page has it."""
    if not declared:
        return shown
    if shown and same_outlet(shown.value, declared):
        return Found(value=declared, span=shown.span)
    for line in _furniture_lines(page):
        at = raw.text.find(declared, line.span.start, line.span.end)
        if at >= 0:
            return Found(value=declared, span=Span(at, at + len(declared)))
    return Found(value=declared)


def _title(raw: RawArticle, page: Page) -> Found | None:
    shown = None if page.title is None else page.lines[page.title].span
    if not raw.title:
        return Found(value=shown.of(raw.text), span=shown) if shown else None
    return Found(value=raw.title, span=shown if shown and _alike(raw, shown) else None)


def _alike(raw: RawArticle, shown: Span) -> bool:
    declared, text = (" ".join(t.casefold().split()) for t in (raw.title or "", shown.of(raw.text)))
    return declared.startswith(text) or text.startswith(declared)


def _byline(text: str, page: Page) -> Found | None:
    """The names in the first line that heads the report with them, else in the first signature."""
    found = list(_bylines(page))
    ordered = [*(pair for pair in found if pair[1].opens), *found]
    for line, byline in ordered:
        if not (byline.outlet and byline.outlet == byline.names):
            span = line.cut(byline.names.start, byline.names.end)
            return Found(value=span.of(text), span=span)
    named = [line.span for line in _furniture_lines(page, FurnitureKind.BYLINE)]
    plain = [span for span in named if all(span != line.span for line, _ in found)]
    return Found(value=plain[0].of(text), span=plain[0]) if plain else None


def _bylines(page: Page) -> Iterator[tuple[Line, Byline]]:
    for line in _furniture_lines(page, FurnitureKind.BYLINE):
        if byline := _byline_of(line):
            yield line, byline


def _byline_of(line: Line) -> Byline | None:
    return byline_in_line(line) or byline_over_report(line)


def _credit(text: str, page: Page, own: str) -> Found | None:
    """The strongest credit to somebody else than the publisher `own`; of equals, the first."""
    others = [one for one in _credits(page) if not same_outlet(one.span.of(text), own)]
    if not others:
        return None
    span = min(others, key=lambda credited: credited.strength).span
    return Found(value=span.of(text), span=span)


def _credits(page: Page) -> Iterator[Credited]:
    """Every credit, in text order; spans are the text's."""
    for line, kind, dateline in zip(page.lines, page.kinds, page.datelines, strict=True):
        if kind is FurnitureKind.CREDIT and (credited := credited_in_line(line)):
            yield _credited(line, credited.span, credited.strength)
        elif kind is FurnitureKind.BYLINE and (byline := _byline_of(line)) and byline.outlet:
            yield _credited(line, byline.outlet, Strength.BYLINE)
        elif dateline and dateline.agency:
            yield _credited(line, dateline.agency, Strength.DATELINE)


def _credited(line: Line, within: Span, strength: Strength) -> Credited:
    return Credited(span=line.cut(within.start, within.end), strength=strength)


def _publisher(text: str, page: Page) -> Found | None:
    """Who claims the rights to the page, else whom its reporter writes for.

    An agency does both for its report, whoever prints it.
    """
    named = (*_rights(page), *_bylined(page))
    span = next((span for span in named if not is_agency(span.of(text))), None)
    return Found(value=span.of(text), span=span) if span else None


def _rights(page: Page) -> Iterator[Span]:
    for line in _furniture_lines(page, FurnitureKind.LEGAL):
        match = _RIGHTS.search(line.plain)
        if match and is_outlet(match["name"]):
            start = match.start("name")
            yield line.cut(start, start + len(match["name"].rstrip(" .")))


def _bylined(page: Page) -> Iterator[Span]:
    for line, byline in _bylines(page):
        if byline.outlet:
            yield line.cut(byline.outlet.start, byline.outlet.end)


def _published(raw: RawArticle, page: Page) -> Found | None:
    declared = find_date(raw.published) if raw.published else None
    dates = list(_dates(page))
    if declared:
        spans = [found.span for found in dates if found.value[:10] == declared.value[:10]]
        return Found(value=declared.value, span=spans[0] if spans else None)
    return dates[0] if dates else None


def _dates(page: Page) -> Iterator[Found]:
    """Dates over and under the report; those that say "updated" come last."""
    updated = []
    for n, line in enumerate(page.lines):
        if page.opening < n < page.closing:
            continue
        if n >= page.closing and page.kinds[n] is FurnitureKind.RELATED:
            break
        found = _date_in(page, n)
        if found and re.match(r"\W*(?:last )?(?:updated|modified)", line.plain, re.IGNORECASE):
            updated.append(found)
        elif found:
            yield found
    yield from updated


def _date_in(page: Page, n: int) -> Found | None:
    """The date in a line of furniture, or in the dateline of the report's first line."""
    line, kind, dateline = page.lines[n], page.kinds[n], page.datelines[n]
    stated = find_date(line.plain) if kind in _DATED else None
    if kind is None and dateline and n == page.opening:
        stated = find_date(line.plain[: dateline.span.end])
    if not stated:
        return None
    return Found(value=stated.value, span=line.cut(stated.span.start, stated.span.end))


def _furniture_lines(page: Page, kind: FurnitureKind | None = None) -> Iterator[Line]:
    for line, its in zip(page.lines, page.kinds, strict=True):
        if its is not None and kind in (None, its):
            yield line
