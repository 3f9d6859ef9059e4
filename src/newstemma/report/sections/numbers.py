"""Numbers that move over time, or on which articles differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.report.markup import Element, Node, element
from newstemma.report.sections.parts import also_in, by_story, fold, left_out, passage_link, words
from newstemma.views.followed_records import Numbers, NumberShown, ValueShown
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["numbers"]

_LEAD = (
    "What several articles count, where it moves or they differ, in the order in which they came "
    "out. Which value is right is not judged."
)
_OPEN = 8  # numbers, and values of one


def numbers(page: Page) -> Element | None:
    """The numbers of each story, or nothing where none moves."""
    stories = [(one.title, _numbers(one)) for one in page.followed.numbers]
    return by_story("numbers", "Numbers that move", _LEAD, stories, smaller=page.followed.smaller)


def _numbers(one: Numbers) -> Iterator[Node | None]:
    shown, more = one.numbers[:_OPEN], one.numbers[_OPEN:]
    yield from map(_number, shown)
    yield fold(f"{len(more):,} more", *map(_number, more)) if more else None
    yield left_out(one.more, "number")


def _number(one: NumberShown) -> Element:
    shown, more = one.values[:_OPEN], one.values[_OPEN:]
    beside = f" (told with “{one.beside}”)" if one.beside else ""
    return element(
        "article",
        element("p", element("strong", element("bdi", one.thing)), element("bdi", beside)),
        element("p", one.course, class_="facts"),
        _values(shown),
        fold(count(len(more), "more value"), _values(more)) if more else None,
        left_out(one.more, "value"),
        class_="claim",
    )


def _values(values: Sequence[ValueShown]) -> Element:
    return element("dl", map(_value, values), class_="dated")


def _value(one: ValueShown) -> Element:
    first, *others = one.places
    told = element("p", passage_link(first), " ", words(first), dir="auto")
    facts = element("p", _facts(one), also_in(others, one.more), class_="facts")
    return element("div", element("dt", element("bdi", one.words)), element("dd", told, facts))


def _facts(one: ValueShown) -> Iterator[Node]:
    yield one.when
    if one.by:
        yield from (", as said by ", element("bdi", one.by))
