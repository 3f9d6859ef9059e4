"""Claims by support, conflicts between them, and on whom the articles stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.records import Grade
from newstemma.report.markup import Element, Node, element
from newstemma.report.sections.parts import badge, fold, passage_link, words
from newstemma.views.claim_records import (
    ClaimShown,
    ConflictShown,
    Distorted,
    GradeShown,
    Said,
    SideShown,
    SourcingShown,
)
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["claims", "conflicts", "sourcing"]

_OPEN = {Grade.CORROBORATED: 12, Grade.ECHOED: 8}  # claims shown before the reader asks for more
_OPEN_CONFLICTS = 10
_OPEN_ARTICLES = 12  # with more of them, the table of sources is folded
_SOURCING = (
    "Whose words each article gives, in shares of its words; and how much of them its parents "
    "among these articles could have given (taken over)."
)


def claims(page: Page) -> Element | None:
    """The section, or nothing where nothing is claimed."""
    if not page.claims.summary:
        return None
    return element(
        "section",
        element("h2", "Claims by support", id="claims-title"),
        element(
            "p",
            page.claims.summary,
            " An origin is whoever is first said to have said it; ten articles that have it from "
            "one origin count once.",
            class_="summary",
        ),
        (_grade(one) for one in page.claims.grades if one.claims),
        id="claims",
        aria_labelledby="claims-title",
    )


def _grade(one: GradeShown) -> Element:
    at_once = _OPEN.get(one.grade, 0)
    shown, more = one.claims[:at_once], one.claims[at_once:]
    total = len(one.claims) + one.more
    left = f" ({one.more:,} more in the JSON report)" if one.more else ""
    label = f"{len(more):,} more{left}" if shown else f"{count(total, 'claim')}{left}"
    beside = f" {one.beside:,} further below claims that they differ from." if one.beside else ""
    return element(
        "section",
        element("h3", one.label.capitalize(), id=f"grade-{one.grade}"),
        element("p", one.explained, beside, class_="summary"),
        map(_claim, shown),
        fold(label, *map(_claim, more)) if more else None,
        class_="grade",
        aria_labelledby=f"grade-{one.grade}",
    )


def _claim(one: ClaimShown) -> Element:
    others = [element("li", _said(said)) for said in one.others]
    if one.more:
        others.append(element("li", f"and {count(one.more, 'more article')} in the JSON report"))
    return element(
        "article",
        element("p", words(one.first.passage), class_="text", dir="auto"),
        element(
            "p",
            passage_link(one.first.passage),
            f" {one.first.how}. " if one.first.how else " ",
            element("strong", "From "),
            element("bdi", one.origins),
            f": {one.support}.",
            class_="facts",
        ),
        fold(f"in {count(len(one.others) + one.more, 'other article')}", _list(others))
        if others
        else None,
        element("ul", map(_distorted, one.distorted), class_="versions distorted")
        if one.distorted
        else None,
        class_="claim",
    )


def _list(items: Sequence[Element]) -> Element:
    return element("ul", items, class_="versions")


def _said(said: Said) -> Iterator[Node]:
    yield passage_link(said.passage)
    yield " "
    yield from words(said.passage)
    yield element("span", f" {said.how}", class_="facts")


def _distorted(one: Distorted) -> Element:
    return element(
        "li",
        element("strong", one.label),
        " ",
        passage_link(one.here),
        " ",
        words(one.here),
        element("span", " where ", passage_link(one.other), " has ", class_="facts"),
        words(one.other),
    )


# --- conflicts ------------------------------------------------------------------------------


def conflicts(page: Page) -> Element | None:
    """The section, or nothing where all agree."""
    found = page.claims.conflicts
    if not found:
        return None
    shown, more = found[:_OPEN_CONFLICTS], found[_OPEN_CONFLICTS:]
    return element(
        "section",
        element("h2", "Conflicts", id="conflicts-title"),
        element(
            "p",
            "Where the articles fill the same place differently. Which is right is not judged.",
            class_="summary",
        ),
        map(_conflict, shown),
        fold(count(len(more), "more conflict"), *map(_conflict, more)) if more else None,
        id="conflicts",
        aria_labelledby="conflicts-title",
    )


def _conflict(one: ConflictShown) -> Element:
    heading = f"{one.label}: {' or '.join(side.label for side in one.sides)}"
    note = element("p", "It grows over time: a development.", class_="facts")
    return element(
        "article",
        element("h3", element("bdi", heading)),
        note if one.development else None,
        element("dl", map(_side, one.sides), class_="beside"),
        class_="conflict",
    )


def _side(one: SideShown) -> Element:
    places = [element("dd", passage_link(p), " ", words(p), dir="auto") for p in one.said]
    more = element("dd", f"and {one.more:,} more") if one.more else None
    return element("div", element("dt", element("bdi", one.label)), places, more, class_="side")


# --- sourcing -------------------------------------------------------------------------------


def sourcing(page: Page) -> Element | None:
    """On whom each article stands; what is plainly worth knowing comes first."""
    found = page.claims.sourcing
    if not found:
        return None
    noted = [one for one in found if one.note]
    return element(
        "section",
        element("h2", "On whom the articles stand", id="sourcing-title"),
        element("p", _SOURCING, class_="summary"),
        element("ul", map(_note, noted), class_="words") if noted else None,
        fold(
            f"{count(len(found), 'article')} by their sources",
            _table(found),
            open_=len(found) <= _OPEN_ARTICLES,
        ),
        id="sourcing",
        aria_labelledby="sourcing-title",
    )


def _note(one: SourcingShown) -> Element:
    return element("li", badge(one.article), " ", element("bdi", one.note or ""))


def _table(found: Sequence[SourcingShown]) -> Element:
    """Shares of each article's words; what is taken over is counted across the others."""
    labels = [label for label, _ in found[0].shares]
    head = element(
        "tr", element("th", "Article"), (element("th", one) for one in (*labels, "who is named"))
    )
    rows = (
        element(
            "tr",
            element("td", badge(one.article)),
            (element("td", share) for _, share in one.shares),
            element("td", element("bdi", one.sources)),
        )
        for one in found
    )
    table = element("table", element("thead", head), element("tbody", rows))
    return element("div", table, class_="table")
