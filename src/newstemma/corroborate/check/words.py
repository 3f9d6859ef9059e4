"""Judges the words of a sentence one by one: a place has them, or what it has for them."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.thesaurus import alternatives, opposites
from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.place import Place, is_one_of, same_deeds
from newstemma.corroborate.check.wants import Want, WantKind
from newstemma.records import ArgumentRole, NameKind, Span

__all__ = ["judge_words"]

_STANDING_IN = frozenset(
    "he she they them him her his hers their theirs it its we our us i my".split()
)
_WHOLE = frozenset(
    {
        WantKind.ALTERNATIVE,
        WantKind.DATE,
        WantKind.DEED,
        WantKind.NUMBER,
        WantKind.OPPOSITE,
        WantKind.RIVAL,
    }
)


def judge_words(told: Assertion, place: Place) -> Iterator[Want]:
    """What the place has not, or only in another word."""
    for n in told.content:
        if n not in place.meant:
            yield _opposed(told, n, place) or _missing(told, n, place)
        elif n in place.borrowed:
            kind = _kind_of_other(told, n, place)
            yield Want(
                kind=kind,
                span=told.span(n),
                amount=1.0 if kind in _WHOLE else told.line.weights[n],
                there=place.span(place.meant[n][:1]),
            )


def _kind_of_other(told: Assertion, n: int, place: Place) -> WantKind:
    """A synonym says what is done if the word does: a noun or an adjective says less."""
    deeds = [clause for clause in told.line.clauses if clause.predicate.covers(told.span(n))]
    verbal = [clause for clause in deeds if clause.lemma != "be"]
    if not verbal:
        return WantKind.OTHER_WORD
    done = any(same_deeds(told, place, clause) for clause in verbal)
    return WantKind.OTHER_DEED if done else WantKind.DEED


def _missing(told: Assertion, n: int, place: Place) -> Want:
    kind = _kind(told, n, place)
    value = told.dates.get(n) or told.numbers.get(n)
    return Want(
        kind=kind,
        span=value.span if value else told.span(n),
        amount=1.0 if kind in _WHOLE else told.line.weights[n],
        there=_instead(told, n, place),
    )


def _kind(told: Assertion, n: int, place: Place) -> WantKind:
    key = told.line.stems[n]
    if n in told.dates:
        return WantKind.DATE
    if n in told.numbers:
        return WantKind.NUMBER
    if n in told.names:
        return _kind_of_name(told, n, place)
    if _is_deed(told, n):
        return WantKind.DEED
    return WantKind.WORD_BESIDE if key in place.beside else WantKind.WORD


def _kind_of_name(told: Assertion, n: int, place: Place) -> WantKind:
    """A name that the line lacks: somebody else is named instead, a word stands for it, or not."""
    kind = told.names[n].kind
    taken = {p for positions in place.meant.values() for p in positions}
    free = [e for e in place.line.entities if taken.isdisjoint(place.line.positions(e.span))]
    rival = any(kind is not NameKind.UNKNOWN and e.kind is kind for e in free)
    stands_in = any(word.key in _STANDING_IN for word in place.line.words)
    near = stands_in and is_one_of(told.line.stems[n], place.before)
    if near and (not rival or _stands_for_agent(told, n, place)):
        return WantKind.NAME_BESIDE
    return WantKind.RIVAL if rival else WantKind.NAME


def _stands_for_agent(told: Assertion, n: int, place: Place) -> bool:
    """Whether the name does something that at the place a pronoun does."""
    deeds = [
        clause
        for clause in told.line.clauses
        if any(a.span.covers(told.span(n)) for a in clause.filling(ArgumentRole.AGENT))
    ]
    agents = (
        argument.span
        for deed in deeds
        for clause in same_deeds(told, place, deed)
        for argument in clause.filling(ArgumentRole.AGENT)
    )
    return any(place.line.text_of(span).casefold() in _STANDING_IN for span in agents)


def _is_deed(told: Assertion, n: int) -> bool:
    """Whether a word says what is done; without a parse any word may."""
    if not told.line.clauses:
        return True
    return any(clause.predicate.overlaps(told.span(n)) for clause in told.line.clauses)


def _instead(told: Assertion, n: int, place: Place) -> Span | None:
    """The number, the date or the name that the place has where the sentence has another one."""
    line = place.line
    value = told.dates.get(n) or told.numbers.get(n)
    if value is not None:
        own = told.line.positions(value.span)
        rivals = [mention.span for mention in line.of_kind(value.kind)]
    elif n in told.names:
        own = told.line.positions(told.names[n].span)
        rivals = [e.span for e in line.entities if e.kind is told.names[n].kind]
    else:
        return None
    taken = {p for m, found in place.meant.items() if m not in own for p in found}
    free = [span for span in rivals if not taken.issuperset(line.positions(span))]
    near = (own.start - 1, own.stop, own.stop + 1, own.start - 2)
    beside = [p for m in near for p in place.meant.get(m, ())[:1]]
    at = line.words[beside[0]].start if beside else line.span.start
    return min(free, key=lambda span: (abs(span.start - at), span), default=None)


def _opposed(told: Assertion, n: int, place: Place) -> Want | None:
    """The opposite of a word, or another of its kind, that the place has instead."""
    key = told.line.stems[n]
    if n in told.names:
        return None
    for kind, others in (
        (WantKind.OPPOSITE, opposites(key) if _is_deed(told, n) else ()),
        (WantKind.ALTERNATIVE, (*opposites(key), *alternatives(key))),
    ):
        there = [p for p, other in enumerate(place.line.stems) if other in others]
        if there:
            return Want(kind=kind, span=told.span(n), there=place.span(there[:1]))
    return None
