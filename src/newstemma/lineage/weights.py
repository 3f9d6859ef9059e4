"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COMMON_SOURCE", "CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

COMMON_SOURCE = 0.41  # that neither was made from the other, order even
RELATION_BIAS = -1.99
RELATION: Mapping[str, float] = {
    "coverage": 0.61,
    "wording": 4.16,
    "specifics": 1.36,
    "quotations": 0.10,
    "order": 1.17,
}
DIRECTION: Mapping[str, float] = {
    "lost-names": 0.63,
    "lost-numbers": 0.62,
    "lost-rarities": 1.08,
    "lost-quotations": 0.76,
    "long-words": 1.40,
    "voice": 1.77,
    "asides": 2.16,
    "days": 2.16,
    "commentary": 1.48,
    "short-words": 1.50,
    "usual-length": 1.50,
    "completeness": 0.50,  # set by hand
    "credit": 2.00,  # set by hand
    "published": 2.50,  # set by hand
}
CONTEST_BIAS = 2.20
CONTEST: Mapping[str, float] = {
    "leftovers": 2.27,
    "inherited": -1.32,
}
