"""Judges who does what to whom, whether it is denied, and how firmly it is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.lines import Line
from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.place import Place, same_deeds
from newstemma.corroborate.check.wants import Want, WantKind
from newstemma.records import Argument, ArgumentRole, Clause, Force, Span, Word
from newstemma.text.force import force
from newstemma.text.hedges import negations

__all__ = ["judge_deeds"]

_CORE = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})
_BESIDE = 40  # letters from who does it to what else tells who that is
_WEAK = frozenset({Force.LIKELY, Force.POSSIBLE, Force.UNKNOWN})


def judge_deeds(told: Assertion, place: Place) -> Iterator[Want]:
    """What the clauses of the sentence say otherwise than those of the place with their words."""
    for clause in told.line.clauses:
        if any(n in told.content for n in told.line.positions(clause.predicate)):
            theirs = same_deeds(told, place, clause)
            if theirs:
                yield from _stance(told, place, clause, theirs)
                for argument in clause.arguments:
                    yield from _argument(told, place, argument, theirs)
            elif clause.negated and not negations(place.line.words):
                yield Want(kind=WantKind.DENIAL, span=clause.predicate, there=place.line.span)


def _stance(
    told: Assertion, place: Place, clause: Clause, theirs: Sequence[Clause]
) -> Iterator[Want]:
    if all(other.negated != clause.negated for other in theirs):
        there = theirs[0].predicate
        yield Want(kind=WantKind.DENIAL, span=clause.predicate, there=there)
    own = force(told.line.witness.text, _words(told.line, clause)).force
    others = [force(place.line.witness.text, _words(place.line, other)).force for other in theirs]
    if own not in _WEAK and all(other in _WEAK for other in others):
        there = theirs[0].predicate
        yield Want(kind=WantKind.FORCE, span=clause.predicate, there=there)


def _words(line: Line, clause: Clause) -> Sequence[Word]:
    """The words of a clause without the clauses inside it."""
    inner = [
        one.span for one in line.clauses if one.span != clause.span and clause.span.covers(one.span)
    ]
    own = [
        word
        for word in line.words
        if clause.span.covers(word.span) and not any(s.covers(word.span) for s in inner)
    ]
    return own or [word for word in line.words if clause.predicate.overlaps(word.span)]


def _argument(
    told: Assertion, place: Place, own: Argument, theirs: Sequence[Clause]
) -> Iterator[Want]:
    """A part that the place has, but not as a part of the same deed, or in another role."""
    heads = [n for n in told.line.positions(own.head) if n in place.meant]
    words = [place.line.words[p].span for n in heads for p in place.meant[n]]
    if not words:
        return
    found = [a for c in theirs for a in c.arguments if any(a.span.covers(w) for w in words)]
    kind = _wanting(own, found, theirs, words)
    if kind:
        yield Want(kind=kind, span=own.span, there=words[0])


def _wanting(
    own: Argument, found: Sequence[Argument], theirs: Sequence[Clause], words: Sequence[Span]
) -> WantKind | None:
    if not found:
        agents = [a.head for c in theirs for a in c.filling(ArgumentRole.AGENT)]
        other = own.role is ArgumentRole.AGENT and agents and not _are_beside(agents, words)
        return WantKind.AGENT if other else WantKind.ARGUMENT
    core = own.role in _CORE and all(other.role in _CORE for other in found)
    turned = core and all(other.role is not own.role for other in found)
    return WantKind.ROLE if turned else None


def _are_beside(agents: Sequence[Span], words: Sequence[Span]) -> bool:
    """Whether words belong to one who does it all the same: "a ferry called NAME"."""
    return any(abs(a.start - w.start) <= _BESIDE for a in agents for w in words)
