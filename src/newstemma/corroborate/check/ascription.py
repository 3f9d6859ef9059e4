"""Who makes a claim without a word for saying: "police tied the fire to a gang"."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.lines import Line
from newstemma.collate.voices import GENERIC
from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.place import Place, same_deeds
from newstemma.records import Argument, ArgumentRole, NameKind, SourceKind

__all__ = ["Ascriber", "ascriber"]

# Verbs by which somebody claims that one thing has to do with another.
_ASCRIBING = frozenset("accuse ascribe attribute blame connect link suspect tie trace".split())
_KINDS = {
    NameKind.PERSON: SourceKind.PERSON,
    NameKind.ORGANISATION: SourceKind.ORGANISATION,
}

Ascriber = tuple[str, SourceKind]
"""Whoever claims it, in the words of the article, and what they are."""


def ascriber(told: Assertion, place: Place) -> Ascriber | None:
    """Whoever ascribes, in the line of the article, what the sentence says that they ascribe."""
    return next(_ascribers(told, place), None)


def _ascribers(told: Assertion, place: Place) -> Iterator[Ascriber]:
    for deed in told.line.clauses:
        if deed.lemma in _ASCRIBING:
            for clause in same_deeds(told, place, deed):
                for agent in clause.filling(ArgumentRole.AGENT):
                    if kind := _kind(agent, place.line):
                        yield place.line.text_of(agent.span), kind


def _kind(agent: Argument, line: Line) -> SourceKind | None:
    head = line.words[line.positions(agent.head).start].key if line.positions(agent.head) else ""
    if head in GENERIC:
        return SourceKind.COLLECTIVE
    named = (one.kind for one in line.entities if one.span.overlaps(agent.head))
    return next((_KINDS[kind] for kind in named if kind in _KINDS), None)
