"""Treebank documents as the raw texts that they came from."""

from __future__ import annotations

from dataclasses import dataclass

from training.conllu import Document, Token

from newstemma.records import Span
from newstemma.text.segment import sentences, words

__all__ = ["Text", "cut"]


def cut(text: str) -> list[Span]:
    """The sentences of a text, as we cut them."""
    return [sentence.span for sentence in sentences(text, words(text))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document as raw text, with the places of its gold tokens."""

    text: str
    tokens: tuple[Token, ...]
    heads: tuple[int, ...]  # places in `tokens`
    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, document: Document) -> Text:
        """The document with a blank line between its paragraphs."""
        text, tokens, heads, spans, ranges = "", list[Token](), list[int](), list[Span](), []
        for sentence in document.sentences:
            first = len(tokens)
            if sentence.starts_paragraph and text:
                text = text.rstrip() + "\n\n"
            for token in sentence.tokens:
                spans.append(Span(len(text), len(text) + len(token.form)))
                text += token.form + " " * token.space_after
                heads.append(first + token.head)
            tokens.extend(sentence.tokens)
            ranges.append((first, len(tokens)))
        return cls(
            text=text, tokens=tuple(tokens), heads=tuple(heads), spans=tuple(spans),
            sentences=tuple(ranges),
        )  # fmt: skip
