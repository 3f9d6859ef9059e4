"""Aligns generated sentences: a source of 60 and a retelling of 20, some split, joined or moved.

The baseline is the obvious one: `difflib` compares every two sentences as lists of words, and the
same dynamic program chooses among its eight best. Accuracy is that on the same pairs, of which the
faster one aligns more to tell its speed. Speed is that of the alignment alone; words and sentences
are known to both.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from random import Random

import numpy as np
from numpy.typing import NDArray

from bench.figures import show
from newstemma.reuse.kernels.sentences import BEST, Sentences, align_sentences, best_path

__all__ = ["measure"]

_SOURCE, _RETELLING = 60, 20  # sentences
_WORDS = (12, 28)  # of a sentence
_VOCABULARY = 20_000
_RATES = (0.3, 0.5, 0.7)  # of the words, changed
_SPLIT, _JOINED, _MOVED, _NEW = 0.15, 0.15, 0.1, 0.05  # of the sentences of a retelling
_PAIRS, _BASELINE_PAIRS = 600, 100
_SEED = 7

_Sentence = tuple[int, ...]  # its words by number, the commonest word being 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A source, a retelling, and for each sentence of it those of the source it was made of."""

    source: tuple[_Sentence, ...]
    retelling: tuple[_Sentence, ...]
    truth: tuple[frozenset[int], ...]


def main() -> None:
    """Prints the figures."""
    show(measure(), as_json=False)


def measure() -> dict[str, float]:
    """Pairs a second, and the share of sentences whose sources are named exactly."""
    figures: dict[str, float] = {}
    spent = np.zeros(2)
    right: tuple[list[bool], list[bool]] = ([], [])
    _compiled([_pair(Random(0), 0.3)])
    for rate in _RATES:
        dice = Random(_SEED)
        pairs = [_pair(dice, rate) for _ in range(_PAIRS)]
        some = pairs[:_BASELINE_PAIRS]
        for which, (align, chosen) in enumerate(((_compiled, pairs), (_by_difflib, some))):
            start = time.perf_counter()
            found = align(chosen)
            spent[which] += (time.perf_counter() - start) / len(chosen)
            answers = list(_answers(some, found[: len(some)]))
            right[which].extend(answers)
            name = ("", "baseline.")[which] + f"align.accuracy.{rate:.0%}".rstrip("%")
            figures[name] = sum(answers) / len(answers)
    for which, prefix in enumerate(("", "baseline.")):
        figures[prefix + "align.accuracy"] = sum(right[which]) / len(right[which])
        figures[prefix + "align.pairs_per_s"] = float(len(_RATES) / spent[which])
    return figures


def _answers(pairs: Sequence[_Pair], found: Sequence[Sequence[frozenset[int]]]) -> Iterator[bool]:
    for pair, links in zip(pairs, found, strict=True):
        yield from (one == other for one, other in zip(pair.truth, links, strict=True))


# --- the two aligners --------------------------------------------------------------------------


def _compiled(pairs: Sequence[_Pair]) -> list[list[frozenset[int]]]:
    texts = [text for pair in pairs for text in (pair.source, pair.retelling)]
    sizes = [len(sentence) for text in texts for sentence in text]
    words = np.array([word for text in texts for sentence in text for word in sentence], np.int64)
    rows = np.cumsum([0, *(len(text) for text in texts)])
    ends = np.cumsum([0, *sizes])
    starts = ends[rows]
    known = Sentences(
        starts=starts,
        key=(words + 1).astype(np.uint64),
        weight=_weights()[words],
        own=np.ones(len(words), np.bool_),
        rows=rows,
        first=(ends[:-1] - np.repeat(starts[:-1], np.diff(rows))).astype(np.int32),
    )
    numbers = np.arange(2 * len(pairs)).reshape(-1, 2)
    links = align_sentences(known, numbers, np.zeros((0, 3), np.int64))
    found: list[list[set[int]]] = [[set() for _ in pair.retelling] for pair in pairs]
    rests = (links.pair.tolist(), links.source.tolist(), links.retelling.tolist())
    for number, source, retelling in zip(*rests, strict=True):
        found[number][retelling].add(source)
    return [[frozenset(sentence) for sentence in text] for text in found]


def _by_difflib(pairs: Sequence[_Pair]) -> list[list[frozenset[int]]]:
    return [_one_by_difflib(pair) for pair in pairs]


def _one_by_difflib(pair: _Pair) -> list[frozenset[int]]:
    matcher: SequenceMatcher[int] = SequenceMatcher(None, (), (), autojunk=False)
    alike = np.zeros((len(pair.retelling), len(pair.source)), np.float32)
    for row, sentence in enumerate(pair.retelling):
        matcher.set_seq2(sentence)
        for place, source in enumerate(pair.source):
            matcher.set_seq1(source)
            alike[row, place] = matcher.ratio()
    places = np.argsort(-alike, axis=1, kind="stable")[:, :BEST].astype(np.int32)
    path = best_path(places, np.take_along_axis(alike, places, axis=1)).tolist()
    return [
        _with_neighbours(
            pair, row, int(places[row, choice]), float(alike[row, places[row, choice]])
        )
        if choice < BEST
        else frozenset()
        for row, choice in enumerate(path)
    ]


def _with_neighbours(pair: _Pair, row: int, place: int, alike: float) -> frozenset[int]:
    """The chosen sentence, and a neighbour that makes the two more like the retelling's."""
    chosen = [place]
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(pair.source):
            some = sorted([*chosen, beside])
            together = [word for number in some for word in pair.source[number]]
            ratio = SequenceMatcher(None, together, pair.retelling[row], autojunk=False).ratio()
            if ratio > alike:
                chosen, alike = some, ratio
    return frozenset(chosen)


# --- generated sentences -----------------------------------------------------------------------


def _weights() -> NDArray[np.float32]:
    """What each word tells, were its share of all texts that of its rank in Zipf's law."""
    rank = np.arange(1, _VOCABULARY + 1)
    words = sum(_WORDS) / 2 * _SOURCE
    expected = words / (rank * np.log(_VOCABULARY))
    weights: NDArray[np.float32] = -np.log(-np.expm1(-expected)).astype(np.float32)
    return weights


def _pair(dice: Random, rate: float) -> _Pair:
    source = tuple(_sentence(dice) for _ in range(_SOURCE))
    told = sorted(dice.sample(range(_SOURCE - 1), _RETELLING))
    for i in range(len(told) - 1):
        if dice.random() < _MOVED:
            j = dice.randrange(len(told))
            told[i], told[j] = told[j], told[i]
    made: list[tuple[_Sentence, frozenset[int]]] = []
    for place in told:
        made += _retold(source, place, dice)
    made = [(_changed(words, dice, rate), rests) for words, rests in made[:_RETELLING]]
    retelling, truth = zip(*made, strict=True)
    return _Pair(source=source, retelling=retelling, truth=truth)


def _retold(
    source: Sequence[_Sentence], place: int, dice: Random
) -> list[tuple[_Sentence, frozenset[int]]]:
    """What becomes of a sentence: two, one with the next, something new, or itself."""
    sentence, how = source[place], dice.random()
    if how < _SPLIT:
        half = len(sentence) // 2
        return [(part, frozenset({place})) for part in (sentence[:half], sentence[half:])]
    if how < _SPLIT + _JOINED:
        return [(sentence + source[place + 1], frozenset({place, place + 1}))]
    if how < _SPLIT + _JOINED + _NEW:
        return [(_sentence(dice), frozenset())]
    return [(sentence, frozenset({place}))]


def _sentence(dice: Random) -> _Sentence:
    return tuple(_word(dice) for _ in range(dice.randint(*_WORDS)))


def _word(dice: Random) -> int:
    """A word by Zipf's law."""
    return min(int(_VOCABULARY ** dice.random()), _VOCABULARY) - 1


def _changed(words: _Sentence, dice: Random, rate: float) -> _Sentence:
    """`rate` of the words replaced by others."""
    places = set(dice.sample(range(len(words)), round(rate * len(words))))
    return tuple(_word(dice) if i in places else word for i, word in enumerate(words))


if __name__ == "__main__":
    main()
