"""A retelling and its source sentence by sentence, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from newstemma.records import Severity, Variant, Witness
from newstemma.report.columns import padded, wrap
from newstemma.report.plain import one_line, visible
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.report.terminal.questions import questions
from newstemma.views.changes import Wanted, narrowed
from newstemma.views.changes import comparison as compared
from newstemma.views.changes import questions as asked
from newstemma.views.names import names
from newstemma.views.records import Change, Mark, Name, Passage, Row, RowKind
from newstemma.views.rows import Texts
from newstemma.views.wording import SEVERITIES, count

__all__ = ["comparison"]

_SIDE_BY_SIDE = 88
_GAP = 3
_EVERYTHING = Wanted()
_INKS = {Mark.NEW: Ink.NEW, Mark.GONE: Ink.GONE}
_BRACKETS = {Mark.NEW: ("{+", "+}"), Mark.GONE: ("[-", "-]")}
_SEVERE = {Severity.MEANING: Ink.MEANING, Severity.DETAIL: Ink.DETAIL, Severity.WORDING: Ink.FAINT}
_QUIET = {RowKind.KEPT: "kept word for word", RowKind.UNNAMED: "without a named difference"}


def comparison(
    retelling: Witness,
    source: Witness,
    changes: Sequence[Variant],
    *,
    width: int,
    color: bool,
    wanted: Wanted = _EVERYTHING,
) -> str:
    """What changed. Without colour, new words stand in `{+ +}` and lost ones in `[- -]`."""
    called = names((source.article, retelling.article))
    whole = compared(
        1,
        retelling.id,
        (source.id,),
        changes,
        texts=Texts({source.id: source, retelling.id: retelling}, called),
    )
    one, paint = narrowed(whole, wanted), Paint(color)
    lines = [*_head("source", called[source.id], width), *_head("retelling", one.child, width)]
    lines += ["", *indented(one.summary or "The retelling has no sentences.", width)]
    lines += questions(asked([one]), width, paint)
    for kind, run in groupby((*one.rows, *one.omitted), key=lambda row: row.kind):
        rows = list(run)
        lines.append("")
        if kind in _QUIET:
            lines.append(paint(f"… {count(len(rows), 'sentence')} {_QUIET[kind]}", Ink.FAINT))
        else:
            lines += _separated([list(_row(row, width, paint)) for row in rows])
    return "\n".join(lines)


def _head(label: str, name: Name, width: int) -> Iterator[str]:
    yield from indented(
        f"{name.siglum}  {label}: {name.title} ({name.file})", width, "   ", first=""
    )


def _separated(blocks: Sequence[list[str]]) -> list[str]:
    lines = [line for block in blocks for line in (*block, "")]
    return lines[:-1]


def _row(row: Row, width: int, paint: Paint) -> Iterator[str]:
    beside = width >= _SIDE_BY_SIDE
    column = (width - _GAP) // 2 if beside else max(width - 3, 20)
    before = [line for one in row.parents for line in _passage(one, column, paint)]
    after = list(_passage(row.child, column, paint)) if row.child else []
    if beside:
        blank = " " * column
        for left, right in zip_longest(before, after, fillvalue=blank):
            yield (left + " " * _GAP + right).rstrip()
    else:
        yield from (line.rstrip() for line in (*before, *after))
    for change in row.changes:
        yield from _note(change, width, paint)


def _passage(one: Passage, column: int, paint: Paint) -> Iterator[str]:
    """The passage's lines, each filled up to the column's width."""
    letters = list(_letters(one, paint))
    text = "".join(letter for letter, _ in letters)
    sign = one.article.siglum + " "
    for number, span in enumerate(wrap(text, max(column - len(sign), 12))):
        lead = sign if number == 0 else " " * len(sign)
        inks = [ink for _, ink in letters[span.start : span.end]]
        fill = padded(lead + span.of(text), column)[len(lead) + len(span) :]
        yield lead + _painted(span.of(text), inks, paint) + fill


def _letters(one: Passage, paint: Paint) -> Iterator[tuple[str, Ink]]:
    """Every character with its ink; without colour, marks are written out."""
    for mark, run in groupby(one.pieces, key=lambda piece: piece.mark):
        ink = _INKS[mark] if mark else Ink.PLAIN
        opening, closing = _BRACKETS[mark] if mark and not paint.color else ("", "")
        text = opening
        for piece in run:
            text += visible(piece.text).replace("\n", " ").replace("\t", " ")
            yield from ((letter, ink) for letter in text)
            yield from ((letter, Ink.ACCENT) for n in piece.ends for letter in f"({n})")
            text = ""
        yield from ((letter, ink) for letter in closing)


def _painted(text: str, inks: Sequence[Ink], paint: Paint) -> str:
    runs = groupby(zip(text, inks, strict=True), key=lambda letter: letter[1])
    return "".join(paint("".join(letter for letter, _ in run), ink) for ink, run in runs)


def _note(change: Change, width: int, paint: Paint) -> Iterator[str]:
    label = SEVERITIES[change.severity][0]
    head = f"  ({change.number}) {change.label} [{label}] "
    lines = list(indented(head + one_line(change.note), width, "      ", first="  "))
    yield paint(lines[0], _SEVERE[change.severity])
    yield from lines[1:]
