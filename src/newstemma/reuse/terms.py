"""Terms of a text with what each tells: rare words and, where every character is one, pairs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

from newstemma.records import Word
from newstemma.text.rarity import UNKNOWN, rarity
from newstemma.text.segment import UNSPACED

__all__ = ["pile_weights", "terms"]

_UNSPACED = re.compile(f"[{UNSPACED}]")


def terms(words: Sequence[Word]) -> Iterator[tuple[str, Word]]:
    """The terms of a text, in order, each with the word that it starts at.

    A term is a word's key; in scripts without spaces, where a word is one character, two keys.

    >>> from newstemma.text.segment import words
    >>> [term for term, _ in terms(words("Rain, 大雨天"))]
    ['rain', '大雨', '雨天']
    """
    for word, after in zip_longest(words, words[1:]):
        if not _is_unspaced(word.key):
            yield word.key, word
        elif after is not None and _is_unspaced(after.key):
            yield word.key + after.key, word


def _is_unspaced(key: str) -> bool:
    return key.isalpha() and _UNSPACED.fullmatch(key) is not None


def pile_weights(documents: Sequence[Collection[str]], *, background: int) -> Mapping[str, float]:
    """What each term of a pile tells, in nats: its rarity in the language and in the pile.

    `documents` holds the distinct terms of each text; the language counts for as many documents
    as `background`, so that five articles are weighed by it and five hundred by each other.
    """
    counts = Counter(term for document in documents for term in document)
    total = len(documents) + background
    return {
        term: -math.log((count + background * math.exp(-_background(term))) / total)
        for term, count in counts.items()
    }


def _background(term: str) -> float:
    parts = term.split(" ")
    return min(sum(map(rarity, parts)), UNKNOWN + 2) if len(parts) > 1 else rarity(term)
