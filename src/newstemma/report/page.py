"""The report as one self-contained HTML page, readable without scripts."""

from __future__ import annotations

import base64
from hashlib import sha256

from newstemma.report.anchors import article_id, why_id
from newstemma.report.markup import Element, element, render
from newstemma.report.sections.actors import actors
from newstemma.report.sections.answer import answer
from newstemma.report.sections.articles import articles
from newstemma.report.sections.changes import changes
from newstemma.report.sections.claims import claims, conflicts, sourcing
from newstemma.report.sections.evidence import evidence, shown
from newstemma.report.sections.guide import guide
from newstemma.report.sections.numbers import numbers
from newstemma.report.sections.sayings import sayings
from newstemma.report.sections.stories import stories
from newstemma.report.sections.timeline import timeline
from newstemma.report.styles import whole
from newstemma.views.whole import Page

__all__ = ["html"]


def html(page: Page) -> str:
    """The whole page. It fetches nothing, runs nothing, and the same page gives the same bytes."""
    body = element(
        "body",
        element("a", "Skip to the family trees", href="#stories", class_="skip"),
        answer(page),
        element(
            "main",
            stories(page, _anchors(page)),
            changes(page),
            claims(page),
            conflicts(page),
            actors(page),
            timeline(page),
            numbers(page),
            sayings(page),
            sourcing(page),
            evidence(page),
            articles(page),
            guide(page),
        ),
    )
    return "<!doctype html>\n" + render(element("html", _head(page), body, lang="en")) + "\n"


def _head(page: Page) -> Element:
    style = whole()
    title = ", ".join(page.answer.counts)
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"Newstemma {page.run.version}"),
        element("title", f"{title} - Newstemma"),
        element("style", style),
    )


def _policy(style: str) -> str:
    """Nothing may be loaded or run; the one style sheet is known by its hash."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _anchors(page: Page) -> frozenset[str]:
    """What the drawings may link to: the articles, and the evidence as far as it is shown."""
    articles = (article_id(one.name) for one in page.articles)
    return frozenset((*articles, *(why_id(one.left, one.right) for one in shown(page))))
