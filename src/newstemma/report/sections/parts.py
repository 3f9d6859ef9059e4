"""Small parts that several sections share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newstemma.records import Severity
from newstemma.report.anchors import place_id
from newstemma.report.markup import Element, Node, element
from newstemma.report.plain import one_line
from newstemma.views.records import Citation, Mark, Name, Passage, Piece, Prose
from newstemma.views.wording import SEVERITIES, count

__all__ = [
    "also_in",
    "badge",
    "by_story",
    "excerpt",
    "fold",
    "left_out",
    "marked",
    "passage_link",
    "prose",
    "severity",
    "words",
]

_SIGNS = {Severity.MEANING: "●", Severity.DETAIL: "◐", Severity.WORDING: "○"}
_EXCERPT = 280  # letters
_OPEN_STORIES = 5


def badge(name: Name) -> Element:
    """An article's siglum, linked to the article."""
    return element(
        "a",
        name.siglum,
        class_="badge",
        href=f"#article-{name.siglum}",
        title=one_line(f"{name.title} ({name.file})"),
    )


def prose(words: Prose) -> list[Node]:
    """A sentence of ours with its articles linked."""
    return [badge(part) if isinstance(part, Name) else part for part in words]


def passage_link(passage: Passage | Citation, label: str = "") -> Element:
    """A link to where a passage stands."""
    where = f"characters {passage.span.start:,} to {passage.span.end:,}"
    return element(
        "a",
        label or passage.article.siglum,
        class_="badge",
        href=f"#{place_id(passage.article, passage.span.start)}",
        title=one_line(f"{passage.article.title}, {where}"),
    )


def also_in(others: Sequence[Passage], more: int) -> Iterator[Node]:
    """Links to further places, of which `more` are not shown."""
    if others:
        yield " · also in"
        yield from (part for one in others for part in (" ", passage_link(one)))
    if more:
        yield f" and {more:,} more"


def severity(value: Severity) -> Element:
    """The severity as a sign with its word."""
    sign = element("span", _SIGNS[value], aria_hidden="true")
    explained = SEVERITIES[value][1]
    return element(
        "span", sign, f" {SEVERITIES[value][0]}", class_=f"severity {value}", title=explained
    )


def fold(summary: Node | Iterable[Node], *children: Node | None, open_: bool = False) -> Element:
    """A part that a reader opens."""
    return element("details", element("summary", summary), children, open=open_)


def by_story(
    key: str,
    title: str,
    lead: str,
    stories: Sequence[tuple[str, Iterable[Node | None]]],
    *,
    smaller: int,
) -> Element | None:
    """A section with a part for each story, the first few open; nothing without any.

    `smaller` further stories are not on the page.
    """
    if not stories:
        return None
    shown = [element("section", element("h3", name, dir="auto"), parts) for name, parts in stories]
    more = shown[_OPEN_STORIES:]
    label = count(len(more), "more story", "more stories")
    return element(
        "section",
        element("h2", title, id=f"{key}-title"),
        element("p", lead, class_="summary"),
        shown[:_OPEN_STORIES],
        fold(label, *more) if more else None,
        element("p", f"{count(smaller, 'smaller story', 'smaller stories')} in the JSON report.")
        if smaller
        else None,
        id=key,
        aria_labelledby=f"{key}-title",
    )


def left_out(number: int, what: str) -> Element | None:
    """That so many are not on the page, where there are any."""
    if not number:
        return None
    return element("p", f"{count(number, f'more {what}')} in the JSON report.", class_="facts")


def marked(passage: Passage) -> Iterator[Node]:
    """The passage with the words that differ and the changes marked, each with its number."""
    for piece in passage.pieces:
        text = _changed(piece)
        yield text
        for number in piece.ends:
            yield element("sup", str(number), class_="number")


def excerpt(passage: Passage, letters: int) -> Passage:
    """The passage, or its beginning where it is longer than `letters`."""
    kept: list[Piece] = []
    room = letters
    for piece in passage.pieces:
        if len(piece.text) > room:
            kept.append(replace(piece, text=piece.text[:room].rsplit(" ", 1)[0] + " …"))
            break
        kept.append(piece)
        room -= len(piece.text)
    return replace(passage, pieces=tuple(kept))


def words(passage: Passage) -> list[Node]:
    """The words, with some of their sentence around them in grey."""
    return [
        element("span", passage.before, class_="around"),
        element("span", marked(excerpt(passage, _EXCERPT)), class_="point"),
        element("span", passage.after, class_="around"),
    ]


def _changed(piece: Piece) -> Node:
    inner: Node = piece.text
    if piece.mark is not None:
        inner = element("ins" if piece.mark is Mark.NEW else "del", piece.text)
    if piece.changes and piece.severity is not None:
        return element("mark", inner, class_=str(piece.severity))
    return inner
