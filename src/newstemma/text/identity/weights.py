"""The weights of the scorer of names, in log-odds per unit of signal.

Written by `python -m bench.fit_names`. Signals that a handful of the open pairs show, or none,
are set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["BIAS", "WEIGHTS"]

BIAS = 3.77
WEIGHTS: Mapping[str, float] = {
    "edits": -0.27,
    "far": -2.78,
    "share": -3.03,
    "worst": -2.51,
    "order": -1.69,
    "missing": -0.56,
    "missing_in_body": -4.00,  # set by hand
    "lone": -0.09,
    "namesake": -1.00,  # set by hand
    "initials_only": -4.00,  # set by hand
    "other_initial": -4.00,  # set by hand
    "other_number": -0.46,
    "other_form": -5.00,  # set by hand
    "other_father": -5.00,  # set by hand
}
