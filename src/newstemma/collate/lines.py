"""A witness's sentences with the stems and weights of their words, computed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from newstemma.collate.stems import is_content, stem
from newstemma.records import (
    Attribution,
    Clause,
    Entity,
    Mention,
    MentionKind,
    Quotation,
    Span,
    Witness,
    Word,
)
from newstemma.text.rarity import rarity

__all__ = ["Line", "lines_of"]

_LONGEST = 200  # words; what is longer is no sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence read for collation; positions count its words from 0.

    `weights` are the rarities of content words in nats, 0 for function words. `quotations`
    are those that share a character with it, `mentions` those inside it; `entities` and
    `clauses`, which only a parse finds, those that start in it, a clause by its predicate.
    `attributed` are the contents of attributions that share a character with it, `voiced` the
    attributions whose source does.
    """

    witness: Witness
    number: int
    paragraph: int
    span: Span
    words: Sequence[Word]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...] = ()
    clauses: tuple[Clause, ...] = ()
    attributed: tuple[Span, ...] = ()
    voiced: tuple[Attribution, ...] = ()

    @property
    def weight(self) -> float:
        """What all its content words tell."""
        return sum(self.weights)

    @property
    def named(self) -> frozenset[int]:
        """The positions of words that belong to names."""
        return frozenset(n for m in self.of_kind(MentionKind.NAME) for n in self.positions(m.span))

    def text_of(self, span: Span) -> str:
        """The characters of a span of the witness's text."""
        return span.of(self.witness.text)

    def span_of(self, first: int, end: int) -> Span:
        """The characters from the word at `first` up to the one before `end`."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def clause_end(self, first: int, limit: int) -> int:
        """The first position after `first` that a mark parts from the one before, or `limit`."""
        end = min(limit, len(self.words))
        for position in range(first + 1, end):
            gap = Span(self.words[position - 1].end, self.words[position].start)
            if self.text_of(gap).strip(" \u00a0-‐‑"):
                return position
        return end

    def positions(self, span: Span) -> range:
        """The positions of the words that lie in `span`."""
        first = bisect_left(self.words, span.start, key=attrgetter("start"))
        end = bisect_right(self.words, span.end, key=attrgetter("end"))
        return range(first, max(first, end))

    def of_kind(self, *kinds: MentionKind) -> tuple[Mention, ...]:
        """Its mentions of the given kinds, in order."""
        return tuple(m for m in self.mentions if m.kind in kinds)

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that the word at `position` stands in."""
        word = self.words[position]
        return next(
            (q for q in self.quotations if q.span.start <= word.start and word.end <= q.span.end),
            None,
        )


def lines_of(witness: Witness) -> tuple[Line, ...]:
    """The sentences of `witness` as lines, in order; what has no end is cut into several."""
    pieces = [
        (sentence.paragraph, witness.words[first : min(first + _LONGEST, sentence.end_word)])
        for sentence in witness.sentences
        for first in range(sentence.first_word, sentence.end_word, _LONGEST)
    ]
    spans = [_extent(witness, words) for _, words in pieces]
    mentions = _by_line(spans, [m.span for m in witness.mentions])
    quotations = _by_line(spans, [q.span for q in witness.quotations])
    entities = _by_line(spans, [e.span for e in witness.entities])
    clauses = _by_line(spans, [c.predicate for c in witness.clauses])
    contents = sorted(span for a in witness.attributions for span in a.content_spans)
    attributed = _by_line(spans, contents)
    given = sorted((a.source_span, n) for n, a in enumerate(witness.attributions) if a.source_span)
    voiced = _by_line(spans, [span for span, _ in given])
    return tuple(
        Line(
            witness=witness,
            number=number,
            paragraph=paragraph,
            span=spans[number],
            words=words,
            stems=tuple(stem(word.key) for word in words),
            weights=tuple(rarity(w.key) if is_content(w.key) else 0.0 for w in words),
            mentions=tuple(witness.mentions[n] for n in mentions[number]),
            quotations=tuple(witness.quotations[n] for n in quotations[number]),
            entities=tuple(witness.entities[n] for n in entities[number]),
            clauses=tuple(witness.clauses[n] for n in clauses[number]),
            attributed=tuple(contents[n] for n in attributed[number]),
            voiced=tuple(witness.attributions[given[n][1]] for n in voiced[number]),
        )
        for number, (paragraph, words) in enumerate(pieces)
    )


def _extent(witness: Witness, words: Sequence[Word]) -> Span:
    """From the first word to the last, with the mark that closes it."""
    end = words[-1].end
    return Span(words[0].start, end + (witness.text[end : end + 1] in {".", "!", "?", "…", "。"}))


def _by_line(lines: Sequence[Span], spans: Sequence[Span]) -> list[list[int]]:
    """For each line, which of the sorted `spans` overlap it."""
    found: list[list[int]] = [[] for _ in lines]
    first = 0
    for n, span in enumerate(spans):
        while first < len(lines) and lines[first].end <= span.start:
            first += 1
        at = first
        while at < len(lines) and lines[at].start < span.end:
            found[at].append(n)
            at += 1
    return found
