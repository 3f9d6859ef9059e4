"""How much of what one text tells another one holds anywhere, of many pairs, compiled."""

from __future__ import annotations

import numpy as np
from numba import njit

from newstemma.reuse.kernels.table import (
    COUNT,
    TURN,
    Flags,
    Floats,
    Ints,
    Keys,
    empty_table,
    enter,
    longest_of,
    mask_of,
    slot_of,
)

__all__ = ["content_shares"]

_LEAST_SQUARE = np.float32(100.0)  # four rare words: a text with less is measured against that


def content_shares(starts: Ints, key: Keys, weight: Floats, own: Flags, pairs: Ints) -> Floats:
    """For each pair the share of the retelling's content that the source holds, from 0 to 1.

    Content are the different words of a text but for boilerplate (`own` is false), by their
    squared weights. Text t has the words `starts[t]` to `starts[t + 1]`; `pairs` has two
    columns, a source and a retelling, and takes least time when sorted by source.
    """
    return _content_shares(starts, key, weight, own, pairs)


@njit(cache=True, nogil=True)
def _content_shares(starts: Ints, key: Keys, weight: Floats, own: Flags, pairs: Ints) -> Floats:
    shares = np.zeros(len(pairs), np.float32)
    table = empty_table(longest_of(starts, pairs[:, 0]))
    seen = empty_table(longest_of(starts, pairs[:, 1]))
    turn = 0
    for pair in range(len(pairs)):
        source, retelling = pairs[pair]
        mask = mask_of(starts[source + 1] - starts[source])
        if not pair or source != pairs[pair - 1, 0]:
            turn += 1
            for word in range(starts[source], starts[source + 1]):
                enter(table, key[word], turn, mask)
        held = whole = np.float32(0)
        fewer = mask_of(starts[retelling + 1] - starts[retelling])
        for word in range(starts[retelling], starts[retelling + 1]):
            slot = enter(seen, key[word], pair + 1, fewer)
            if own[word] and seen[1][slot, COUNT] == 0:
                seen[1][slot, COUNT] = 1
                square = weight[word] * weight[word]
                whole += square
                if table[1][slot_of(table, key[word], turn, mask), TURN] == turn:
                    held += square
        shares[pair] = held / max(whole, _LEAST_SQUARE)
    return shares
