"""How much a word tells: rare words weigh more than common ones."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["TABLE", "UNKNOWN", "known_rarities", "rarity"]

# Document frequencies, counted by `bench/build_rarity.py` (`make rarity`) in openly licensed
# English text. Other languages have no table: there every word tells the same.
TABLE = Path(__file__).with_name("rarity.tsv")

# What a word tells that the table lacks, a number included: as if one document had it.
UNKNOWN = 8.0


def rarity(key: str) -> float:
    """The surprisal, in nats, of meeting the word `key` (see `word_key`) in a document.

    0 for a word that every document has; `UNKNOWN` at most.

    >>> rarity("the") < 1 < rarity("minister") < rarity("archdeacon") == UNKNOWN
    True
    """
    return known_rarities().get(key, UNKNOWN)


@cache
def known_rarities() -> Mapping[str, float]:
    """The rarity of every word that the table has, by its key."""
    first, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    documents = int(first)
    table: dict[str, float] = {}
    for line in lines:
        count, _, keys = line.partition("\t")
        table.update(dict.fromkeys(keys.split(" "), math.log(documents / int(count))))
    return table
