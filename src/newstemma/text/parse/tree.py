"""Walks in a parse: the stretch that hangs on a token, and the tokens next to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newstemma.records import Span
from newstemma.text.parse.records import Parse
from newstemma.text.segment import word_key

__all__ = ["Range", "Tree"]

# Half-open, in places of `Parse.tokens`.
Range = tuple[int, int]


class Tree:
    """A parse with the stretch of tokens that hangs on each of them.

    Places are those in `Parse.tokens`. A stretch runs from the first token of a subtree to its
    last, so that a misplaced arc cannot tear it.
    """

    def __init__(self, text: str, parse: Parse) -> None:
        self.text, self.parse = text, parse
        self.keys = tuple(word_key(token.span.of(text)) for token in parse.tokens)
        self.first, self.end = _stretches(parse)

    def rel(self, place: int) -> str:
        """The relation of a token to its head, without its subtype."""
        return self.parse.tokens[place].deprel.partition(":")[0]

    def full_rel(self, place: int) -> str:
        """The relation with its subtype."""
        return self.parse.tokens[place].deprel

    def upos(self, place: int) -> str:
        """The part of speech of a token."""
        return self.parse.tokens[place].upos

    def head(self, place: int) -> int | None:
        """The head of a token; None for the root."""
        head = self.parse.tokens[place].head
        return None if head == place else head

    def children(self, place: int, *relations: str) -> Iterator[int]:
        """What hangs on a token, in order; only by one of the relations if any is given."""
        for child in self.parse.children[place]:
            if not relations or self.rel(child) in relations:
                yield child

    def child(self, place: int, *relations: str) -> int | None:
        """The first of them."""
        return next(self.children(place, *relations), None)

    def offset(self, place: int) -> int:
        """Where a token starts."""
        return self.parse.tokens[place].span.start

    def span(self, first: int, end: int) -> Span:
        """The characters of the tokens `[first, end)`."""
        tokens = self.parse.tokens
        return Span(tokens[first].span.start, tokens[end - 1].span.end)

    def is_participle(self, place: int) -> bool:
        """Whether a token is a verb in -ing."""
        return self.upos(place) == "VERB" and self.keys[place].endswith("ing")

    def sentence(self, place: int) -> Range:
        """The tokens of the sentence that a token stands in."""
        sentences = self.parse.sentences
        return sentences[bisect_right(sentences, place, key=lambda tokens: tokens[0]) - 1]

    def without(self, first: int, end: int, cut: Iterable[Range]) -> list[Range]:
        """The tokens `[first, end)` without those in the ranges cut out, as ranges."""
        kept, start = [], first
        for cut_first, cut_end in sorted(cut):
            if cut_first > start:
                kept.append((start, min(cut_first, end)))
            start = max(start, cut_end)
        if start < end:
            kept.append((start, end))
        return [(a, b) for a, b in kept if a < b]


def _stretches(parse: Parse) -> tuple[list[int], list[int]]:
    first = list(range(len(parse.tokens)))
    end = [place + 1 for place in first]
    for start, stop in parse.sentences:
        for place in _leaves_first(parse, start, stop):
            head = parse.tokens[place].head
            first[head] = min(first[head], first[place])
            end[head] = max(end[head], end[place])
    return first, end


def _leaves_first(parse: Parse, start: int, stop: int) -> list[int]:
    order = [place for place in range(start, stop) if parse.tokens[place].head == place]
    for place in order:
        order.extend(parse.children[place])
    return order[::-1]
