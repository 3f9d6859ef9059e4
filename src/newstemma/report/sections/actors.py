"""Actors and what is claimed between them, drawn and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.markup import Element, Node, element
from newstemma.report.network import NARROW, WIDE, network
from newstemma.report.sections.parts import also_in, by_story, fold, left_out, passage_link, words
from newstemma.views.followed_records import Network, RelationShown
from newstemma.views.whole import Page

__all__ = ["actors"]

_LEAD = (
    "Who is said to do what to whom, or to be it; always as somebody claims it. The kind is the "
    "nearest of a small set, and each line leads to the words. Full lines are corroborated, the "
    "wider the more origins they have; dashed ones are not; dotted ones are said not to be so."
)
_OPEN = 6  # rows of the table


def actors(page: Page) -> Element | None:
    """The network of each story with its table, or nothing where nothing is claimed."""
    stories = [(one.title, _network(one)) for one in page.followed.networks]
    return by_story("actors", "Actors", _LEAD, stories, smaller=page.followed.smaller)


def _network(one: Network) -> Iterator[Node | None]:
    title = f"Actors of the story “{one.title}”"
    key = f"network-{one.number}"
    yield element("div", network(one.drawn, WIDE, title=title, key=key), class_="tree wide")
    yield element("div", network(one.drawn, NARROW, title=title, key=key), class_="tree narrow")
    shown, more = one.relations[:_OPEN], one.relations[_OPEN:]
    yield _table(shown)
    yield fold(f"{len(more):,} more as a table", _table(more)) if more else None
    yield left_out(one.more, "relation")


def _table(rows: Sequence[RelationShown]) -> Element:
    labels = ("Relation", "As claimed by", "Read from")
    head = element("tr", (element("th", label, scope="col") for label in labels))
    return element(
        "table",
        element("thead", head),
        element("tbody", map(_row, rows)),
        class_="signals relations",
    )


def _row(row: RelationShown) -> Element:
    return element(
        "tr",
        element("th", _relation(row), element("span", row.force, class_="note"), scope="row"),
        element("td", element("bdi", row.claimed_by), element("span", row.support, class_="note")),
        element("td", _places(row), class_="places"),
    )


def _relation(row: RelationShown) -> Iterator[Node]:
    yield from (element("bdi", row.source), f" {row.label} ", element("bdi", row.target))


def _places(row: RelationShown) -> Element:
    first, *others = row.places
    link, also = passage_link(first), also_in(others, row.more)
    return element("p", link, " ", words(first), element("span", also, class_="facts"), dir="auto")
