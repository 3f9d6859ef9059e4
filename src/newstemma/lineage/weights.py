"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

RELATION_BIAS = -1.83
RELATION: Mapping[str, float] = {
    "coverage": 0.69,
    "wording": 5.46,
    "specifics": 0.88,
    "quotations": 0.08,
    "order": 1.47,
}
DIRECTION: Mapping[str, float] = {
    "lost-names": 1.09,
    "lost-numbers": 0.54,
    "lost-rarities": 0.66,
    "lost-quotations": 0.61,
    "long-words": 1.21,
    "voice": 1.73,
    "asides": 1.84,
    "days": 1.86,
    "commentary": 1.64,
    "evenness": 2.09,
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
