"""Which clauses say something by themselves, and which are only a part of another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from newstemma.corroborate.opinions import is_opinion
from newstemma.records import Argument, ArgumentRole, Clause, Span, Witness
from newstemma.text.attributions.lexicon import VERBS

__all__ = ["Head", "heads"]

_PARTS = frozenset({"xcomp", "csubj", "csubj:pass"})  # of what another clause says
_LOOSE = frozenset({"acl", "advcl"})  # where they lack a subject of their own
_DEMANDS = frozenset({"should", "ought", "let"})  # what somebody wants is no claim
_SUBJECTS = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})
_MOST_STEPS = 8  # clauses from a part to what it is a part of


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A clause with the clauses that are parts of it, in text order."""

    clause: Clause
    parts: tuple[Clause, ...]

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """Those of the clause and of its parts; one that they share stands once."""
        own = self.clause.arguments
        spans = {argument.span for argument in own}
        more = (a for part in self.parts for a in part.arguments if not a.shared)
        return (*own, *(a for a in more if a.span not in spans))


def heads(witness: Witness) -> tuple[Head, ...]:
    """The clauses of a report that say something, in text order.

    None are clauses that only report what another one says, demands and opinions. A clause without
    a subject of its own is a part of the one that it hangs on, unless it tells of a noun with a
    number or a time ("the pier, built in 1911"): those can be checked alone.
    """
    clauses = witness.clauses
    silent = frozenset(_reporting(witness))
    exact = _exact(witness)
    kept = {n for n, one in enumerate(clauses) if _stands_alone(one, exact) and n not in silent}
    parts: defaultdict[int, list[Clause]] = defaultdict(list)
    for number, one in enumerate(clauses):
        if number in kept or number in silent:
            continue
        home = _home(number, clauses, kept)
        if home is not None:
            parts[home].append(one)
    found = (Head(clause=clauses[n], parts=tuple(parts[n])) for n in sorted(kept))
    return tuple(
        one
        for one in found
        if _says(one, exact)
        and not _is_demand(one.clause, witness)
        and not is_opinion(witness.text, one.clause, exact)
    )


def _says(one: Head, exact: Sequence[int]) -> bool:
    """Whether it tells more than that somebody did something, or of how many or when."""
    arguments = one.arguments
    alone = len(arguments) == 1 and arguments[0].role in _SUBJECTS
    return bool(arguments) and (not alone or any(_holds(a.span, exact) for a in arguments))


def _stands_alone(one: Clause, exact: Sequence[int]) -> bool:
    if one.relation in _PARTS:
        return False
    own = [argument for argument in one.arguments if not argument.shared]
    if one.relation in _LOOSE and not any(a.role in _SUBJECTS and _leads(a, one) for a in own):
        tells_of = one.relation == "acl" and any(a.shared and _leads(a, one) for a in one.arguments)
        return tells_of and any(_holds(argument.span, exact) for argument in own)
    return bool(own)


def _leads(argument: Argument, clause: Clause) -> bool:
    """Whether a part stands before the predicate, as a subject does."""
    return argument.span.start < clause.predicate.start


def _exact(witness: Witness) -> Sequence[int]:
    """Where numbers and times start."""
    quantities = (one.span.start for one in witness.quantities)
    return sorted((*quantities, *(one.span.start for one in witness.times)))


def _holds(span: Span, starts: Sequence[int]) -> bool:
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)


def _home(number: int, clauses: Sequence[Clause], kept: Collection[int]) -> int | None:
    """The clause that one is a part of; None where it only hangs on who says it."""
    for _ in range(_MOST_STEPS):
        above = clauses[number].parent
        if above is None or clauses[number].relation not in _PARTS | _LOOSE:
            return None
        if above in kept:
            return above
        number = above
    return None


def _is_demand(one: Clause, witness: Witness) -> bool:
    return any(span.of(witness.text).casefold() in _DEMANDS for span in one.auxiliaries)


def _only_says(one: Clause) -> bool:
    """Whether somebody says, and not what: "the ministry said on Thursday"."""
    frame = VERBS.get(one.lemma)
    if frame is None or not (frame.clause and frame.speech) or one.passive:
        return False
    return not any(
        a.marker in frame.prepositions
        if a.role is ArgumentRole.ADJUNCT
        else a.role is not ArgumentRole.AGENT and not frame.hearer
        for a in one.arguments
    )


def _reporting(witness: Witness) -> Iterator[int]:
    """The clauses that only say who says what another clause says."""
    starts = [clause.predicate.start for clause in witness.clauses]
    yield from (c.parent for c in witness.clauses if c.relation == "ccomp" and c.parent is not None)
    yield from (n for n, one in enumerate(witness.clauses) if _only_says(one))
    for said in witness.attributions:
        if said.speech and said.cue_span and any(_holds(s, starts) for s in said.content_spans):
            first = bisect_left(starts, said.cue_span.start)
            yield from range(first, bisect_left(starts, said.cue_span.end))
