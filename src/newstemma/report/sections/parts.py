"""Small parts that several sections share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newstemma.records import Severity
from newstemma.report.markup import Element, Node, element
from newstemma.report.plain import one_line
from newstemma.views.records import Citation, Mark, Name, Passage, Piece, Prose
from newstemma.views.wording import SEVERITIES

__all__ = [
    "badge",
    "excerpt",
    "fold",
    "marked",
    "passage_link",
    "place_id",
    "prose",
    "severity",
]

_SIGNS = {Severity.MEANING: "●", Severity.DETAIL: "◐", Severity.WORDING: "○"}
_ORDER = tuple(Severity)


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


def place_id(name: Name, start: int) -> str:
    """The anchor of a place in an article."""
    return f"at-{name.siglum}-{start}"


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


def _changed(piece: Piece) -> Node:
    inner: Node = piece.text
    if piece.mark is not None:
        inner = element("ins" if piece.mark is Mark.NEW else "del", piece.text)
    if piece.changes and piece.severity is not None:
        return element("mark", inner, class_=str(piece.severity))
    return inner
