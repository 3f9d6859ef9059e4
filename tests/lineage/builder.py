"""Builds witnesses from bare texts, marks quotations and fills in what an article states."""

from __future__ import annotations

import re

from newstemma.records import (
    Article,
    Found,
    Quotation,
    QuotationKind,
    Span,
    TextSource,
    Witness,
)
from newstemma.text.outlets import attributed, known_outlets
from newstemma.text.segment import sentences, words

__all__ = ["sentence_list", "witness"]

_QUOTED = re.compile('"([^"]+)"')


def witness(
    name: str,
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    credit: str | None = None,
    published: str | None = None,
) -> Witness:
    """A witness all of whose text is report; words between double quotes are quotations."""
    article = Article(
        id=name,
        path=f"{name}.txt",
        sha256="0" * 64,
        text=text,
        text_source=TextSource.FILE,
        title=_found(title),
        publisher=_found(publisher),
        credit=_found(credit),
        published=_found(published),
    )
    article = attributed(article, known_outlets())
    tokens = words(text)
    quotations = tuple(
        Quotation(article=name, span=Span(*match.span(1)), kind=QuotationKind.DIRECT, group=name)
        for match in _QUOTED.finditer(text)
    )
    return Witness(
        article=article,
        words=tokens,
        sentences=sentences(text, tokens),
        mentions=(),
        quotations=quotations,
    )


def sentence_list(text: str) -> list[str]:
    """The lines of one of the invented reports, which hold a sentence each."""
    return text.splitlines()


def _found(value: str | None) -> Found | None:
    return None if value is None else Found(value=value)
