"""Pairs quotation marks: which stretches of a text stand between an opening and a closing one.

Only outermost stretches come out: marks inside marks are the speaker's own. Apostrophes and
marks of measure (5'10", 12") pair with nothing. A mark that is never closed runs to the end of
its paragraph where the next paragraph opens with a mark again (a long quotation), or where it
opens after a colon, a comma, or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from newstemma.records import Span
from newstemma.text.segment import trimmed

__all__ = ["Quoted", "pair_marks"]

_MARK = re.compile(r"``|''|[\"＂“”„‟«»「」『』‹›‘’‚‛']")
# Each opening mark with those that may close it.
_CLOSERS = {
    '"': '"”＂',
    "＂": "＂",
    "“": '”"“',
    "‟": "”",
    "”": "”",
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "‹": "›",
    "‘": "’'",
    "‛": "’",
    "‚": "‘’",
    "'": "'’",
    "''": ("''", '"'),
    "``": ("''", '"', "``"),
}
_SINGLE = frozenset("‘‛‚'‹")
_NESTING = frozenset("“「『«„")
_EITHER_WAY = frozenset({'"', "＂", "'", "''", "”", "»", "“"})
_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:½|¼)?$|(?<![\w'’])\d{1,3}(?:\.\d+)?(?:½|¼)?$")
_FEET = re.compile(r"\d['’]\s?\d{1,2}(?:½|¼)?$")
_ELISION = re.compile(
    r"(?:\d\d?0?s\b|\d\d\b|(?:tis|twas|em|til|till|cause|n|bout|round|ere|neath|cuz|kay|sup)\b)",
    re.IGNORECASE,
)
_BEFORE_OPENING = "([{<-–—/:,;…¿¡"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks: `span` the words, `outer` the words with their marks.

    `runs_on` tells that no mark closes it because the next paragraph takes it up.
    """

    span: Span
    outer: Span
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    block: int


def pair_marks(text: str, blocks: Sequence[Span]) -> tuple[Quoted, ...]:
    """The outermost quoted stretches in `blocks` (paragraphs, in order, apart), in order."""
    marks = [
        _Mark(m.start(), m.end(), m.group(), number)
        for number, block in enumerate(blocks)
        for m in _MARK.finditer(text, block.start, block.end)
        if _may_pair(text, m.start(), m.end(), m.group())
    ]
    return tuple(_Pairing(text, blocks, marks).quoted())


def _may_pair(text: str, start: int, end: int, sign: str) -> bool:
    """Whether a mark is neither an apostrophe inside a word nor one of measure."""
    if sign not in "'’":
        return not (sign in '"”' and _FEET.search(text, max(0, start - 8), start))
    inside = start > 0 and text[start - 1].isalnum() and end < len(text) and text[end].isalnum()
    return not inside


class _Pairing:
    def __init__(self, text: str, blocks: Sequence[Span], marks: Sequence[_Mark]) -> None:
        self._text, self._blocks, self._marks = text, blocks, marks

    def quoted(self) -> Iterator[Quoted]:
        number = 0
        while number < len(self._marks):
            mark = self._marks[number]
            closer = self._closer(number) if self._opens(mark) else None
            if closer is not None:
                yield from self._between(mark, self._marks[closer])
                number = closer + 1
                continue
            if self._opens(mark) and (open_ended := self._open_ended(number)):
                yield open_ended
                number = self._next_block(number)
                continue
            number += 1

    def _before(self, mark: _Mark) -> str:
        at_start = mark.start <= self._blocks[mark.block].start
        return " " if at_start else self._text[mark.start - 1]

    def _after(self, mark: _Mark) -> str:
        at_end = mark.end >= self._blocks[mark.block].end
        return " " if at_end else self._text[mark.end]

    def _opens(self, mark: _Mark) -> bool:
        """Whether a mark can open a quotation where none is open."""
        if mark.sign not in _CLOSERS or self._after(mark).isspace():
            spaced = mark.sign in "«„「『" or (mark.sign == "“" and _is_gap(self._before(mark)))
            return spaced and mark.end < self._blocks[mark.block].end
        before, after = self._before(mark), self._after(mark)
        if mark.sign in _SINGLE:
            return _is_gap(before) and not _ELISION.match(self._text, mark.end)
        if mark.sign in {'"', "”"} and _MEASURE.search(
            self._text, max(0, mark.start - 8), mark.start
        ):
            return False
        if mark.sign in {"”", "»"}:
            return _is_gap(before) and (after.isalnum() or after in "¿¡")
        return mark.sign not in _EITHER_WAY or _is_gap(before) or after.isalnum()

    def _closes(self, mark: _Mark) -> bool:
        """Whether a mark of fitting sign can close the quotation that is open."""
        before, after = self._before(mark), self._after(mark)
        if mark.sign in "'’":
            return not before.isspace() and not after.isalnum()
        if mark.sign not in _EITHER_WAY:
            return True
        return not before.isspace() or not after.isalnum()

    def _closer(self, number: int) -> int | None:
        """The number of the mark that closes the one given, in its paragraph or the next."""
        opening = self._marks[number]
        depth = 0
        fallback: int | None = None
        for other in range(number + 1, len(self._marks)):
            mark = self._marks[other]
            if mark.block > opening.block and not self._goes_over(opening, mark):
                break
            if mark.sign in _CLOSERS[opening.sign] and self._closes(mark):
                if self._is_possessive(opening, mark):
                    fallback = fallback or other
                elif depth:
                    depth -= 1
                else:
                    return self._unless_possessive(fallback, other)
            elif mark.sign == opening.sign and self._opens(mark):
                if mark.sign not in _NESTING or not self._is_balanced(other, opening):
                    break
                depth += 1
        return fallback

    def _goes_over(self, opening: _Mark, mark: _Mark) -> bool:
        """Whether the mark closes, at once, what the paragraph before left open."""
        return (
            opening.sign not in _SINGLE
            and mark.block == opening.block + 1
            and mark.sign in _CLOSERS[opening.sign]
            and self._closes(mark)
            and not (_is_gap(self._before(mark)) and self._opens(mark))
        )

    def _is_possessive(self, opening: _Mark, mark: _Mark) -> bool:
        """A single mark after a plural s and before a lower-case word: "the voters' choice"."""
        if opening.sign not in _SINGLE or mark.sign not in "'’" or self._before(mark) not in "sS":
            return False
        tail = self._text[mark.end : mark.end + 2]
        return len(tail) == 2 and tail[0] == " " and tail[1].isalnum()

    def _unless_possessive(self, fallback: int | None, other: int) -> int:
        """The later of two marks that could close, where the later follows a stop."""
        if fallback is None or self._before(self._marks[other]) in ".,!?…":
            return other
        return fallback

    def _is_balanced(self, number: int, opening: _Mark) -> bool:
        """Whether enough closing marks follow, in the paragraph, for one quotation more."""
        surplus = 0
        block = self._marks[number].block
        for mark in self._marks[number + 1 : number + 24]:
            if mark.block != block:
                break
            if mark.sign in _CLOSERS[opening.sign] and self._closes(mark):
                surplus += 1
            elif mark.sign == opening.sign and self._opens(mark):
                surplus -= 1
        return surplus >= 2

    def _between(self, opening: _Mark, closing: _Mark) -> Iterator[Quoted]:
        span = trimmed(self._text, opening.end, closing.start)
        if span:
            yield Quoted(span=span, outer=Span(opening.start, closing.end))

    def _open_ended(self, number: int) -> Quoted | None:
        """What a mark without partner covers, where it can be told."""
        opening = self._marks[number]
        block = self._blocks[opening.block]
        span = trimmed(self._text, opening.end, block.end)
        if span is None or opening.sign in _SINGLE - {"‘"}:
            return None
        runs_on = self._is_taken_up(opening)
        lead = self._text[block.start : opening.start].rstrip()
        alone = not lead or lead[-1] in ":,"
        if not runs_on and (not alone or opening.sign in _SINGLE or self._reopens(number)):
            return None
        return Quoted(span=span, outer=Span(opening.start, block.end), runs_on=runs_on)

    def _reopens(self, number: int) -> bool:
        """Whether the paragraph holds another mark of the same sign further on."""
        opening = self._marks[number]
        for mark in islice(self._marks, number + 1, None):
            if mark.block != opening.block or mark.sign == opening.sign:
                return mark.block == opening.block
        return False

    def _is_taken_up(self, opening: _Mark) -> bool:
        """Whether the next paragraph starts with the same mark."""
        following = opening.block + 1
        if following >= len(self._blocks):
            return False
        return self._text.startswith(opening.sign, self._blocks[following].start)

    def _next_block(self, number: int) -> int:
        block = self._marks[number].block
        while number < len(self._marks) and self._marks[number].block == block:
            number += 1
        return number


def _is_gap(char: str) -> bool:
    return char.isspace() or char in _BEFORE_OPENING or not (char.isalnum() or char in ".!?)’”\"'")
