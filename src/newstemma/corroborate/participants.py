"""Who does what an event tells, and to whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.collate.stems import stem
from newstemma.corroborate.event_types import Event
from newstemma.corroborate.event_words import PEOPLE
from newstemma.records import Argument, ArgumentRole, Clause, RelationType, Span

__all__ = ["Participant", "participants"]

# Whom it concerns is told by what is promised, threatened, refused, wanted,
_HANDING = frozenset(
    {RelationType.AGREE, RelationType.THREATEN, RelationType.REJECT, RelationType.DEMAND}
)
_MOVING = frozenset({RelationType.MOBILIZE})  # and not by what is moved.
_CONCERNED = frozenset({"with", "against", "to", "toward", "towards", "on", "upon", "from", "at"})
_MUTUAL = frozenset(
    {
        RelationType.AGREE,
        RelationType.CONSULT,
        RelationType.COOPERATE,
        RelationType.FIGHT,
    }
)
_ONE_SIDED = frozenset("promise pledge vow swear offer volunteer commit".split())
_OF = re.compile(r"\b(?:of|in|at|for|from|to|with|and|or|by|on|against)\b|['’]s?\s|,")
_TITLED = re.compile(r" [A-Z]")  # more of the phrase: "Norland Senator Ada Birk"
_PRONOUNS = frozenset("it he she they we i who that which this these those".split())
_MOST_BELOW = 12  # clauses that hang on one
_RANKS = {"xcomp": 0, "ccomp": 1, "acl": 2, "acl:relcl": 3, "advcl": 4}
_TOWARDS = ("with", "against", "to", "toward", "towards", "on", "upon", "for", "from", "at",
            "between", "into", "in", "of", "over", "by")  # fmt: skip
_BETWEEN = frozenset({",", "and", ", and", "and the", ", the", ", and the", "& the", "&"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody or something that does or undergoes: `span` is its name, else its head.

    `phrase` is all that is said of it, `head` its main word. `near` where its place in the
    clause says that it is meant.
    """

    span: Span
    phrase: Span
    head: Span
    named: bool
    near: bool


def participants(
    text: str, clauses: Sequence[Clause], told: Iterable[Event], names: Sequence[Span]
) -> Iterator[tuple[Event, Sequence[Participant], Sequence[Participant]]]:
    """The events with their sources and their targets, as far as these can be told.

    `clauses` are those of the text, `names` its names in order.
    """
    cast, under = _Cast(text, names), _under(clauses)
    for event in told:
        sources = _sources(cast, [clauses[place] for place in _sourced(event)])
        found = [
            one
            for argument, near in _candidates(clauses, under, event)
            for one in cast.read(argument, near=near)
        ]
        found += cast.after(event.cue, clauses[event.steps[0]].span)
        targets = _targets(cast, sources, found)
        one_sided = clauses[event.steps[-1]].lemma in _ONE_SIDED
        if not targets and event.type in _MUTUAL and not one_sided:
            yield event, sources[:1], sources[1:]
        else:
            yield event, sources, targets


def _sourced(event: Event) -> Sequence[int]:
    """The clauses whose subject may be the source; of what is due, it is who says so."""
    demanded = event.type is RelationType.DEMAND and len(event.steps) > 1
    return event.steps[:1] if demanded else event.steps


def _targets(
    cast: _Cast, sources: Sequence[Participant], found: Iterable[Participant]
) -> Sequence[Participant]:
    """The first that is no source, a named one before others, with those joined to it."""
    taken = {cast.key(one.span) for one in sources}
    rest = [one for one in found if cast.key(one.span) not in taken]
    first = next((one for one in rest if one.named), next(iter(rest), None))
    return () if first is None else (first, *cast.joined(first))


class _Cast:
    """The names of a text."""

    def __init__(self, text: str, names: Sequence[Span]) -> None:
        self._text, self._names = text, names
        self._starts = [span.start for span in names]

    def knows(self, span: Span) -> bool:
        """Whether a name stands there."""
        at = bisect_left(self._starts, span.start)
        return at < len(self._names) and self._names[at] == span

    def key(self, span: Span) -> str:
        """What two mentions of one name share."""
        return span.of(self._text).lower()

    def read(self, argument: Argument, *, near: bool) -> Iterator[Participant]:
        """Whom a phrase is about, if anybody: a name in it, or a noun for people at its head."""
        inside = self._inside(argument.span)
        beside = next(self._after(argument.span.end), None)
        gap = self._text[argument.span.end : beside.start] if beside else "-"
        is_people = not {argument.lemma, stem(argument.lemma)}.isdisjoint(PEOPLE)
        titled = argument.head.end == argument.span.end and gap == " "
        if beside and (titled or (not inside and is_people and gap in {" ", ", "})):
            yield replace(_bare(argument), span=beside, named=True, near=near)
        elif inside:
            main = self._main(inside, argument)
            yield replace(_bare(argument), span=main, named=True, near=near)
        elif is_people:
            yield replace(_bare(argument), near=near)

    def _after(self, end: int) -> Iterator[Span]:
        """The names from a place on."""
        return iter(self._names[bisect_left(self._starts, end) :])

    def _main(self, inside: Sequence[Span], argument: Argument) -> Span:
        """The name that a phrase with several is about: a title and its bearer are one."""
        first = next((span for span in inside if span.overlaps(argument.head)), inside[0])
        last = inside[-1]
        titled = last.end == argument.span.end and not _OF.search(self._text, first.end, last.start)
        return last if titled and last.start >= argument.head.start else first

    def after(self, cue: Span, within: Span) -> Iterator[Participant]:
        """The names after the telling word, whatever they are to it."""
        for span in self._after(cue.end):
            if span.end > within.end:
                return
            yield Participant(span=span, phrase=span, head=span, named=True, near=False)

    def joined(self, one: Participant) -> Sequence[Participant]:
        """The names that a list with "and" joins to the phrase of one."""
        found, kept, end = [], 0, one.phrase.end
        for span in self._after(end):
            between = self._text[end : span.start].strip().lower()
            if between not in _BETWEEN or _TITLED.match(self._text, span.end):
                break
            found.append(replace(one, span=span, phrase=span, head=span))
            kept = len(found) if "and" in between or "&" in between else kept
            end = span.end
        return found[:kept]

    def _inside(self, span: Span) -> list[Span]:
        first, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [name for name in self._names[first:end] if name.end <= span.end]


def _bare(argument: Argument) -> Participant:
    """What a phrase is about, by its main word."""
    return Participant(
        span=argument.head, phrase=argument.span, head=argument.head, named=False, near=True
    )


def _sources(cast: _Cast, chain: Sequence[Clause]) -> tuple[Participant, ...]:
    """The subject of the innermost clause that has one; none where only a passive's is told."""
    for clause in reversed(chain):
        told = [a for a in _doers(clause) if a.lemma not in _PRONOUNS or cast.knows(a.head)]
        if told:
            found = next(cast.read(told[0], near=True), _bare(told[0]))
            return (found, *cast.joined(found))
        if clause.passive:
            return ()
    return ()


def _doers(clause: Clause) -> Sequence[Argument]:
    """The agents; what a participle with an object of its own tells of is its subject."""
    patients = list(clause.filling(ArgumentRole.PATIENT))
    if clause.relation == "acl" and clause.passive and len({a.shared for a in patients}) > 1:
        return [a for a in patients if a.shared]
    return list(clause.filling(ArgumentRole.AGENT))


def _candidates(
    clauses: Sequence[Clause], under: Mapping[int, Sequence[int]], event: Event
) -> Iterator[tuple[Argument, bool]]:
    """The arguments that the target may stand in, the likeliest first.

    With each, whether it is near: an object, or marked as the one whom it concerns.
    """
    deed = clauses[event.steps[-1]]
    below = _below(clauses, under, event.steps[-1])
    if event.type is RelationType.DEMAND:
        demanded = below if len(event.steps) == 1 else [deed, *below]
        yield from ((a, True) for c in demanded for a in _doers(c) if not a.shared)
        if len(event.steps) > 1:
            return
    for clause in (deed, *below):
        is_near = clause is deed or (event.type in _HANDING and clause.relation == "xcomp")
        is_near = is_near and deed.lemma != "resign"
        yield from ((a, is_near and event.type not in _MOVING) for a in _objects(clause))
        yield from ((a, is_near and _concerns(a, event, clause)) for a in _oblique(clause))
    yield from ((a, False) for c in below for a in _doers(c) if not a.shared)


def _concerns(argument: Argument, event: Event, clause: Clause) -> bool:
    """Whether a phrase is marked as the one whom the event concerns."""
    if event.type is RelationType.DEMAND and clause.lemma != "call":
        return argument.marker in {"from", "of", "to"}
    return argument.marker in _CONCERNED


def _under(clauses: Sequence[Clause]) -> Mapping[int, Sequence[int]]:
    """The clauses that hang on each, as far as they tell more of it."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        if clause.parent is not None and clause.relation in _RANKS:
            found[clause.parent].append(number)
    return found


def _below(
    clauses: Sequence[Clause], under: Mapping[int, Sequence[int]], place: int
) -> Sequence[Clause]:
    """The complements of a clause and theirs, then what else hangs on them."""
    found, waiting = list[int](), list(under.get(place, ()))
    while waiting and len(found) < _MOST_BELOW:
        found.append(waiting.pop(0))
        waiting += under.get(found[-1], ())
    return [clauses[at] for at in sorted(found, key=lambda at: (_RANKS[clauses[at].relation], at))]


def _objects(clause: Clause) -> Iterator[Argument]:
    yield from clause.filling(ArgumentRole.RECIPIENT)
    yield from clause.filling(ArgumentRole.PATIENT)


def _oblique(clause: Clause) -> Iterator[Argument]:
    beside = [a for a in clause.filling(ArgumentRole.ADJUNCT) if a.marker in _TOWARDS]
    yield from sorted(beside, key=lambda a: _TOWARDS.index(a.marker or ""))
