"""Probabilities and their log-odds, in which evidence adds up."""

from __future__ import annotations

import math

__all__ = ["log_odds", "probability"]

_LARGEST = 30.0  # log-odds beyond which a float has no more to say


def probability(odds: float) -> float:
    """The probability with these log-odds; never 0 or 1.

    >>> probability(0.0), 0 < probability(-1e9) < 1e-12
    (0.5, True)
    """
    return 1 / (1 + math.exp(-max(-_LARGEST, min(_LARGEST, odds))))


def log_odds(chance: float) -> float:
    """The log-odds of a probability, finite for 0 and 1 too.

    >>> log_odds(0.5), log_odds(1.0)
    (0.0, 30.0)
    """
    if not 0 < chance < 1:
        return math.copysign(_LARGEST, chance - 0.5)
    return math.log(chance / (1 - chance))
