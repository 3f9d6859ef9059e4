"""What a place of an article lacks of a sentence, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import Span, VariantKind

__all__ = ["CONTRADICTING", "COSTS", "KINDS", "Want", "WantKind", "cost"]


class WantKind(StrEnum):
    """What is wanting; the amount is 1, or how much a word tells."""

    NAME = "name"  # nowhere near
    NAME_BESIDE = "name-beside"  # in the sentences before it, where a word here may stand for it
    RIVAL = "rival"  # another name of the kind is there instead
    NUMBER = "number"
    DATE = "date"
    DEED = "deed"  # the word for what is done
    WORD = "word"
    WORD_BESIDE = "word-beside"  # in the sentence before or after, or where a name is introduced
    OTHER_WORD = "other-word"  # only a synonym or a relative of it
    OTHER_DEED = "other-deed"  # the same of the word for what is done
    OPPOSITE = "opposite"  # the opposite is done
    ALTERNATIVE = "alternative"  # another word of the kind is there: north for south
    BOND = "bond"  # two words side by side, which stand apart there
    NAME_BOND = "name-bond"  # the same, one of them of a name, or a number
    ARGUMENT = "argument"  # a part of what is done: it stands elsewhere
    AGENT = "agent"  # who does it: somebody else does it there
    ROLE = "role"  # who does it, to whom it is done: it is the other way round
    DENIAL = "denial"  # denied on one side only
    FORCE = "force"  # said flatly, and only held to be so there
    SPEAKER = "speaker"  # said by somebody else, or by nobody
    PRONOUN = "pronoun"  # the text does not say for whom it stands
    GENDER = "gender"  # the pronouns there are of the other gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Something wanting: which words of the text, how much, and the words of the article for it."""

    kind: WantKind
    span: Span
    amount: float = 1.0
    there: Span | None = None


# What a want costs, for an amount of 1. Set on the open half of `bump/`: see docs/claims.md.
COSTS: Mapping[WantKind, float] = {
    WantKind.NAME: 1.5,
    WantKind.NAME_BESIDE: 0.1,
    WantKind.RIVAL: 8.0,
    WantKind.NUMBER: 12.0,
    WantKind.DATE: 12.0,
    WantKind.DEED: 5.5,
    WantKind.WORD: 0.45,
    WantKind.WORD_BESIDE: 0.2,
    WantKind.OTHER_WORD: 0.1,
    WantKind.OTHER_DEED: 0.3,
    WantKind.OPPOSITE: 12.0,
    WantKind.ALTERNATIVE: 8.0,
    WantKind.BOND: 0.4,
    WantKind.NAME_BOND: 3.0,
    WantKind.ARGUMENT: 0.4,
    WantKind.AGENT: 3.5,
    WantKind.ROLE: 12.0,
    WantKind.DENIAL: 12.0,
    WantKind.FORCE: 12.0,
    WantKind.SPEAKER: 12.0,
    WantKind.PRONOUN: 12.0,
    WantKind.GENDER: 8.0,
}
KINDS: Mapping[WantKind, VariantKind] = {
    WantKind.NAME: VariantKind.ENTITY_CHANGED,
    WantKind.RIVAL: VariantKind.ENTITY_CHANGED,
    WantKind.NUMBER: VariantKind.NUMBER_CHANGED,
    WantKind.DATE: VariantKind.DATE_CHANGED,
    WantKind.DEED: VariantKind.PREDICATE_CHANGED,
    WantKind.OPPOSITE: VariantKind.PREDICATE_CHANGED,
    WantKind.ALTERNATIVE: VariantKind.PREDICATE_CHANGED,
    WantKind.AGENT: VariantKind.ENTITY_CHANGED,
    WantKind.ROLE: VariantKind.ROLE_CHANGED,
    WantKind.DENIAL: VariantKind.POLARITY_CHANGED,
    WantKind.FORCE: VariantKind.HEDGE_DROPPED,
    WantKind.SPEAKER: VariantKind.ATTRIBUTION_CHANGED,
}
"""The kind of change that a want amounts to; `added` for the rest."""

CONTRADICTING = frozenset({WantKind.DENIAL, WantKind.OPPOSITE})


def cost(wants: Iterable[Want]) -> float:
    """What speaks against a sentence at a place; 0 where all of it stands there."""
    return sum(COSTS[want.kind] * want.amount for want in wants)
