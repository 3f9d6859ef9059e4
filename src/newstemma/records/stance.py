"""The record of a stance: how firmly words stand behind what they say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Force", "Stance"]


class Force(StrEnum):
    """How something is reported; the values of factuality of FactBank, in plain words.

    FactBank (Saurí and Pustejovsky, 2009) has certain (CT+), probable (PR), possible (PS),
    counterfactual (CT-) and underspecified (U).
    """

    CERTAIN = "certain"  # said flatly
    LIKELY = "likely"  # "is expected to", "apparently"
    POSSIBLE = "possible"  # "may", "perhaps"
    DENIED = "denied"  # "did not", "denied that"
    UNKNOWN = "unknown"  # passed on or left open: "allegedly", "whether", a question


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """The force of the words at `span`, with the words that show it.

    `evidence` are the cues that decided, in order; none for what is said flatly. `negated`
    where what is likely, possible or unknown is that it is not so ("may not"). `negations` are
    all negating words, `scopes` the stretches that each bears on: from it to the end of its
    clause.
    """

    span: Span
    force: Force
    evidence: tuple[Span, ...] = ()
    negated: bool = False
    negations: tuple[Span, ...] = ()
    scopes: tuple[Span, ...] = ()
