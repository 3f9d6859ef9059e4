"""Which relation a clause tells of, if any."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.collate.stems import stem
from newstemma.corroborate.event_words import (
    ARMS,
    COOPERATIVE,
    ENDING,
    HOSTILE,
    LIFTING,
    LIGHT,
    NOUNS,
    PASSING,
    PHRASES,
    VERBS,
)
from newstemma.records import ArgumentRole, Clause, RelationType, Span
from newstemma.text.segment import words

__all__ = ["Event", "events"]

_MOST_STEPS = 4  # predicates between the first and the one that tells
_TO_COME = frozenset("will would shall 'll ’ll won wo".split())
_DUE = frozenset({"must", "should"})
_READY = frozenset({"willing", "ready", "prepared", "committed"})
_DOUBTING = frozenset("deny doubt refute dispute question wonder ask".split())
_DEEDS = ("of ", "for ", "from ")  # "accused him of helping": what the object is said to do
_UNLESS = ("unless ",)
_WHETHER = ("if ", "whether ", "what ", "who ", "how ", "why ", "when ", "where ", "which ")
_QUOTED = re.compile(r"[^.!?\n]{0,80}?[,:] ?[\"“‘'«]")  # "asked Birk, "Did you""
_TO = " to "
_DAYS = frozenset(  # "fired him on Monday" is not "fired on him"
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)
_LONGEST = 8  # characters of what opens a clause
_ENDINGS = ("ed", "ing")
_RANKS = {"xcomp": 0, "ccomp": 0, "advcl": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A relation that a clause tells of.

    `steps` are the places of the clauses that tell it: from the outermost, whose subject is
    the one who does it, to the one with the telling word at `cue`.
    """

    type: RelationType
    steps: tuple[int, ...]
    cue: Span


def events(text: str, clauses: Sequence[Clause]) -> tuple[Event, ...]:
    """The events of a text's clauses, in text order, each clause in one of them at most."""
    reader = _Reader(text, clauses)
    used: set[int] = set()
    found = []
    for place in range(len(clauses)):
        if place in used or reader.is_part(place):
            continue
        if (event := reader.event(place)) is not None:
            found.append(event)
            used.update(event.steps)
    return tuple(found)


class _Reader:
    """Reads the clauses of one text."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._text, self._clauses = text, clauses
        self._under: defaultdict[int, list[int]] = defaultdict(list)
        for place, clause in enumerate(clauses):
            if clause.parent is not None:
                self._under[clause.parent].append(place)
        asked = (one for one in clauses if self._opens(one, _WHETHER))
        above = (clauses[one.parent] for one in asked if one.parent is not None)
        self._asking = frozenset(one.predicate.start for one in above)

    def is_part(self, place: int) -> bool:
        """Whether a clause says nothing by itself: what is wanted, refused, denied."""
        clause = self._clauses[place]
        before = self._text[
            max(0, clause.predicate.start - len(_TO)) : clause.predicate.start
        ].lower()
        if clause.relation == "xcomp" or before == _TO:
            return True
        if self._opens(clause, _DEEDS):
            return True
        above = self._clauses[clause.parent] if clause.parent is not None else None
        if clause.relation != "ccomp" or above is None:
            return False
        return above.lemma in _DOUBTING or self._told(above) is not None

    def _opens(self, clause: Clause, words_: tuple[str, ...]) -> bool:
        start = clause.span.start
        return self._text[start : start + _LONGEST].lower().startswith(words_)

    def event(self, place: int) -> Event | None:
        """What the clause tells, by itself or by what hangs on it."""
        steps = [place]
        while len(steps) <= _MOST_STEPS:
            clause = self._clauses[steps[-1]]
            if (due := self._due(clause)) is not None:
                demanded = Event(type=RelationType.DEMAND, steps=tuple(steps), cue=due)
                return demanded if len(steps) > 1 else None
            if (told := self._told(clause)) is not None:
                return self._event(steps, *told)
            below = self._below(steps[-1]) if self._passes(clause) else None
            if below is None:
                return None
            steps.append(below)
        return None

    def _event(self, steps: Sequence[int], type_: RelationType, cue: Span) -> Event:
        below = self._below(steps[-1])
        if type_ is RelationType.AGREE and below is not None:
            under = self._told(self._clauses[below])
            if under is not None and under[0] in HOSTILE:
                type_ = RelationType.THREATEN
        return Event(type=self._modal(type_, steps), steps=tuple(steps), cue=cue)

    def _due(self, clause: Clause) -> Span | None:
        """The word that says that somebody ought to."""
        return next((s for s in clause.auxiliaries if s.of(self._text).lower() in _DUE), None)

    def _passes(self, clause: Clause) -> bool:
        if clause.lemma == "be":
            return self._text[clause.predicate.start : clause.predicate.end].lower() in _READY
        return clause.lemma in PASSING

    def _below(self, place: int) -> int | None:
        """The complement of a clause."""
        found = [at for at in self._under[place] if self._clauses[at].relation in _RANKS]
        return min(found, key=lambda at: (_RANKS[self._clauses[at].relation], at), default=None)

    def _told(self, clause: Clause) -> tuple[RelationType, Span] | None:
        """The type by the verb with a companion, by its object, or by itself."""
        for second in self._companions(clause):
            if found := PHRASES.get(f"{clause.lemma} {second}"):
                return found, clause.predicate
        noun = self._noun(clause)
        if noun is not None and clause.lemma in ENDING | LIFTING:
            return _undone(noun[0], lifts=clause.lemma in LIFTING), clause.predicate
        if noun is not None and clause.lemma in LIGHT:
            return noun
        type_ = VERBS.get(clause.lemma) or self._inflected(clause)
        if type_ is None or self._is_question(clause):
            return None
        if type_ is RelationType.ASSAULT and self._is_armed(clause):
            type_ = RelationType.FIGHT
        return type_, clause.predicate

    def _inflected(self, clause: Clause) -> RelationType | None:
        """The type of a verb whose lemma was only guessed: "telephon", "applaude"."""
        if not clause.predicate.of(self._text).lower().endswith(_ENDINGS):
            return None
        return VERBS.get(clause.lemma + "e") or VERBS.get(clause.lemma[:-1])

    def _is_question(self, clause: Clause) -> bool:
        """Whether somebody only asks something, and not for something."""
        if clause.lemma != "ask":
            return False
        quoted = _QUOTED.match(self._text, clause.predicate.end) is not None
        return quoted or clause.predicate.start in self._asking

    def _is_armed(self, clause: Clause) -> bool:
        agents = (words(self._text, one.span) for one in clause.filling(ArgumentRole.AGENT))
        return any({word.key, stem(word.key)} & ARMS for found in agents for word in found)

    def _companions(self, clause: Clause) -> Iterator[str]:
        yield from (span.of(self._text).lower() for span in clause.auxiliaries)
        beside = (one for one in clause.arguments if one.lemma.lower() not in _DAYS)
        yield from (one.marker for one in beside if one.marker)
        yield from (one.lemma for one in clause.filling(ArgumentRole.PATIENT))

    def _noun(self, clause: Clause) -> tuple[RelationType, Span] | None:
        """The noun of an object that tells what is done."""
        for argument in clause.filling(ArgumentRole.PATIENT):
            for word in words(self._text, argument.span):
                type_ = NOUNS.get(word.key)
                if type_ is not None and word.end <= argument.head.end:
                    return type_, word.span
        return None

    def _has_condition(self, place: int) -> bool:
        """Whether it is done unless something else is."""
        return any(self._opens(self._clauses[at], _UNLESS) for at in self._under[place])

    def _modal(self, type_: RelationType, steps: Sequence[int]) -> RelationType:
        """What is not done but will be, or will not be."""
        chain = [self._clauses[place] for place in steps]
        aids = {span.of(self._text).lower() for c in chain for span in c.auxiliaries}
        ready = any(c.predicate.of(self._text).lower() in _READY for c in chain)
        if type_ in COOPERATIVE and any(c.negated for c in chain):
            return RelationType.REJECT
        if not (aids & _TO_COME or ready):
            return type_
        if type_ in HOSTILE or self._has_condition(steps[-1]):
            return RelationType.THREATEN
        return RelationType.AGREE if type_ in COOPERATIVE else type_


def _undone(type_: RelationType, *, lifts: bool) -> RelationType:
    if lifts:
        return RelationType.CONCEDE
    return RelationType.SANCTION if type_ in COOPERATIVE else RelationType.RETREAT
