"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

RELATION_BIAS = -1.93
RELATION: Mapping[str, float] = {
    "coverage": 0.72,
    "wording": 5.61,
    "specifics": 0.86,
    "quotations": 0.10,
    "order": 1.49,
}
DIRECTION: Mapping[str, float] = {
    "lost-names": 1.06,
    "lost-numbers": 0.45,
    "lost-rarities": 0.76,
    "lost-quotations": 0.70,
    "long-words": 1.06,
    "voice": 1.70,
    "asides": 1.83,
    "days": 1.69,
    "commentary": 1.22,
    "evenness": 2.40,
    "usual-length": 1.50,
    "completeness": 0.50,  # set by hand
    "credit": 2.00,  # set by hand
    "published": 2.50,  # set by hand
}
CONTEST_BIAS = 2.03
CONTEST: Mapping[str, float] = {
    "leftovers": 2.17,
    "inherited": -1.41,
}
