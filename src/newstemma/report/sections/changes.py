"""What changed: the questions to ask first, then every retelling beside its parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from newstemma.report.markup import Element, Node, element
from newstemma.report.sections.parts import badge, excerpt, fold, marked, passage_link, severity
from newstemma.views.records import Change, Comparison, Passage, Row, RowKind
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["changes"]

_ASKED_FIRST = 10
_OPEN = 6  # with more comparisons than this, each is folded
_EXCERPT = 220  # letters of a passage in the list of questions
_FOLDED = (RowKind.KEPT, RowKind.UNNAMED)
_WHOLE = (RowKind.ADDED, RowKind.OMITTED)


def changes(page: Page) -> Element | None:
    """The section, or nothing where nothing was derived."""
    if not page.comparisons:
        return None
    open_ = len(page.comparisons) <= _OPEN
    return element(
        "section",
        element("h2", "What changed", id="changes-title"),
        _questions(page.questions),
        _legend(),
        (_comparison(one, open_=open_) for one in page.comparisons),
        id="changes",
        aria_labelledby="changes-title",
    )


# --- the questions ------------------------------------------------------------------------


def _questions(asked: Sequence[tuple[Comparison, Change]]) -> Element:
    first, more = asked[:_ASKED_FIRST], asked[_ASKED_FIRST:]
    title = element("h3", "What a careful editor would ask about first", id="questions-title")
    if not asked:
        note = element("p", "No change of meaning was found.", class_="summary")
        return element("section", title, note, aria_labelledby="questions-title")
    rest = element(
        "ol", (_question(*one) for one in more), start=len(first) + 1, class_="questions"
    )
    return element(
        "section",
        title,
        element("ol", (_question(*one) for one in first), class_="questions"),
        fold(f"{count(len(more), 'more change')} of meaning", rest) if more else None,
        aria_labelledby="questions-title",
    )


def _question(comparison: Comparison, change: Change) -> Element:
    context = element(
        "a", "in context", href=f"#{_change_id(comparison, change)}", class_="context"
    )
    return element(
        "li",
        element("p", element("strong", change.label), context, class_="kind"),
        element("p", change.note, class_="note"),
        element("dl", _sides(change), class_="beside"),
    )


def _sides(change: Change) -> Iterator[Element]:
    """The words before and after, as far as each side has some."""
    became = "became" if change.parent else "added"
    was = "was" if change.child else "left out"
    for label, side in ((was, change.parent), (became, change.child)):
        quoted = _quoted(side) if side else "–"
        link = passage_link(side) if side else None
        yield element(
            "div",
            element("dt", label if side else "", " ", link),
            element("dd", quoted, dir="auto"),
            class_="side" if side else "side empty",
        )


def _quoted(side: Passage) -> list[Node]:
    """The words in question, with some around them."""
    words = element("span", marked(excerpt(side, _EXCERPT)), class_="point")
    return [
        element("span", side.before, class_="around"),
        words,
        element("span", side.after, class_="around"),
    ]


def _change_id(comparison: Comparison, change: Change) -> str:
    return f"change-{comparison.number}-{change.number}"


# --- side by side -------------------------------------------------------------------------


def _legend() -> Element:
    return element(
        "p",
        "Marks: ",
        element("ins", "underlined"),
        " words are only in the retelling, ",
        element("del", "struck"),
        " words only in its parent; ",
        element("mark", "shaded", class_="meaning"),
        element("sup", "1", class_="number"),
        " words bear the numbered note below them.",
        class_="legend-line",
    )


def _comparison(one: Comparison, *, open_: bool) -> Element:
    heading = element(
        "h3", badge(one.child), " ", element("bdi", one.child.title), id=f"comparison-{one.number}"
    )
    parents = [part for name in one.parents for part in (badge(name), " ")]
    told = element(
        "p",
        "Made from " if one.how else "Beside ",
        parents,
        f"– {one.how}" if one.how else None,
        class_="facts",
    )
    body = element(
        "div",
        element("p", one.summary, class_="summary") if open_ else None,
        element(
            "div",
            element("p", "Before: what it was made from"),
            element("p", "After: the retelling"),
            class_="row head",
            aria_hidden="true",
        ),
        _rows(one),
        _omitted(one),
    )
    return element(
        "section",
        heading,
        told,
        body if open_ else fold(one.summary or "Sentence by sentence", body),
        class_="comparison",
        aria_labelledby=f"comparison-{one.number}",
    )


def _rows(one: Comparison) -> Iterator[Element]:
    """The rows in order; runs of sentences without a named difference are folded."""
    for is_folded, run in groupby(one.rows, key=lambda row: row.kind in _FOLDED):
        rows = list(run)
        shown = [_row(one, row) for row in rows]
        if is_folded:
            yield fold(_quiet(rows), *shown)
        else:
            yield from shown


def _quiet(rows: Sequence[Row]) -> str:
    kept = sum(row.kind is RowKind.KEPT for row in rows)
    sentences = count(len(rows), "sentence")
    if kept == len(rows):
        return f"{sentences} kept word for word"
    partly = f", {kept} of them kept word for word" if kept else ""
    return f"{sentences} without a named difference{partly}"


def _omitted(one: Comparison) -> Element | None:
    if not one.omitted:
        return None
    rows = [_row(one, row) for row in one.omitted]
    return fold(
        f"Left out: {count(len(rows), 'passage')} of the parent", *rows, open_=len(rows) <= 4
    )


def _row(comparison: Comparison, row: Row) -> Element:
    """Both sides, and the notes below them, or on the side that would be empty."""
    notes = [_note(comparison, change) for change in row.changes]
    listed = element("ul", notes, class_="notes") if notes else None
    aside = (
        listed if row.kind in _WHOLE else element("p", "No counterpart found.", class_="nothing")
    )
    return element(
        "div",
        element("div", _side(row.parents, aside), class_="side parent"),
        element("div", _side([row.child] if row.child else [], aside), class_="side child"),
        None if row.kind in _WHOLE else listed,
        class_=f"row {row.kind}",
    )


def _side(passages: Sequence[Passage], aside: Element | None) -> Iterator[Node | None]:
    if not passages:
        yield aside
    for passage in passages:
        yield element("p", passage_link(passage), " ", marked(passage), class_="text", dir="auto")


def _note(comparison: Comparison, change: Change) -> Element:
    return element(
        "li",
        element("span", str(change.number), class_="number"),
        " ",
        element("strong", change.label),
        " ",
        severity(change.severity),
        " ",
        element("span", change.note, class_="note"),
        id=_change_id(comparison, change),
    )
