"""Reads invented sentences with hand-written trees."""

from __future__ import annotations

from newstemma.records import Article, Attribution, Span, TextSource
from newstemma.text.attributions import Sayings, sayings
from newstemma.text.names import name_mentions
from newstemma.text.parse import Parse, Token
from newstemma.text.segment import sentences, words

__all__ = ["Said", "hung", "read"]

_TIGHT = frozenset({",", ".", "?", "!", ";", ":", "’s", "'s", "n't", ")"})


class Said:
    """A text with what was read in it."""

    def __init__(self, text: str, found: Sayings) -> None:
        self.text, self.quotations, self.rows = text, found.quotations, found.attributions

    def row(self, cue: str) -> Attribution:
        """The attribution whose cue is written so."""
        return next(r for r in self.rows if r.cue_span and r.cue_span.of(self.text) == cue)

    def parts(self, cue: str) -> tuple[str | None, list[str]]:
        """The source and the contents, as written, of the attribution with a cue."""
        row = self.row(cue)
        source = row.source_span.of(self.text) if row.source_span else None
        return source, [span.of(self.text) for span in row.content_spans]


def read(*sentences_: str, before: str = "") -> Said:
    """What is said in sentences of tokens written FORM/UPOS/HEAD/RELATION.

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
    return Said(text, said_in(text, hung(tokens, ranges)))


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


def said_in(text: str, parse: Parse) -> Sayings:
    """The sayings of a text with its parse."""
    tokens = words(text)
    cut = sentences(text, tokens)
    article = Article(
        id="a", path="a", sha256="", text=text, text_source=TextSource.FILE, language="en"
    )
    return sayings(article, tokens, cut, name_mentions(text, tokens, cut), parse)
