"""What a parse is made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.records import NameKind, Span

__all__ = ["NamedTokens", "Parse", "Token"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word or a punctuation mark, as Universal Dependencies cuts them: "did", "n't".

    `head` is the place of the head in `Parse.tokens`; the root of a sentence is its own head.
    `upos` and `deprel` are Universal Dependencies' (a relation may have a subtype: "nsubj:pass"),
    `xpos` is the Penn Treebank's tag.
    """

    span: Span
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTokens:
    """A name in the text, with the half-open range of its tokens."""

    span: Span
    kind: NameKind
    first_token: int
    end_token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The tokens of a text, in order, each hung on its head.

    `sentences` are half-open ranges of tokens, one for each sentence that was parsed; an arc
    never leaves its sentence. `children` has, for each token, the places of those that hang on
    it, in order.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    children: tuple[tuple[int, ...], ...]
    entities: tuple[NamedTokens, ...]

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that share at least one character with `span`."""
        return self.tokens[slice(*self.places_in(span))]

    def places_in(self, span: Span) -> tuple[int, int]:
        """The half-open range of the tokens that share at least one character with `span`."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.span.end)
        end = bisect_left(self.tokens, span.end, key=lambda token: token.span.start)
        return first, max(first, end)

    def subtree(self, place: int) -> tuple[int, ...]:
        """The places of a token and of all that hang on it, at any depth, in order."""
        found, waiting = [], [place]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self.children[found[-1]])
        return tuple(sorted(found))

    def span_of(self, places: Sequence[int]) -> Span:
        """From the first character of the tokens at `places` to the last."""
        chosen = [self.tokens[place].span for place in places]
        return Span(min(span.start for span in chosen), max(span.end for span in chosen))
