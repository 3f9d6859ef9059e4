"""What a word tells, by its hash: its rarity in the language and in a corpus, in nats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from newstemma.reuse.kernels.arrays import Hashes, Places, Shares
from newstemma.reuse.kernels.lookup import Table, lookup, table
from newstemma.reuse.kernels.tokens import Tokens, key_hashes
from newstemma.text.rarity import UNKNOWN, known_rarities

__all__ = ["Frequencies", "background", "distinct_words", "frequencies", "word_weights"]

_LANGUAGE = 300  # documents that the language counts for beside the corpus, as in lineage.pile


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of some `documents` each word stands; `counts` belong to the sorted `keys`."""

    documents: int
    keys: Hashes
    counts: Places


NO_DOCUMENTS = Frequencies(
    documents=0, keys=np.zeros(0, dtype=np.uint64), counts=np.zeros(0, dtype=np.int64)
)


def distinct_words(words: Tokens) -> Hashes:
    """The hashes of the distinct words of each text, one text after another."""
    text = np.repeat(np.arange(len(words.starts) - 1), np.diff(words.starts))
    order = np.lexsort((words.key, text))
    key, text = words.key[order], text[order]
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]) | (text[1:] != text[:-1])
    return key[new]


def frequencies(documents: int, words: Sequence[Hashes]) -> Frequencies:
    """Counted from what `distinct_words` gave for so many documents."""
    keys, counts = np.unique(np.concatenate([NO_DOCUMENTS.keys, *words]), return_counts=True)
    return Frequencies(documents=documents, keys=keys, counts=counts.astype(np.int64))


def word_weights(keys: Hashes, corpus: Frequencies = NO_DOCUMENTS) -> Shares:
    """What each word tells, in nats: its rarity in the language and in the corpus.

    The language counts for as many documents as `_LANGUAGE`, so that five articles are weighed
    by it and five hundred by each other.
    """
    known = table(corpus.keys, corpus.counts.astype(np.float32))
    counts = lookup(known, keys, 0.0) + _LANGUAGE * np.exp(-lookup(background(), keys, UNKNOWN))
    weights: Shares = -np.log(counts / np.float32(corpus.documents + _LANGUAGE))
    return weights


@cache
def background() -> Table:
    """The rarity of words in the language, by their hashes."""
    known = known_rarities()
    return table(key_hashes(list(known)), np.array(list(known.values()), dtype=np.float32))
