"""A sentence of the text that is checked, and what in it has to be found together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newstemma.collate.lines import Line
from newstemma.records import Attribution, Entity, Mention, MentionKind, NameKind, Span
from newstemma.text.rarity import UNKNOWN

__all__ = ["Assertion", "Named", "assertion"]

_MOST_WORDS = 120  # content words of a sentence that are looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a sentence: `key` is its words, `kind` UNKNOWN where nothing tells."""

    span: Span
    key: str
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A line with the positions of what it asserts.

    `content` are its content words but for those that only say who says so; `names`, `numbers`
    and `dates` lead from a position to what the word belongs to. `said` are the attributions
    whose words it passes on.
    """

    line: Line
    content: tuple[int, ...]
    names: Mapping[int, Named]
    numbers: Mapping[int, Mention]
    dates: Mapping[int, Mention]
    said: tuple[Attribution, ...]

    @property
    def weight(self) -> float:
        """What its content tells, in nats."""
        return sum(self.line.weights[n] for n in self.content)

    def span(self, position: int) -> Span:
        """The characters of the word at a position."""
        return self.line.words[position].span


def assertion(line: Line) -> Assertion:
    """Reads what a line asserts."""
    said = tuple(_said(line))
    aside = {n for one in said for span in _sayer(one) for n in line.positions(span)}
    content = [n for n, weight in enumerate(line.weights) if weight and n not in aside]
    return Assertion(
        line=line,
        content=tuple(content[:_MOST_WORDS]),
        names=_names(line),
        numbers=_places(line, MentionKind.NUMBER),
        dates=_places(line, MentionKind.DATE),
        said=said,
    )


def _said(line: Line) -> Iterator[Attribution]:
    """Who is named as saying what a clause of the line says."""
    for one in line.witness.attributions:
        inside = [span for span in one.content_spans if span.overlaps(line.span)]
        clauses = any(span.covers(c.predicate) for span in inside for c in line.clauses)
        quoted = any(span.overlaps(q.span) for span in inside for q in line.quotations)
        if one.speech and one.source and one.cue_span and (clauses or quoted):
            yield one


def _sayer(one: Attribution) -> Iterator[Span]:
    yield from (span for span in (one.source_span, one.cue_span) if span)


def _places(line: Line, kind: MentionKind) -> Mapping[int, Mention]:
    return {n: m for m in line.of_kind(kind) for n in line.positions(m.span)}


def _names(line: Line) -> Mapping[int, Named]:
    """What begins with a capital is a name too; the first word, if no text has it otherwise."""
    found = {
        n: _named(line, Span(word.start, word.end), NameKind.UNKNOWN)
        for n, word in enumerate(line.words)
        if line.weights[n] >= (0.0 if n else UNKNOWN)
        and line.weights[n]
        and line.text_of(word.span)[:1].isupper()
    }
    for mention in line.of_kind(MentionKind.NAME):
        one = _named(line, mention.span, NameKind.UNKNOWN)
        found |= dict.fromkeys(line.positions(mention.span), one)
    for entity in line.entities:
        found |= dict.fromkeys(line.positions(entity.span), _of_entity(line, entity))
    return found


def _of_entity(line: Line, entity: Entity) -> Named:
    return _named(line, entity.span, entity.kind)


def _named(line: Line, span: Span, kind: NameKind) -> Named:
    key = " ".join(line.words[n].key for n in line.positions(span))
    return Named(span=span, key=key, kind=kind)
