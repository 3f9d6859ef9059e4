"""The first words of the page: how many independent reports there are."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.report.markup import Element, element
from newstemma.views.whole import Page

__all__ = ["answer", "contents"]


def answer(page: Page) -> Element:
    """The counts, what to make of them, and what is in doubt."""
    articles, stories, reports = page.answer.counts
    return element(
        "header",
        element("p", "Newstemma report", class_="product"),
        element(
            "h1",
            f"{articles}, {stories}, ",
            element("strong", reports),
            class_="answer",
        ),
        element("p", page.answer.advice, class_="advice"),
        (element("p", doubt, class_="doubt") for doubt in page.answer.doubts),
        contents(page),
    )


def contents(page: Page) -> Element:
    """Links to the sections that the page has."""
    items = (element("li", element("a", label, href=f"#{key}")) for key, label in _sections(page))
    return element("nav", element("ul", items), aria_label="Contents")


def _sections(page: Page) -> Iterator[tuple[str, str]]:
    yield "stories", "Family trees"
    if page.comparisons:
        yield "changes", "What changed"
    if page.claims.summary:
        yield "claims", "Claims by support"
    if page.claims.conflicts:
        yield "conflicts", "Conflicts"
    if page.followed.networks:
        yield "actors", "Actors"
    if page.followed.chronicles:
        yield "timeline", "Timeline"
    if page.followed.numbers:
        yield "numbers", "Numbers that move"
    if page.speakers:
        yield "sayings", "Who said what"
    if page.claims.sourcing:
        yield "sourcing", "On whom the articles stand"
    if page.proofs:
        yield "evidence", "Evidence"
    yield "articles", "Articles"
    yield "guide", "How to read it"
