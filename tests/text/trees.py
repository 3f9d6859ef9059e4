"""Hand-written trees of invented sentences."""

from __future__ import annotations

from newstemma.records import Span
from newstemma.text.parse import Parse, Token

__all__ = ["hung", "trees"]

_TIGHT = frozenset({",", ".", "?", "!", ";", ":", "’s", "'s", "n't", ")"})


def trees(*sentences_: str, before: str = "") -> tuple[str, Parse]:
    """The text and the parse of sentences of tokens written FORM/UPOS/HEAD/RELATION.

    Heads count from 1 in each sentence, 0 is the root. `before` is text that is not parsed.
    """
    text, tokens, ranges = before, list[Token](), list[tuple[int, int]]()
    for sentence in sentences_:
        first = len(tokens)
        text += " " if text else ""
        for form, upos, head, rel in (token.rsplit("/", 3) for token in sentence.split()):
            text, span = _written(text, form, start=len(tokens) == first)
            at = first + int(head) - 1 if head != "0" else len(tokens)
            tokens.append(
                Token(span=span, lemma=form.casefold(), upos=upos, xpos="", head=at, deprel=rel)
            )
        ranges.append((first, len(tokens)))
    return text, hung(tokens, ranges)


def _written(text: str, form: str, *, start: bool) -> tuple[str, Span]:
    closing = form == "”" or form in _TIGHT
    if not start and not closing and not text.endswith("“"):
        text += " "
    return text + form, Span(len(text), len(text) + len(form))


def hung(tokens: list[Token], ranges: list[tuple[int, int]]) -> Parse:
    """A parse of tokens that know their heads."""
    children: list[list[int]] = [[] for _ in tokens]
    for place, token in enumerate(tokens):
        if token.head != place:
            children[token.head].append(place)
    return Parse(
        tokens=tuple(tokens),
        sentences=tuple(ranges),
        children=tuple(map(tuple, children)),
        entities=(),
    )
