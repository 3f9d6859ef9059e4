"""In how many parts the work is cut, from how much there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["GRAMS", "PAIRS", "Plan", "plan"]

GRAMS, PAIRS = 0, 1  # the two nets

_FEATURES = 220  # of an article in each net, as a rule: only the number of parts hangs on it
_PART_FEATURES = 1 << 22
_MOST_DEPTH = 14
_BUCKET_TEXTS = 8192
_TRUNCATED = 24  # bits of an article's number, at most, that cost a hash as many


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """So many `articles` of `chars` in all, `texts` of which are distinct; features go by the
    highest `depth` bits of their hashes, and texts by rank into `buckets`.

    `lost` are the lowest bits of a hash that do not count. One machine keeps an article's number
    there; more articles than it can hold are better told apart.
    """

    articles: int
    texts: int
    chars: int
    depth: int
    buckets: int
    lost: int

    def features(self, hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The hashes without what does not count."""
        lost = np.uint64(self.lost)
        return hashes >> lost << lost

    def order(self, hashes: NDArray[np.uint64], numbers: NDArray[Any]) -> NDArray[np.int64]:
        """What sorts by features and, of the same one, by the numbers of articles.

        One key where a hash has room for a number: half the time of two.
        """
        if not self.lost:
            return np.lexsort((numbers, hashes))
        return np.argsort(hashes | numbers.astype(np.uint64))

    def part(self, hashes: NDArray[np.uint64], block: int) -> NDArray[np.int64]:
        """Where features go: parts of the first net, of the second, and both again for those
        that might have been furniture, which come last.
        """
        top = hashes >> np.uint64(64 - self.depth)
        return top.astype(np.int64) + (block << self.depth)

    def block(self, part: int) -> int:
        """Which block of parts: the net, and 2 more for what might have been furniture."""
        return part >> self.depth

    def bucket(self, ranks: NDArray[np.int32]) -> NDArray[np.int64]:
        """Where texts go."""
        return ranks.astype(np.int64) % self.buckets


def plan(articles: int, texts: int, chars: int) -> Plan:
    """The plan for so many articles."""
    depth = 1
    while depth < _MOST_DEPTH and articles * _FEATURES >> depth > _PART_FEATURES:
        depth += 1
    bits = max(articles.bit_length(), 1)
    return Plan(
        articles=articles,
        texts=texts,
        chars=chars,
        depth=depth,
        buckets=-(-texts // _BUCKET_TEXTS) + 1,
        lost=bits if bits <= _TRUNCATED else 0,
    )
