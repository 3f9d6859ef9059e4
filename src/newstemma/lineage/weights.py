"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

RELATION_BIAS = -2.22
RELATION: Mapping[str, float] = {
    "coverage": 0.67,
    "wording": 0.06,
    "phrases": 6.02,
    "specifics": 0.85,
    "quotations": 0.14,
    "order": 1.57,
}
DIRECTION: Mapping[str, float] = {
    "lost-names": 1.09,
    "lost-numbers": 0.53,
    "lost-rarities": 0.64,
    "lost-quotations": 0.70,
    "long-words": 1.21,
    "voice": 1.67,
    "asides": 1.85,
    "days": 1.74,
    "commentary": 1.65,
    "evenness": 1.98,
    "usual-length": 1.50,
    "completeness": 0.50,  # set by hand
    "credit": 2.00,  # set by hand
    "published": 2.50,  # set by hand
}
CONTEST_BIAS = 2.0
CONTEST: Mapping[str, float] = {
    "leftovers": 2.22,
    "inherited": -1.48,
}
