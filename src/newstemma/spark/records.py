"""What travels in packets: the records of each kind."""

from __future__ import annotations

import numpy as np

__all__ = ["FEATURE", "KEPT", "SHARED", "SIZE", "STREAM", "TOTAL", "WANTED"]

FEATURE = np.dtype([("hash", "<u8"), ("rank", "<i4"), ("series", "<i4"), ("few", "<i4")])
"""A feature and a text that has it: its rank, its series (-1: none with furniture), and how many
articles of the series make the feature one that the series repeats."""

SIZE = np.dtype([("rank", "<i4"), ("grams", "<i4"), ("pairs", "<i4")])
"""How many different features of both nets a text has."""

SHARED = np.dtype([("hash", "<u8"), ("rank", "<i4"), ("held", "<i4"), ("later", "?")])
"""A feature that `held` texts have and one of these, and whether another stands before that. Of
furniture, `held` is 0."""

WANTED = np.dtype([("hash", "<u8"), ("rank", "<i4"), ("held", "<i4"), ("every", "?")])
"""A feature that a text shares, and whether it asks for every text that stands before it in the
feature's list, or for the first few."""

TOTAL = np.dtype([("rank", "<i4"), ("grams", "<f8"), ("pairs", "<f8")])
"""What all features of a text tell (see `Postings.totals`)."""

STREAM = np.dtype("<i4")
"""Meetings: for a text and a feature how many texts follow, how many hold the feature, these
texts, ascending, and the text."""

KEPT = np.dtype([("hash", "<u8"), ("rank", "<i4"), ("furniture", "?")])
"""A feature that might have been furniture, a text that has it, and whether it is."""
