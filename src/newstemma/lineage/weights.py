"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

RELATION_BIAS = -1.95
RELATION: Mapping[str, float] = {
    "coverage": 0.69,
    "wording": 5.72,
    "specifics": 0.87,
    "quotations": 0.09,
    "order": 1.50,
}
DIRECTION: Mapping[str, float] = {
    "lost-names": 1.11,
    "lost-numbers": 0.53,
    "lost-rarities": 0.34,
    "lost-quotations": 0.71,
    "long-words": 0.94,
    "voice": 1.71,
    "asides": 1.85,
    "days": 1.72,
    "commentary": 1.30,
    "evenness": 2.13,
    "usual-length": 1.50,
    "completeness": 0.50,  # set by hand
    "credit": 2.00,  # set by hand
    "published": 2.50,  # set by hand
}
CONTEST_BIAS = 2.03
CONTEST: Mapping[str, float] = {
    "leftovers": 2.17,
    "inherited": -1.40,
}
