"""What fills the places of a clause: names, quantities and times, each with what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from newstemma.collate.bearers import may_be_one
from newstemma.collate.lines import Line
from newstemma.collate.thesaurus import exclusive
from newstemma.records import Argument, ArgumentRole, Clause, MentionKind, NameKind, Span
from newstemma.text.names.forms import is_personal
from newstemma.text.quantities import parts_of

__all__ = [
    "NAMES",
    "PRONOUNS",
    "Filler",
    "FillerKind",
    "fillers_of",
    "may_be_same",
    "pronouns_of",
]

_MOST_REST = 12  # stems of a clause that are looked up, the rarest ones
_LEAST_REST = 12.0  # nats; where a clause tells less, the sentence speaks for it


class FillerKind(StrEnum):
    """What stands in a place of a clause."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    NUMBER = "number"
    DATE = "date"
    WORD = "word"  # one of several that exclude one another


PRONOUNS = frozenset("he she him her his hers they them".split())
NAMES = frozenset({FillerKind.PERSON, FillerKind.BODY, FillerKind.PLACE})

_OF_NAMES = {
    NameKind.PERSON: FillerKind.PERSON,
    NameKind.ORGANISATION: FillerKind.BODY,
    NameKind.PLACE: FillerKind.PLACE,
}
_GLUED = frozenset('"“”»«|>')  # marks in what a page lost the space before
_NAMED = {kind: name for name, kind in _OF_NAMES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A name, a quantity or a time at `span` in a line.

    `key` is what equal ones share. `role` is the part it plays in its clause; `is_head` unless
    it only belongs to what plays it. `before` is the word before it, "the" left out, `predicate`
    the stem of the clause's. `rest` are the rarest stems of what the clause says beside it, with
    their weights.
    """

    line: Line
    span: Span
    kind: FillerKind
    key: str
    role: ArgumentRole | None
    before: str
    predicate: str
    is_head: bool
    rest: Mapping[str, float]


def fillers_of(line: Line) -> tuple[Filler, ...]:
    """The fillers of a line, in order; none where no parse read it."""
    if not line.clauses:
        return ()
    found = (*_names(line), *_values(line), *_words(line))
    return tuple(
        _filler(line, span, kind, key) for span, kind, key in sorted(found, key=lambda one: one[:3])
    )


def pronouns_of(line: Line) -> tuple[Filler, ...]:
    """The personal pronouns of a line as fillers, where a parse read it."""
    return tuple(
        _filler(line, word.span, FillerKind.PERSON, word.key)
        for word in line.words
        if word.key in PRONOUNS and line.clauses
    )


def _names(line: Line) -> Iterator[tuple[Span, FillerKind, str]]:
    for name in line.entities:
        positions = line.positions(name.span)
        kind = _OF_NAMES.get(name.kind)
        if kind and positions and not _GLUED & set(line.text_of(name.span)):
            yield name.span, kind, " ".join(line.words[n].key for n in positions)
    for mention in line.of_kind(MentionKind.NAME):  # those that the parse took for no name
        read = any(name.span.overlaps(mention.span) for name in line.entities)
        if not read and (is_personal(mention.key.split()) or _acts(line, mention.span)):
            yield mention.span, FillerKind.PERSON, mention.key


def _acts(line: Line, span: Span) -> bool:
    """Whether a name, and nothing beside it, is the subject of a clause that does something."""
    return any(
        argument.role is ArgumentRole.AGENT and argument.span == span and not argument.marker
        for clause in line.clauses
        for argument in clause.arguments
    )


def _values(line: Line) -> Iterator[tuple[Span, FillerKind, str]]:
    for mention in line.of_kind(MentionKind.NUMBER):
        yield mention.span, FillerKind.NUMBER, mention.key
    for mention in line.of_kind(MentionKind.DATE):
        yield mention.span, FillerKind.DATE, mention.key


def _words(line: Line) -> Iterator[tuple[Span, FillerKind, str]]:
    for word, key in zip(line.words, line.stems, strict=True):
        for row, group in exclusive(key):
            yield word.span, FillerKind.WORD, f"{row} {group}"


def _filler(line: Line, span: Span, kind: FillerKind, key: str) -> Filler:
    clause, argument = _place(line, span)
    return Filler(
        line=line,
        span=span,
        kind=kind,
        key=key,
        role=argument.role if argument else None,
        before=_before(line, span),
        predicate=_predicate(line, clause),
        is_head=argument is not None and span.covers(argument.head),
        rest=_rest(line, span, clause),
    )


def _predicate(line: Line, clause: Clause | None) -> str:
    positions = line.positions(clause.predicate) if clause else range(0)
    return line.stems[positions.start] if positions else ""


def _before(line: Line, span: Span) -> str:
    """The word before a span, "the" left out; empty where a mark stands between."""
    first = line.positions(span).start
    if first and line.words[first - 1].key == "the":
        first -= 1
    if not first or line.clause_end(first - 1, first + 1) == first:
        return ""
    return line.words[first - 1].key


def _place(line: Line, span: Span) -> tuple[Clause | None, Argument | None]:
    """The clause and the argument that hold a span most closely."""
    found = [
        (len(argument.span), len(clause.span), number, argument)
        for number, clause in enumerate(line.clauses)
        for argument in clause.arguments
        if argument.span.covers(span) and not argument.shared
    ]
    if found:
        _, _, number, argument = min(found, key=lambda f: f[:3])
        return line.clauses[number], argument
    around = [(len(clause.span), n) for n, clause in enumerate(line.clauses)]
    held = [(size, n) for size, n in around if line.clauses[n].span.covers(span)]
    return (line.clauses[min(held)[1]] if held else None), None


def _rest(line: Line, span: Span, clause: Clause | None) -> Mapping[str, float]:
    found = _weights(line, clause.span, span) if clause else {}
    if sum(found.values()) < _LEAST_REST:
        found = _weights(line, line.span, span)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST_REST])


def _weights(line: Line, inside: Span, without: Span) -> dict[str, float]:
    return {
        line.stems[n]: line.weights[n]
        for n in line.positions(inside)
        if line.weights[n]
        and not (line.words[n].start < without.end and without.start < line.words[n].end)
    }


def may_be_same(own: Filler, other: Filler) -> bool:
    """Whether two fillers may be one name, one value, or one date told more or less precisely."""
    if own.kind in NAMES and other.kind in NAMES:
        return own.key == other.key or may_be_one(own.key, other.key, _NAMED[own.kind])
    if own.kind is not other.kind:
        return False
    if own.kind is FillerKind.WORD:
        return own.key == other.key
    if own.kind is FillerKind.NUMBER:
        return parts_of(own.key)[1] == parts_of(other.key)[1]
    return own.key in other.key or other.key in own.key
