"""Reads an invented report for its names and quotations, without the rest of the pipeline."""

from __future__ import annotations

from newstemma.records import Article, Mention, Quotation, TextSource
from newstemma.text.names import name_mentions
from newstemma.text.quotations import quotations
from newstemma.text.segment import sentences, words

__all__ = ["mentions", "quoted", "said"]


def mentions(text: str) -> tuple[Mention, ...]:
    tokens = words(text)
    return name_mentions(text, tokens, sentences(text, tokens))


def quoted(text: str, *, language: str = "en") -> tuple[Quotation, ...]:
    tokens = words(text)
    cut = sentences(text, tokens)
    article = Article(
        id="a1",
        path="a.txt",
        sha256="",
        text=text,
        text_source=TextSource.FILE,
        language=language,
    )
    return quotations(article, tokens, cut, name_mentions(text, tokens, cut))


def said(text: str, *, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    """Words, speaker and reporting word of each quotation, in order."""
    return [(q.span.of(text), q.speaker, q.cue) for q in quoted(text, language=language)]
