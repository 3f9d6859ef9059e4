"""One thing that speaks against a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import Span

__all__ = ["Deduction", "Ground"]


class Ground(StrEnum):
    """Why something is deducted; the amount is 1 for a whole word or place, or a share of it."""

    FINDING = "finding"  # a variant, by its severity
    NEW_WORD = "new-word"  # no parent has the word, by how rare it is
    NEW_NAME = "new-name"
    NEW_NUMBER = "new-number"
    SYNONYM = "synonym"  # a parent has a word that may stand for it, or a relative of it
    ALONE = "alone"  # its neighbours stand near it in no parent
    ALONE_NAME = "alone-name"
    ALONE_NUMBER = "alone-number"
    TORN = "torn"  # two neighbours that stand near each other in no parent
    LOOSE = "loose"  # by how much farther apart they stand there
    PARTED = "parted"  # two words running, grammar included, that no parent has close by in order
    NEW_PAIR = "new-pair"  # that no parent has side by side
    NEW_TRIPLE = "new-triple"  # the same of three
    SCATTERED = "scattered"  # words of a sentence that are not in the best sentence of a parent,
    APART = "apart"  # nor in one beside it
    BEYOND = "beyond"  # nor in any other one line of a parent
    OPPOSITE = "opposite"  # a parent has the opposite there
    ALTERNATIVE = "alternative"  # a parent has another of the same kind there: red for green
    OTHER_NUMBER = "other-number"  # a parent has another number there
    NEGATED = "negated"  # a negation where no parent has one
    NOT_NEGATED = "not-negated"  # none where the parents have one
    NEW_ROLE = "new-role"  # a role of a known predicate that no parent fills
    OTHER_ARGUMENT = "other-argument"  # the parents have others in that role of the predicate
    PRONOUN = "pronoun"  # in place of a name
    OPEN_PRONOUN = "open-pronoun"  # a sentence opens with it
    LOST_PRONOUN = "lost-pronoun"  # nobody was named before
    OTHER_PRONOUN = "other-pronoun"  # the parents have none but of the other gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """An amount on a ground, the child's place for it, and the parent's it was held against."""

    ground: Ground
    amount: float
    child_span: Span
    parent: str | None = None
    parent_span: Span | None = None
