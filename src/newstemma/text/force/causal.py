"""The strength of a causal claim: none, correlational, conditional or direct.

The scale is that of Yu, Li and Wang (EMNLP 2019) for findings of science.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from newstemma.records import Force, Word
from newstemma.text.force.cues import cues

__all__ = ["CausalStrength", "causal_strength"]


class CausalStrength(StrEnum):
    """What a sentence claims of a cause."""

    NONE = "none"
    CORRELATIONAL = "correlational"  # "is linked to"
    CONDITIONAL = "conditional"  # "may cause"
    DIRECT = "direct"  # "causes"


# Beginnings of words. Those that cost more than they found on one half of the sentences of
# `causal_strength/` ("result", "lower", "allow", "made") are left out.
_ASSOCIATION = ("associat", "correlat", "link")
_CORRELATION = tuple(
    "predict relat tied coincid likel higher lower odds varied differ risk-factor".split()
)
_CAUSE = tuple(
    "caus increas reduc decreas improv lead prevent protect promot trigger induc affect effect "
    "impact influenc enhanc inhibit benefi boost help contribut suppress alleviat accelerat delay "
    "attenuat worsen restor stimulat block eliminat diminish role drive make".split()
)


def causal_strength(text: str, words: Sequence[Word]) -> CausalStrength:
    """The strength of what the words of one sentence claim of a cause.

    >>> from newstemma.text.segment import words
    >>> text = "Salt may raise or increase the risk."
    >>> causal_strength(text, words(text)).value
    'conditional'
    """
    keys = [word.key for word in words]
    if any(key.startswith(_ASSOCIATION) for key in keys):
        return CausalStrength.CORRELATIONAL
    if not any(key.startswith(_CAUSE) for key in keys):
        related = any(key.startswith(_CORRELATION) for key in keys)
        return CausalStrength.CORRELATIONAL if related else CausalStrength.NONE
    hedged = any(cue.force in {Force.POSSIBLE, Force.LIKELY} for cue in cues(text, words))
    return CausalStrength.CONDITIONAL if hedged else CausalStrength.DIRECT
