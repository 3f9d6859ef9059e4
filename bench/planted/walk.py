"""Generated news text, whose chance likeness is that of real text.

A walk over the real texts: from each word to a word that follows it somewhere, as long as the
words from where it went on are a phrase of several texts; else to a word anywhere. What one text
alone says is its own, and to find it elsewhere would be no chance. Rare words, names and numbers
are drawn anew for each article and kept within it, from pools in which few are common, for the
same reason. Generated text that shared fewer word runs by chance than real text does would
flatter every join, one that shared more would slander it; `bench.reuse` prints both (`chance.*`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Walk"]

Ids = npt.NDArray[np.int64]

_MEDIAN = 250  # words
_SPREAD = 0.6  # of the logarithm of the length
_LEAST, _MOST = 60, 1_500  # words
_STAYS = 0.95  # of the steps go on in the same text: see `chance.*`
_LONGEST = 8  # words: a longer run would be a passage, which chance does not share
_SEVERAL = 2  # texts make a run of words a phrase
_OWN = 5  # words of one text alone may be taken over in a row
_RARE_BELOW = 6  # texts: a word in fewer is rare
_NAMES = 200_000
_HEAD = 50  # the commonest name stands for so many: few names are in many articles
_NUMBERS = 5_000
_ONSETS = "b br c d dr f g gr h j k l m n p qu r s st t tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "l m n r s t rd ng lt x".split()


class Walk:
    """Walks over the words of real texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        tokens = [text.split() for text in texts]
        held = Counter(token for document in tokens for token in set(document))
        types = sorted(held)
        number = {token: i for i, token in enumerate(types)}
        stream = np.array([number[token] for document in tokens for token in document])
        self._places = np.argsort(stream, kind="stable")  # of each word, one word after another
        self._holds = np.bincount(stream, minlength=len(types))
        self._first = np.cumsum(self._holds) - self._holds
        self._stream = stream
        self._phrase = _phrases(stream, np.repeat(np.arange(len(tokens)), [*map(len, tokens)]))
        self._types = len(types)
        names = _names()
        lower = [name.lower() for name in names]
        self._spelt = np.array([*types, *names, *lower, *_numbers()], dtype=object)
        self._is_rare = np.array([held[t] < _RARE_BELOW for t in types])
        self._is_lower = np.array([not t[0].isupper() for t in types])
        self._is_number = np.array([any(c.isdigit() for c in t) for t in types])
        self.vocabulary = [
            token
            for document in tokens
            for token in document
            if token.isalpha() and token.islower()
        ]

    def texts(self, count: int, dice: np.random.Generator) -> list[str]:
        """As many articles; the same for the same dice."""
        drawn = np.exp(dice.normal(np.log(_MEDIAN), _SPREAD, count)).clip(_LEAST, _MOST)
        lengths = np.sort(drawn.astype(np.int64))[::-1]  # the longest first: the others drop out
        spelt = self._spelt[self._renamed(self._walked(lengths, dice), lengths, dice)].tolist()
        ends = np.cumsum(lengths)
        return [" ".join(spelt[ends[i] - lengths[i] : ends[i]]) for i in dice.permutation(count)]

    def _walked(self, lengths: Ids, dice: np.random.Generator) -> Ids:
        """The words of all articles, one article after another."""
        walked = np.empty((len(lengths), int(lengths[0])), dtype=np.int64)
        at = dice.integers(0, len(self._stream), len(lengths))
        taken = np.ones(len(at), dtype=np.int64)
        for step in range(walked.shape[1]):
            left = np.count_nonzero(lengths > step)
            walked[:left, step] = self._stream[at[:left]]
            at, taken = self._stepped(at[:left], taken[:left], dice)
        return walked[np.arange(walked.shape[1]) < lengths[:, None]]

    def _stepped(self, at: Ids, taken: Ids, dice: np.random.Generator) -> tuple[Ids, Ids]:
        """The next places, and how many words up to there are taken from one text."""
        word = self._stream[at]
        jump = (dice.random(len(at)) * self._holds[word]).astype(np.int64)
        elsewhere = self._places[self._first[word] + jump]
        stays = dice.random(len(at)) < _STAYS
        beyond = (np.where(stays, at, elsewhere) + 1) % len(self._stream)
        taken = np.where(stays, taken, 1) + 1
        lost = taken > self._phrase[beyond]
        beyond[lost] = dice.integers(0, len(self._stream), np.count_nonzero(lost))
        return beyond, np.where(lost, 1, taken)

    def _renamed(self, walked: Ids, lengths: Ids, dice: np.random.Generator) -> Ids:
        """Rare words and numbers exchanged for drawn ones, the same within an article."""
        seeds = np.repeat(dice.integers(1, 2**31, len(lengths)), lengths)
        drawn = ((walked + 1) * 2_654_435_761 * seeds >> 7) % 1_000_003 / 1_000_003
        rank = _HEAD * (1 + _NAMES / _HEAD) ** drawn - _HEAD  # Zipf and Mandelbrot
        names = self._types + rank.astype(np.int64).clip(0, _NAMES - 1)
        numbers = self._types + 2 * _NAMES + (drawn * _NUMBERS).astype(np.int64)
        rare = names + _NAMES * self._is_lower[walked]
        renamed = np.where(self._is_rare[walked], rare, walked)
        return np.where(self._is_number[walked], numbers, renamed)


def _phrases(stream: Ids, text: Ids) -> Ids:
    """How many words up to each place are a phrase: a run that several texts hold."""
    longest = np.full(len(stream), _OWN)
    run = stream
    for size in range(2, _LONGEST + 1):
        longer = np.roll(run, 1) * (int(stream.max()) + 1) + stream
        run = np.unique(longer, return_inverse=True)[1]
        held = np.unique(run * (int(text[-1]) + 1) + text) // (int(text[-1]) + 1)
        longest[np.bincount(held)[run] >= _SEVERAL] = max(size, _OWN)
    return longest


def _names() -> list[str]:
    """Invented names, no two alike, as many as `_NAMES`."""
    syllables = [o + v + c for o in _ONSETS for v in _VOWELS for c in _CODAS]
    total = len(syllables)
    return [
        (syllables[(i * 7_919) % total] + syllables[(i // total * 31 + i) % total]).capitalize()
        for i in range(_NAMES)
    ]


def _numbers() -> list[str]:
    return [str(i * 37 % 9_973 + 2) if i % 3 else f"{i % 97}.{i % 10}" for i in range(_NUMBERS)]
