"""The arrays that kernels take and give, by what is in them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Codes", "Flags", "Hashes", "Kinds", "Numbers", "Places", "Shares", "Sums"]

Codes = NDArray[np.uint32]  # code points, entries of the alphabet, short hashes
Flags = NDArray[np.bool_]
Hashes = NDArray[np.uint64]  # of words, grams, pairs; rows of them
Kinds = NDArray[np.uint8]
Numbers = NDArray[np.int32]  # of texts, features; code points of one text
Places = NDArray[np.int64]  # in long arrays
Shares = NDArray[np.float32]  # and nats
Sums = NDArray[np.float64]
