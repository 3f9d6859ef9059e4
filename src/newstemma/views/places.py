"""Words of an article with some of their sentence around them."""

from __future__ import annotations

from bisect import bisect_right

from newstemma.records import Sentence, Span, Witness
from newstemma.views.marks import in_context, passage
from newstemma.views.records import Passage
from newstemma.views.rows import Texts

__all__ = ["in_sentence"]


def in_sentence(article: str, span: Span, texts: Texts) -> Passage:
    """The words at `span` of an article, with a few more of their sentence on both sides."""
    witness = texts.witnesses[article]
    cut = passage(texts.names[article], witness.text, span)
    return in_context(cut, witness.text, _sentence(witness, span))


def _sentence(witness: Witness, span: Span) -> Span:
    at = bisect_right(witness.sentences, span.start, key=_start) - 1
    here = witness.sentences[at].span if at >= 0 else span
    return Span(min(here.start, span.start), max(here.end, span.end))


def _start(sentence: Sentence) -> int:
    return sentence.span.start
