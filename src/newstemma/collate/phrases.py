"""Parts a line into phrases, each with the kind of variant that another one in its place would be.

A name in the place of a name is another entity, a verb in that of a verb another predicate, a
number another number; so what stands at a place tells what went wrong there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.collate.fillers import PRONOUNS, Filler, FillerKind, fillers_of
from newstemma.collate.lines import Line
from newstemma.collate.thesaurus import exclusions, exclusive
from newstemma.records import Argument, ArgumentRole, MentionKind, Span, VariantKind
from newstemma.text.hedges import negations

__all__ = ["Phrase", "kind_of", "phrases_of"]

_WHERE = frozenset("in at on near outside inside around across from to into through off".split())
_THINGS = frozenset({"it", "its", "their", "theirs"})
_OF_VALUES = {
    FillerKind.NUMBER: VariantKind.NUMBER_CHANGED,
    FillerKind.DATE: VariantKind.DATE_CHANGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of a line, by their positions, none of which is in another phrase."""

    positions: tuple[int, ...]
    kind: VariantKind

    def span(self, line: Line) -> Span:
        """From its first word to its last."""
        return line.span_of(self.positions[0], self.positions[-1] + 1)


def phrases_of(line: Line) -> tuple[Phrase, ...]:
    """The phrases of a line in order; none where no parse read it.

    The most telling ones take their words first: names and values, then predicates, then what is
    left of arguments, then single words.
    """
    if not line.clauses:
        return ()
    found: list[Phrase] = []
    taken: set[int] = set()
    for positions, kind in _readings(line):
        own = tuple(n for n in positions if n not in taken)
        if own:
            taken.update(own)
            found.append(Phrase(positions=own, kind=kind))
    return tuple(sorted(found, key=lambda phrase: phrase.positions))


def _readings(line: Line) -> Iterator[tuple[Sequence[int], VariantKind]]:
    yield from _pronouns(line)
    for filler in fillers_of(line):
        if filler.kind is not FillerKind.WORD:
            yield line.positions(filler.span), kind_of(filler)
    for mention in line.of_kind(MentionKind.NAME):
        yield line.positions(mention.span), VariantKind.ENTITY_CHANGED
    yield from _predicates(line)
    yield from _listed(line)
    for clause in line.clauses:
        for argument in clause.arguments:
            yield _content(line, argument.span), _kind_of_argument(argument)
    for n in _content(line, line.span):
        yield (n,), VariantKind.PREDICATE_CHANGED


def _pronouns(line: Line) -> Iterator[tuple[Sequence[int], VariantKind]]:
    for n, word in enumerate(line.words):
        if word.key in PRONOUNS or word.key in _THINGS:
            yield (n,), VariantKind.ENTITY_CHANGED


def _listed(line: Line) -> Iterator[tuple[Sequence[int], VariantKind]]:
    """Words that tell when or where without a name: "wedding", "early"."""
    for n in _content(line, line.span):
        kinds = {exclusions()[row].kind for row, _ in exclusive(line.stems[n])}
        if VariantKind.DATE_CHANGED in kinds:
            yield (n,), VariantKind.DATE_CHANGED


def kind_of(filler: Filler) -> VariantKind:
    """What another one in the place of a name, a number or a date would be."""
    if filler.kind in _OF_VALUES:
        return _OF_VALUES[filler.kind]
    somewhere = filler.before in _WHERE and filler.kind is not FillerKind.PERSON
    beside = filler.kind is FillerKind.PLACE and filler.role is ArgumentRole.ADJUNCT
    return VariantKind.PLACE_CHANGED if somewhere or beside else VariantKind.ENTITY_CHANGED


def _predicates(line: Line) -> Iterator[tuple[Sequence[int], VariantKind]]:
    """The verbs with what belongs to them; a negation alone, since it turns what it bears on."""
    for negation in negations(line.words):
        yield line.positions(negation), VariantKind.POLARITY_CHANGED
    for clause in line.clauses:
        spans = sorted((clause.predicate, *clause.auxiliaries))
        yield [n for span in spans for n in line.positions(span)], VariantKind.PREDICATE_CHANGED


def _kind_of_argument(argument: Argument) -> VariantKind:
    is_where = argument.role is ArgumentRole.ADJUNCT and argument.marker in _WHERE
    return VariantKind.PLACE_CHANGED if is_where else VariantKind.ENTITY_CHANGED


def _content(line: Line, span: Span) -> Sequence[int]:
    return [n for n in line.positions(span) if line.weights[n]]
