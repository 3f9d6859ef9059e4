"""The family tree of each story, drawn and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.markup import Element, element
from newstemma.report.sections.parts import badge, fold, prose
from newstemma.report.tree_svg import NARROW, WIDE, svg
from newstemma.views.records import LinkKind, Node, NodeRole, Page, StoryPage

__all__ = ["stories"]

_ALONE_SHOWN = 12
_WORDS_SHOWN = 8
_WORDS_AT_MOST = 200


def stories(page: Page) -> Element:
    """Every story that several articles tell, then those that one tells alone."""
    told = [story for story in page.stories if len(story.articles) > 1]
    alone = [story for story in page.stories if len(story.articles) <= 1]
    return element(
        "section",
        element("h2", "Family trees", id="stories-title"),
        _legend(told) if told else None,
        (_story(story) for story in told),
        _alone(alone) if alone else None,
        id="stories",
        aria_labelledby="stories-title",
    )


def _story(story: StoryPage) -> Element:
    title = f"Family tree of the story “{story.title}”"
    key = f"tree-{story.number}"
    return element(
        "section",
        element("h3", story.title, dir="auto", id=f"{key}-name"),
        element("p", story.summary, class_="summary"),
        element(
            "div",
            svg(story.tree, WIDE, title=title, key=key),
            class_="tree wide",
            tabindex=0,
            role="region",
            aria_label="Family tree, scrolls sideways",
        ),
        element("div", svg(story.tree, NARROW, title=title, key=f"{key}n"), class_="tree narrow"),
        _in_words(story),
        class_="story",
        aria_labelledby=f"{key}-name",
    )


def _in_words(story: StoryPage) -> Element:
    said = (*story.lineages, *story.ties)
    shown, more = said[:_WORDS_SHOWN], said[_WORDS_SHOWN:_WORDS_AT_MOST]
    left_out = len(said) - _WORDS_AT_MOST
    rest = element("ul", (element("li", prose(one)) for one in more), class_="words")
    return element(
        "div",
        element("ul", (element("li", prose(one)) for one in shown), class_="words"),
        fold(f"{len(more)} more ties between these articles", rest) if more else None,
        element("p", f"{left_out:,} more in the JSON report.") if left_out > 0 else None,
    )


# --- stories that one article tells -------------------------------------------------------


def _alone(told: Sequence[StoryPage]) -> Element:
    shown, more = told[:_ALONE_SHOWN], told[_ALONE_SHOWN:]
    return element(
        "section",
        element("h3", "Told by one article alone", id="alone-title"),
        element("ul", (_one(story) for story in shown), class_="alone"),
        fold(f"{len(more)} more", element("ul", (_one(one) for one in more), class_="alone"))
        if more
        else None,
        class_="story",
        aria_labelledby="alone-title",
    )


def _one(story: StoryPage) -> Element:
    """A story with one article; what it goes back to is said if it is known."""
    name = story.articles[0]
    lost = [node.heading for node in story.tree.nodes if node.role is NodeRole.LOST]
    details = [part for part in (name.publisher, name.published, name.file) if part]
    return element(
        "li",
        badge(name),
        element("span", name.title, class_="title", dir="auto"),
        element("span", " · ".join(details), class_="facts"),
        element("span", f"goes back to {lost[0]}, not among these articles", class_="facts")
        if lost
        else None,
    )


# --- the legend ---------------------------------------------------------------------------


def _legend(told: Sequence[StoryPage]) -> Element:
    """The signs that these trees use, and no others."""
    nodes = [node for story in told for node in story.tree.nodes]
    kinds = {link.kind for story in told for link in story.tree.links}
    items = (element("li", sign, f" {label}") for sign, label in _signs(nodes, kinds))
    return element("ul", items, class_="legend", aria_label="Signs of the drawing")


def _signs(nodes: Sequence[Node], kinds: set[LinkKind]) -> Iterator[tuple[Element, str]]:
    yield _sample(_circle("root", ring=True)), "an independent report"
    if any(node.role is NodeRole.DERIVED for node in nodes):
        yield (
            _sample(_circle("derived")),
            "made from the article it hangs on; the thicker the line, the surer",
        )
    if any(node.role is NodeRole.COUNTED for node in nodes):
        yield _sample(_circle("counted")), "counted with a report; which came first is not known"
    if any(node.role is NodeRole.LOST for node in nodes):
        yield _sample(_circle("lost")), "lost: credited or implied, not among these articles"
    labels = (
        (LinkKind.SECOND_PARENT, "a further parent"),
        (LinkKind.SHARED_SOURCE, "both quote a third text"),
        (LinkKind.UNKNOWN, "overlap, but no telling who had it first"),
    )
    for kind, label in labels:
        if kind in kinds:
            yield _sample(element("path", d="M1 12H35", class_=f"link {kind}")), label


def _circle(role: str, *, ring: bool = False) -> Element:
    outer = element("circle", cx=18, cy=12, r=10, class_="ring") if ring else None
    dot = element("circle", cx=18, cy=12, r=7, class_="dot")
    return element("g", dot, outer, class_=f"node {role}")


def _sample(sign: Element) -> Element:
    return element("svg", sign, viewBox="0 0 36 24", width=36, height=24, aria_hidden="true")
