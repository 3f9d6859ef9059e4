"""What an article is looked up by: features that it shares with its copies and rewrites.

The two nets of `reuse.kernels.fingerprints`, of one article: winnowed five-word grams for copies
and shared passages, pairs of neighbouring rare words for rewrites and reports on one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from newstemma.records import Witness
from newstemma.reuse.kernels.arrays import Hashes
from newstemma.reuse.kernels.fingerprints import RARE, WINDOW, grams_of
from newstemma.reuse.kernels.tokens import key_hashes
from newstemma.reuse.terms import terms
from newstemma.text.rarity import rarity

__all__ = ["Fingerprints", "fingerprints"]

_BITS = np.uint64(
    (1 << 40) - 1
)  # ten hexadecimal digits: 10^8 features meet by chance once in 10^4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """The features of an article, each net sorted: words of ASCII letters and digits.

    `whole` stands for all of its words, which a text too short for a net has too.
    """

    whole: str
    grams: tuple[str, ...]
    pairs: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """The features of all nets."""
        return (self.whole, *self.grams, *self.pairs)


def fingerprints(witness: Witness) -> Fingerprints:
    """The features of an article's report, without its page furniture."""
    keys = [word.key for word in witness.words]
    grams = grams_of(key_hashes(keys))
    window = min(WINDOW, len(grams))
    views = np.lib.stride_tricks.sliding_window_view(grams, window) if window else grams[:, None]
    rare = (term for term, _ in terms(witness.words) if rarity(term) >= RARE)
    pairs = {" ".join(sorted(pair)) for pair in pairwise(rare) if pair[0] != pair[1]}
    return Fingerprints(
        whole=_written("w", key_hashes([" ".join(keys)]))[0],
        grams=_written("g", views.min(axis=1, initial=np.iinfo(np.uint64).max)),
        pairs=_written("p", key_hashes(sorted(pairs))),
    )


def _written(net: str, hashes: Iterable[np.uint64] | Hashes | Sequence[int]) -> tuple[str, ...]:
    return tuple(f"{net}{value:010x}" for value in sorted({int(h) & int(_BITS) for h in hashes}))
