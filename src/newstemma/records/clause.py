"""The record of a clause: who is said to have done what to whom, where, when and with what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Argument", "ArgumentRole", "Clause"]


class ArgumentRole(StrEnum):
    """What an argument is to its predicate, whether the verb is active or passive."""

    AGENT = "agent"  # who does it: the subject, or "by" with a passive
    PATIENT = "patient"  # to whom or what it is done: the object, or a passive's subject
    RECIPIENT = "recipient"  # the indirect object
    ATTRIBUTE = "attribute"  # what the subject is said to be: "is a researcher"
    ADJUNCT = "adjunct"  # where, when, how, with what; `Argument.marker` says by which word


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A phrase that fills a role of a predicate.

    `span` is the phrase without clauses that hang on it, `head` its main word with `lemma`;
    `marker` the preposition, in lower case. `shared` where the phrase stands with another verb
    ("wants" in "he wants to leave") or is what a relative pronoun means.
    """

    role: ArgumentRole
    span: Span
    head: Span
    lemma: str
    marker: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its arguments, each in text order; in the terms of Universal Dependencies.

    `predicate` is the verb, or what follows "be" with `lemma` "be". `auxiliaries` are its
    auxiliaries, negations and particle. `parent` is the place, among the article's clauses, of
    the one that this one hangs on, by the relation `relation` ("ccomp", "acl:relcl").
    """

    span: Span
    predicate: Span
    lemma: str
    auxiliaries: tuple[Span, ...]
    arguments: tuple[Argument, ...]
    negated: bool
    passive: bool
    parent: int | None
    relation: str

    def filling(self, role: ArgumentRole) -> Iterator[Argument]:
        """The arguments with that role."""
        return (argument for argument in self.arguments if argument.role is role)
