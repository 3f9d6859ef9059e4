"""Lines as they were printed, page by page -> paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["PrintedLine", "paragraphs"]

_EDGE = 3  # lines at the top and at the bottom of a page that may be a running head
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"(?<![^\W_])([^\W_]+)-$")  # begun at no letter but a word's first
_FIRST_PART = re.compile(r"[^\W_]+")
_BACKSPACE = "\b"
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")
# Shares of the usual length: a sentence that ends before the first ends its paragraph; a line that
# ends before the second ends it whatever stands there, if the next begins as a sentence does.
_FULL = 0.85
_SHORT = 0.6
_OTHER_SIZE = 0.08  # of the letters: a headline above its text


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line, and the size of its letters in any unit (0: not known)."""

    text: str
    size: float = 0.0


def paragraphs(pages: Iterable[Sequence[PrintedLine]]) -> str:
    """The text of printed pages, one paragraph a line.

    Heads and feet that pages repeat, and page numbers, are left out; words that are divided at the
    end of a line are put together, with the hyphen where the text has them so elsewhere.

    >>> lines = ["The ferry ran a-", "ground off Skell", "Point."]
    >>> paragraphs([[PrintedLine(text=line) for line in lines]])
    'The ferry ran aground off Skell Point.'
    """
    filled = [[line for line in page if line.text.strip()] for page in pages]
    lines = [line for page in _without_heads(filled) for line in page]
    if not lines:
        return ""
    words = frozenset(word for line in lines for word in _WORDS.findall(line.text.casefold()))
    usual = sorted(len(line.text) for line in lines)[3 * len(lines) // 4]
    pieces = [lines[0].text.strip()]
    for above, below in pairwise(lines):
        pieces.append("\n" if _parted(above, below, usual) else _seam(above, below, words))
        pieces.append(below.text.strip())
    return "".join(_without_divisions(pieces))


def _without_heads(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[Sequence[PrintedLine]]:
    """The pages without page numbers, and without lines at their edges that half of them have."""
    found = Counter(key for page in pages for key in {_key(page[at]) for at in _edges(page)})
    heads = {key for key, count in found.items() if count > 1 and 2 * count >= len(pages)}
    for page in pages:
        dropped = {at for at in _edges(page) if _key(page[at]) in heads}
        dropped |= {at for at in _edges(page) if _PAGE_NUMBER.fullmatch(page[at].text)}
        yield [line for at, line in enumerate(page) if at not in dropped]


def _edges(page: Sequence[PrintedLine]) -> set[int]:
    return {at for at in range(len(page)) if at < _EDGE or at >= len(page) - _EDGE}


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _parted(above: PrintedLine, below: PrintedLine, usual: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size):
        return True
    length = len(above.text.strip())
    if _ENDS_SENTENCE.search(above.text.strip()):
        return length < _FULL * usual
    return length < _SHORT * usual and not below.text.strip()[:1].islower()


def _seam(above: PrintedLine, below: PrintedLine, words: frozenset[str]) -> str:
    """What joins two lines: a space, nothing, or a backspace where a hyphen only divides a word."""
    divided = _LAST_PART.search(above.text.strip())
    rest = _FIRST_PART.match(below.text.strip())
    if not divided or not rest:
        return " "
    if not divided[1].isalpha() or not rest[0][0].islower():
        return ""
    whole, hyphened = f"{divided[1]}{rest[0]}".casefold(), f"{divided[1]}-{rest[0]}".casefold()
    return "" if hyphened in words and whole not in words else _BACKSPACE


def _without_divisions(pieces: Sequence[str]) -> Iterator[str]:
    for piece, following in pairwise([*pieces, ""]):
        if piece != _BACKSPACE:
            yield piece[:-1] if following == _BACKSPACE else piece
