"""A sentence of the text that is checked, and what in it has to be found together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.lines import Line, lines_of
from newstemma.collate.stems import is_content
from newstemma.records import Attribution, Entity, Mention, MentionKind, NameKind, Span, Witness
from newstemma.text.rarity import UNKNOWN

__all__ = ["Assertion", "Named", "assertions"]


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

    @property
    def plain_weight(self) -> float:
        """What its content tells beside the names."""
        return sum(self.line.weights[n] for n in self.content if n not in self.names)

    @property
    def is_particular(self) -> bool:
        """Whether a name, a number or a date is among it."""
        return any(n in kind for n in self.content for kind in self._exact)

    @property
    def _exact(self) -> tuple[Mapping[int, object], ...]:
        return self.names, self.numbers, self.dates

    def span(self, position: int) -> Span:
        """The characters of the word at a position."""
        return self.line.words[position].span


def assertions(text: Witness) -> tuple[Assertion, ...]:
    """Reads what each line of a text asserts."""
    by_content: defaultdict[Span, list[Attribution]] = defaultdict(list)
    for one in text.attributions:
        for span in one.content_spans:
            by_content[span].append(one)
    return tuple(
        _assertion(line, [one for span in line.attributed for one in by_content[span]])
        for line in lines_of(text)
    )


def _assertion(line: Line, attributed: Sequence[Attribution]) -> Assertion:
    said = tuple(one for one in attributed if _is_said(one, line))
    aside = {n for one in said for span in _sayer(one) for n in line.positions(span)}
    return Assertion(
        line=line,
        content=tuple(n for n in range(len(line.words)) if n not in aside and _tells(line, n)),
        names=_names(line),
        numbers=_places(line, MentionKind.NUMBER),
        dates=_places(line, MentionKind.DATE),
        said=said,
    )


def _tells(line: Line, position: int) -> bool:
    """Whether a word is one of content, and not "you're"."""
    whole, *_ = line.words[position].key.replace("’", "'").split("'")
    return line.weights[position] > 0 and is_content(whole)


def _is_said(one: Attribution, line: Line) -> bool:
    """Whether somebody is told to say what a clause of the line says."""
    inside = [span for span in one.content_spans if span.overlaps(line.span)]
    clauses = any(span.covers(c.predicate) for span in inside for c in line.clauses)
    quoted = any(span.overlaps(q.span) for span in inside for q in line.quotations)
    return one.speech and bool(one.source and one.cue_span) and (clauses or quoted)


def _sayer(one: Attribution) -> Iterator[Span]:
    yield from (span for span in (one.source_span, one.cue_span) if span)


def _places(line: Line, kind: MentionKind) -> Mapping[int, Mention]:
    return {n: m for m in line.of_kind(kind) for n in line.positions(m.span)}


def _names(line: Line) -> Mapping[int, Named]:
    """What begins with a capital is a name too; the first word, if it is none that is known."""
    found = {
        n: _named(line, Span(word.start, word.end), NameKind.UNKNOWN)
        for n, word in enumerate(line.words)
        if line.weights[n]
        and (n or line.weights[n] >= UNKNOWN)
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
