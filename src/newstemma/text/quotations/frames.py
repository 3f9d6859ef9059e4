"""Cuts a report into frames: its sentences as the narrator writes them, each quoted stretch one
token.

'"Wait. Stop," she said.' is one frame of four tokens: a quotation, "she", "said", and the stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.records import Sentence, Span, Word
from newstemma.text.quotations.cues import Cue, Form
from newstemma.text.quotations.marks import Quoted

__all__ = ["Frame", "Token", "frames"]

_SIGN = re.compile(r"--+|[,;:()\[\]—―，：；]|(?<!\S)[-–](?=\s*[^\W\d])")
_WIDE = {"，": ",", "：": ":", "；": ";"}
_DASHES = frozenset({"--", "---", "—", "―", "-", "–"})
_ADDRESSING = frozenset({"told", "tells", "asked"})
_AFTER_TAG = frozenset(
    ", -- ( in on at to during of after before when while from via by with as about during this "
    "last earlier monday tuesday wednesday thursday friday saturday sunday yesterday".split()
)
_JOINING = frozenset({"and", "but", "or", "that", ";", ":"})
_STOPS = frozenset(".!?…")
_LONGEST_FRAME = 400  # tokens; longer is no sentence, and bounds every search in one
_SHORT_TAG = 4  # words of a tag whose verb is on no list: "Lee pressed"
_LONGEST_TAG = 16  # words between a quotation and the reporting word that ends its sentence


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a quoted stretch; `word` and `quoted` are its number there, or -1.

    `key` is the word's key, the sign itself ("--" for every dash), or "" for quoted words.
    """

    start: int
    end: int
    key: str
    word: int = -1
    quoted: int = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence of the narrator, in one paragraph.

    `quoted` are the positions, in `tokens`, of the quoted stretches; `is_bare` tells that it
    holds such and none of the narrator's words.
    """

    tokens: tuple[Token, ...]
    paragraph: int
    quoted: tuple[int, ...]
    is_bare: bool


def frames(
    text: str,
    words: Sequence[Word],
    sentences: Sequence[Sentence],
    quoted: Sequence[Quoted],
    cues: Mapping[str, Cue],
) -> tuple[Frame, ...]:
    """The frames of a report, in order; `quoted` are its outermost quoted stretches, in order."""
    return tuple(_Cutter(text, words, sentences, quoted, cues).cut())


class _Cutter:
    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        sentences: Sequence[Sentence],
        quoted: Sequence[Quoted],
        cues: Mapping[str, Cue],
    ) -> None:
        self._text, self._words, self._quoted, self._cues = text, words, quoted, cues
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def cut(self) -> Iterator[Frame]:
        tokens = list(self._tokens())
        paragraphs = [self._paragraph(token.start) for token in tokens]
        first = 0
        for number in range(1, len(tokens) + 1):
            if number == len(tokens) or self._parts(tokens, first, number, paragraphs):
                yield _frame(tokens[first:number], paragraphs[first])
                first = number

    def _tokens(self) -> Iterator[Token]:
        """Words, signs and quoted stretches in order, each character in at most one."""
        outers = [quoted.outer for quoted in self._quoted]
        stretches = [sentence.span for sentence in self._sentences]
        words = _outside(self._word_tokens(), outers)
        signs = _outside(self._sign_tokens(stretches), outers)
        stretch_tokens = (
            Token(outer.start, outer.end, "", quoted=number) for number, outer in enumerate(outers)
        )
        yield from sorted([*words, *signs, *stretch_tokens], key=lambda token: token.start)

    def _word_tokens(self) -> Iterator[Token]:
        for sentence in self._sentences:
            for number in range(sentence.first_word, sentence.end_word):
                word = self._words[number]
                yield Token(word.start, word.end, word.key, word=number)

    def _sign_tokens(self, stretches: Sequence[Span]) -> Iterator[Token]:
        for stretch in stretches:
            for match in _SIGN.finditer(self._text, stretch.start, stretch.end):
                sign = match.group()
                key = "--" if sign in _DASHES else _WIDE.get(sign, sign)
                yield Token(match.start(), match.end(), key)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _paragraph(self, offset: int) -> int:
        return self._sentences[max(self._sentence(offset), 0)].paragraph

    def _parts(
        self, tokens: Sequence[Token], first: int, number: int, paragraphs: Sequence[int]
    ) -> bool:
        """Whether the frame that starts at `first` ends before the token `number`."""
        left, right = tokens[number - 1], tokens[number]
        if paragraphs[number] != paragraphs[number - 1] or number - first >= _LONGEST_FRAME:
            return True
        start = right.start if right.quoted < 0 else self._quoted[right.quoted].span.start
        if self._sentence(left.end - 1) == self._sentence(start):
            return False
        stopped = not _STOPS.isdisjoint(self._text[left.end : right.start])
        if left.quoted < 0 or stopped or (number - 1 > first and self._inner(left).endswith(".")):
            return True
        return not self._is_tag(tokens, number, left)

    def _inner(self, token: Token) -> str:
        return self._quoted[token.quoted].span.of(self._text)

    def _is_tag(self, tokens: Sequence[Token], first: int, left: Token) -> bool:
        """Whether what follows quoted words is no sentence but tells who spoke them."""
        if tokens[first].quoted >= 0:
            return False
        if tokens[first].key in self._cues and self._text[tokens[first].start].isupper():
            return False  # "Asked whether it would reopen, she said ..."
        inner = self._inner(left)
        limit = self._tag_end(tokens, first)
        for number in range(first, limit):
            if tokens[number].key in _JOINING:
                return False
            cue = self._cues.get(tokens[number].key)
            if cue and cue.form in (Form.PAST, Form.PRESENT, Form.PREPOSITION):
                return (
                    not inner.endswith(".")
                    or number == first
                    or self._closes(tokens, number, limit)
                )
        short = first + 1 < limit <= first + _SHORT_TAG
        return short and not inner.endswith(".") and tokens[limit - 1].key.endswith("ed")

    def _closes(self, tokens: Sequence[Token], number: int, limit: int) -> bool:
        """Whether no clause follows the reporting word: "told reporters on Friday", not
        "told reporters that".
        """
        following = [token.key for token in tokens[number + 1 : limit]]
        if tokens[number].key in _ADDRESSING:
            following = following[1:]
        return not following or following[0] in _AFTER_TAG

    def _tag_end(self, tokens: Sequence[Token], first: int) -> int:
        sentence = self._sentence(tokens[first].start)
        limit = first
        while (
            limit < min(first + _LONGEST_TAG, len(tokens))
            and tokens[limit].quoted < 0
            and self._sentence(tokens[limit].start) == sentence
        ):
            limit += 1
        return limit


def _frame(tokens: Sequence[Token], paragraph: int) -> Frame:
    quoted = tuple(at for at, token in enumerate(tokens) if token.quoted >= 0)
    bare = bool(quoted) and all(token.word < 0 for token in tokens)
    return Frame(tuple(tokens), paragraph, quoted, bare)


def _outside(tokens: Iterator[Token], outers: Sequence[Span]) -> Iterator[Token]:
    starts = [outer.start for outer in outers]
    for token in tokens:
        at = bisect_left(starts, token.end) - 1
        if at < 0 or outers[at].end <= token.start:
            yield token
