"""What an article is looked up by: pairs of neighbouring rare words, and all of its words.

The second net of `reuse.kernels.fingerprints`, of one article: whatever is copied or told anew
keeps its names, numbers and rare words in company. The first net, word runs, finds short passages
too, which make no two articles one story; on ecbplus, `rewrites/` and generated articles it finds
no tie that the pairs miss.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from newstemma.records import Witness
from newstemma.reuse.kernels.arrays import Hashes
from newstemma.reuse.kernels.fingerprints import RARE
from newstemma.reuse.kernels.tokens import key_hashes
from newstemma.reuse.terms import terms
from newstemma.text.rarity import rarity

__all__ = ["Fingerprints", "fingerprints"]

_BITS = np.uint64(
    (1 << 40) - 1
)  # ten hexadecimal digits: 10^8 features meet by chance once in 10^4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """The features of an article, sorted: words of ASCII letters and digits.

    `whole` stands for all of its words, which a text too short for pairs has too; `words` counts
    them.
    """

    whole: str
    pairs: tuple[str, ...]
    words: int

    @property
    def all(self) -> tuple[str, ...]:
        """The features of both kinds."""
        return (self.whole, *self.pairs)


def fingerprints(witness: Witness) -> Fingerprints:
    """The features of an article's report, without its page furniture."""
    keys = [word.key for word in witness.words]
    rare = [term for term, _ in terms(witness.words) if rarity(term) >= RARE]
    pairs = {f"{a} {b}" if a < b else f"{b} {a}" for a, b in pairwise(rare) if a != b}
    return Fingerprints(
        whole=_written("w", key_hashes([" ".join(keys)]))[0],
        pairs=_written("p", key_hashes(sorted(pairs))),
        words=len(keys),
    )


def _written(net: str, hashes: Hashes) -> tuple[str, ...]:
    return tuple(f"{net}{value:010x}" for value in np.unique(hashes & _BITS).tolist())
