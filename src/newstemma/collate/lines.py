"""A witness's sentences with the stems and weights of their words, computed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.collate.stems import is_content, stem
from newstemma.records import Mention, MentionKind, Quotation, Span, Witness, Word
from newstemma.text.rarity import rarity

__all__ = ["Line", "lines_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence read for collation; positions count its words from 0.

    `weights` are the rarities of content words in nats, 0 for function words. `quotations`
    are those that share a character with it, `mentions` those inside it.
    """

    witness: Witness
    number: int
    span: Span
    words: Sequence[Word]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]

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

    def positions(self, span: Span) -> range:
        """The positions of the words that lie in `span`."""
        inside = [
            n for n, w in enumerate(self.words) if span.start <= w.start and w.end <= span.end
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

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
    """The sentences of `witness` as lines, in order."""
    mentions = _by_sentence(witness, [m.span for m in witness.mentions])
    quotations = _by_sentence(witness, [q.span for q in witness.quotations])
    found = []
    for number, sentence in enumerate(witness.sentences):
        words = witness.words_of(sentence)
        keys = [word.key for word in words]
        found.append(
            Line(
                witness=witness,
                number=number,
                span=sentence.span,
                words=words,
                stems=tuple(map(stem, keys)),
                weights=tuple(rarity(key) if is_content(key) else 0.0 for key in keys),
                mentions=tuple(witness.mentions[n] for n in mentions[number]),
                quotations=tuple(witness.quotations[n] for n in quotations[number]),
            )
        )
    return tuple(found)


def _by_sentence(witness: Witness, spans: Sequence[Span]) -> list[list[int]]:
    """For each sentence, which of the sorted `spans` overlap it."""
    found: list[list[int]] = [[] for _ in witness.sentences]
    first = 0
    for n, span in enumerate(spans):
        while first < len(found) and witness.sentences[first].span.end <= span.start:
            first += 1
        at = first
        while at < len(found) and witness.sentences[at].span.start < span.end:
            found[at].append(n)
            at += 1
    return found
