"""The family tree of each story, drawn and in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newstemma.report.anchors import fold_id
from newstemma.report.markup import Element, element
from newstemma.report.sections.parts import badge, fold, prose
from newstemma.report.tree import NARROW, WIDE, svg
from newstemma.views.records import Node, NodeRole, StoryPage
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["stories"]

_LEAD = (
    "Who was made from whom. Each letter is one article and leads there, here and all over the "
    "page; what hangs on an article was made from it."
)
_ALONE_SHOWN = 12
_WORDS_SHOWN = 8
_WORDS_AT_MOST = 200
_DEEPEST = 6  # steps that the list of a fold sets in


def stories(page: Page, anchors: Collection[str]) -> Element:
    """Every story that several articles tell, then those that one tells alone.

    The drawings link to those places of the page that are among `anchors`.
    """
    told = [story for story in page.stories if len(story.articles) > 1]
    alone = [story for story in page.stories if len(story.articles) <= 1]
    return element(
        "section",
        element("h2", "Family trees", id="stories-title"),
        element("p", _LEAD, class_="summary"),
        (_story(story, anchors) for story in told),
        _alone(alone) if alone else None,
        id="stories",
        aria_labelledby="stories-title",
    )


def _story(story: StoryPage, anchors: Collection[str]) -> Element:
    key = f"tree-{story.number}"
    folds = tuple(_folds(key, story.tree.nodes))
    return element(
        "section",
        element("h3", story.title, dir="auto", id=f"{key}-name"),
        element("p", story.summary, class_="summary"),
        _drawings(story, key, {*anchors, *(fold_id(key, row) for row, _ in folds)}),
        (element("div", folded, class_="folded") for _, folded in folds),
        _in_words(story),
        class_="story",
        aria_labelledby=f"{key}-name",
    )


def _drawings(story: StoryPage, key: str, anchors: Collection[str]) -> Iterator[Element]:
    """The tree for a desk and for a phone; one of them is shown."""
    title = f"Family tree of the story “{story.title}”"
    wide = svg(story.tree, WIDE, title=title, key=key, anchors=anchors)
    narrow = svg(story.tree, NARROW, title=title, key=key, anchors=anchors)
    label = "Family tree, scrolls sideways"
    yield element("div", wide, class_="tree wide", tabindex=0, role="region", aria_label=label)
    yield element("div", narrow, class_="tree narrow")


# --- rows that several articles share -----------------------------------------------------


def _folds(key: str, nodes: Sequence[Node]) -> Iterator[tuple[int, Element]]:
    """Each row of a drawing that is shared, with the list of its articles."""
    for row, node in enumerate(nodes):
        if node.folded:
            above = nodes[node.parent].article if node.parent is not None else None
            parent: list[Element | str] = [badge(above), " "] if above else []
            listed = element("ul", map(_hung, node.folded), id=fold_id(key, row), class_="hung")
            yield row, fold([*parent, node.heading], listed)


def _hung(node: Node) -> Element:
    """An article with what it was made from, set in by its generation."""
    facts = " · ".join(part for part in (node.how, *node.details) if part)
    return element(
        "li",
        badge(node.article) if node.article else "lost: ",
        " ",
        element("bdi", node.heading, class_="title"),
        element("span", f" {facts}", class_="facts"),
        class_=f"in{min(node.depth, _DEEPEST)}",
    )


def _in_words(story: StoryPage) -> Element:
    said = (*story.lineages, *story.ties)
    shown, more = said[:_WORDS_SHOWN], said[_WORDS_SHOWN:_WORDS_AT_MOST]
    left_out = len(said) - _WORDS_AT_MOST
    rest = element("ul", (element("li", prose(one)) for one in more), class_="words")
    return element(
        "div",
        element("ul", (element("li", prose(one)) for one in shown), class_="words"),
        fold(f"{count(len(more), 'more tie')} between these articles", rest) if more else None,
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
