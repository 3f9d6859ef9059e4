"""How to read the page, what was not judged, what could not be read, and what made the page."""

from __future__ import annotations

from collections.abc import Iterable

from newstemma.report.markup import Element, element
from newstemma.report.sections.parts import severity
from newstemma.views.whole import Page
from newstemma.views.wording import DERIVATIONS, GRADES, QUOTATIONS, RELATIONS, SEVERITIES, VARIANTS

__all__ = ["guide"]

_CAUTIONS = (
    (
        "Derived is not plagiarised.",
        "Reprinting and rewriting a wire story is what wires are for. The tree shows how words "
        "travelled, not whether anybody was entitled to them.",
    ),
    (
        "Corroborated is not true.",
        "Independent reports can share a mistake, and a lone one can be right. Newstemma measures "
        "transmission and independence; a person judges.",
    ),
    (
        "A probability is a probability.",
        "Of ten ties marked 90%, expect one to be wrong. Look at the evidence before you print.",
    ),
)


def guide(page: Page) -> Element:
    """The last section."""
    return element(
        "section",
        element("h2", "How to read it", id="guide-title"),
        _pairs(_CAUTIONS),
        element("h3", "How an article was made"),
        _pairs((*DERIVATIONS.values(), *RELATIONS.values())),
        element("h3", "What can change"),
        _pairs(VARIANTS.values()),
        element("h3", "What stands behind a claim"),
        _pairs(GRADES.values()),
        element("h3", "How words are quoted"),
        _pairs(QUOTATIONS.values()),
        element("h3", "How far a change reaches"),
        element(
            "ul",
            (element("li", severity(kind), ": ", line) for kind, (_, line) in SEVERITIES.items()),
            class_="plain",
        ),
        element("h3", "What was not judged"),
        element("ul", (element("li", line) for line in page.not_judged), class_="plain"),
        _failures(page),
        element("h3", "What made this page"),
        element("p", _made_by(page)),
        id="guide",
        aria_labelledby="guide-title",
    )


def _pairs(lines: Iterable[tuple[str, str]]) -> Element:
    pairs = (element("div", element("dt", term), element("dd", line)) for term, line in lines)
    return element("dl", pairs, class_="glossary")


def _failures(page: Page) -> list[Element] | None:
    if not page.failures:
        return None
    rows = (
        element("li", element("code", one.path), element("span", f" {one.reason}"))
        for one in page.failures
    )
    return [
        element("h3", "What could not be read, or only in part", id="failures"),
        element("ul", rows, class_="plain"),
    ]


def _made_by(page: Page) -> str:
    options = ", ".join(f"{name} = {value}" for name, value in page.run.options)
    return f"Newstemma {page.run.version}; options: {options or 'all at their defaults'}."
