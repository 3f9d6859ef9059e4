"""Applies a spaCy pipeline to the sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from newstemma.records import NameKind, Span
from newstemma.text.parse.clear import is_clear, universal
from newstemma.text.parse.kinds import settled
from newstemma.text.parse.records import NamedTokens, Parse, Token

if TYPE_CHECKING:  # importing spaCy takes longer than most commands do
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser"]

# Sentences that a step of the pipeline reads side by side. Fixed, so that what is read in one
# article never depends on another.
_BATCH = 64
_LONGEST = 2000  # characters; a longer sentence is cut, so that time stays linear
_MOST_TOKENS = 200
_SPACE = re.compile(r"\s+")

# Names of kinds in pipelines that follow OntoNotes or CoNLL-2003; what is not here is no name.
_KINDS = {
    "PERSON": NameKind.PERSON, "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "PLACE": NameKind.PLACE, "GPE": NameKind.PLACE, "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "OTHER": NameKind.OTHER, "MISC": NameKind.OTHER, "NORP": NameKind.GROUP,
    "EVENT": NameKind.OTHER, "LAW": NameKind.OTHER, "PRODUCT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
}  # fmt: skip


class Parser:
    """A loaded pipeline. The same text and sentences always give the same parse."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._threads = ThreadpoolController()
        self._is_clear = is_clear(nlp.pipe_labels["parser"])

    def parse(self, text: str, sentences: Iterable[Span]) -> Parse:
        """The parse of `sentences`, stretches of `text` in order that do not overlap.

        A sentence of more than 200 tokens is parsed in pieces, each a sentence of its own.
        """
        readable = _encodable(text)
        with self._at_work():
            return self._parse(readable, self._tokenized(readable, sentences))

    def parse_tokens(self, text: str, sentences: Iterable[Sequence[Span]]) -> Parse:
        """The parse of sentences that are cut into tokens already."""
        with self._at_work():
            return self._parse(_encodable(text), sentences)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """On one thread: sums must not depend on how many there are, and small ones are slower."""
        with self._threads.limit(limits=1), self._nlp.memory_zone():
            yield

    def _parse(self, text: str, sentences: Iterable[Sequence[Span]]) -> Parse:
        tokens, ranges, entities = list[Token](), list[tuple[int, int]](), list[NamedTokens]()
        pairs = (self._document(text, spans) for spans in sentences if spans)
        for doc, spans in self._nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
            first = len(tokens)
            read = list(_tokens(doc, spans, first))
            tokens.extend(universal(read, first) if self._is_clear else read)
            ranges.append((first, len(tokens)))
            entities.extend(_entities(doc, spans, first))
        return Parse(
            tokens=tuple(tokens),
            sentences=tuple(ranges),
            children=_children(tokens),
            entities=settled(text, tokens, entities),
        )

    def _tokenized(self, text: str, sentences: Iterable[Span]) -> Iterator[Sequence[Span]]:
        """The tokens of each sentence, white space left out; long sentences in pieces."""
        for sentence in sentences:
            for stretch in _short(text, sentence):
                doc = self._nlp.tokenizer(stretch.of(text))
                places = ((stretch.start + t.idx, len(t)) for t in doc if not t.is_space)
                spans = tuple(Span(start, start + length) for start, length in places)
                for start in range(0, len(spans), _MOST_TOKENS):
                    yield spans[start : start + _MOST_TOKENS]

    def _document(self, text: str, spans: Sequence[Span]) -> tuple[Doc, Sequence[Span]]:
        from spacy.tokens import Doc

        spaces = [one.end < other.start for one, other in pairwise(spans)]
        words = [span.of(text) for span in spans]
        return Doc(self._nlp.vocab, words=words, spaces=[*spaces, False]), spans


def _encodable(text: str) -> str:
    """The text with a question mark for each lone surrogate, which spaCy cannot take."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _short(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence in stretches of bounded length, cut at white space where there is some."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        gaps = [gap.end() for gap in _SPACE.finditer(text, start + 1, start + _LONGEST)]
        end = gaps[-1] if gaps else start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _tokens(doc: Doc, spans: Sequence[Span], first: int) -> Iterator[Token]:
    for token, span in zip(doc, spans, strict=True):
        yield Token(
            span=span,
            lemma=token.lemma_ or token.text,
            upos=token.pos_,
            xpos=token.tag_,
            head=first + token.head.i,
            deprel="root" if token.dep_ == "ROOT" else token.dep_,
        )


def _entities(doc: Doc, spans: Sequence[Span], first: int) -> Iterator[NamedTokens]:
    for name in doc.ents:
        if kind := _KINDS.get(name.label_):
            yield NamedTokens(
                span=Span(spans[name.start].start, spans[name.end - 1].end),
                kind=kind,
                first_token=first + name.start,
                end_token=first + name.end,
            )


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in tokens]
    for place, token in enumerate(tokens):
        if token.head != place:
            found[token.head].append(place)
    return tuple(tuple(places) for places in found)
