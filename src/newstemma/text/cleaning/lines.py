"""An article as a page of lines, and what the shape of a line says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstemma.records import Span
from newstemma.text.segment import UNSPACED, paragraphs

__all__ = ["BULLETS", "Line", "read_lines"]

BULLETS = "-–•*▪◦‣●"
"""The marks of a list's items, as in a character class."""

# One character for one, so that offsets into the plain form are offsets into the line.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'}
    | dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2028\u2029\u202f\u2007\u2009\u3000", " ")
)
_CLOSE = r"[\"'»›」』)\]]*(?:\[\d{1,3}\])*$"  # a footnote's number may follow
_FINAL = re.compile(rf"[.!?…。！？｡؟।۔]{_CLOSE}")
_OPEN_END = re.compile(rf"[.,;:…。]{_CLOSE}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_LONG_WORD = re.compile(r"[^\W\d_][\w']{3,}")

_TAIL = 12
_LABEL_CHARACTERS = 240
_LABEL_WORDS = 25
_PROSE_WORDS = 8
_LONG_PROSE_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of the page, trimmed.

    `plain` is as long as the span: white space is spaces, curly marks are straight. `words`
    counts what stands between spaces (two characters of a script without spaces count as one).
    """

    span: Span
    plain: str
    words: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes like a sentence, inside quotation marks or brackets too."""
        return bool(_FINAL.search(self.plain[-_TAIL:]))

    @property
    def is_label(self) -> bool:
        """Short and without a final stop: a headline, a heading, a tag, an item."""
        short = self.words <= _LABEL_WORDS and len(self.plain) <= _LABEL_CHARACTERS
        return short and not _OPEN_END.search(self.plain[-_TAIL:])

    @property
    def is_prose(self) -> bool:
        """A sentence of some length, or a paragraph."""
        return self.words >= _LONG_PROSE_WORDS or (
            self.words >= _PROSE_WORDS and self.ends_sentence
        )

    @property
    def is_title_case(self) -> bool:
        """Whether most of its longer words have a capital, as in a headline."""
        long_words = _LONG_WORD.findall(self.plain[:_LABEL_CHARACTERS])
        capitals = sum(word[0].isupper() for word in long_words)
        return len(long_words) >= 2 and capitals >= 0.75 * len(long_words)

    def cut(self, start: int, end: int) -> Span:
        """The span, in the text, of the line's characters `[start, end)`."""
        return Span(self.span.start + start, self.span.start + end)


def read_lines(text: str) -> tuple[Line, ...]:
    r"""The lines of `text`: its paragraphs, in order.

    >>> [line.is_label for line in read_lines("River Rises Again\n\nIt rose on Monday.")]
    [True, False]
    """
    return tuple(_line(text, span) for span in paragraphs(text))


def _line(text: str, span: Span) -> Line:
    plain = span.of(text).translate(_PLAIN)
    unspaced = len(_UNSPACED.findall(plain))
    return Line(span=span, plain=plain, words=len(plain.split()) + unspaced // 2)
