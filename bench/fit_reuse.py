"""Fits the log-odds of a rewrite in `reuse/kernels/verdict.py`, and prints what they are worth.

    python -m bench.fit_reuse [--data DIR] [--sizes 3600,20000]

Half of the families of `rewrites/` and half of the unrelated real texts (see `bench.planted`)
set the coefficients, in corpora of all the sizes together, filled up with generated text; the
other half tells what they find. A corpus is never smaller than what is planted. The logistic
regression is told what each share says; the penalty of a pair's rank is the one of a few at which
precision is best, and the bias the one at which the recall of machine rewrites is `_RECALL`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.figures import options
from bench.planted.corpus import Article, Kind, Planted, planted
from bench.planted.filler import filler
from bench.planted.real import ordered
from bench.planted.truth import Answer, Truth
from newstemma.reuse.kernels.candidates import Candidates, candidates_of
from newstemma.reuse.kernels.furniture import own_words
from newstemma.reuse.kernels.pairs import Pool, align_pairs
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.verdict import (
    LONG,
    Measures,
    doubt,
    evidence,
    rivals,
    told_by_runs,
)
from newstemma.reuse.kernels.weights import distinct_words, frequencies, word_weights

__all__ = ["main"]

_SIZES = "3600,20000"
_NAMES = ("_SUPPORT", "_CONTENT", "_RARE")
_RANKS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
_RECALL = 0.951  # of the machine rewrites that were planted; the bar is .95
_SLICE = 8_192  # pairs that are aligned at a time

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corpus:
    """The candidate pairs of a corpus: a row for each, and how many rewrites were planted.

    `told` are those that are found whatever the odds are. `half` is 0 or 1; `planted` has the
    machine rewrites of either half.
    """

    articles: int
    evidence: Floats
    pairs: NDArray[np.int64]
    sides: NDArray[np.int64]
    told: Flags
    machine: Flags
    true: Flags
    false: Flags
    half: NDArray[np.int64]
    planted: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    weights: NDArray[np.float64]
    rank: float
    bias: float


def main() -> None:
    """Prints the coefficients and what they find in the half that did not set them."""
    parser = options(__doc__ or "")
    parser.add_argument("--sizes", default=_SIZES, help="articles (default: %(default)s)")
    chosen = parser.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    known = planted(chosen.data)
    corpora = {size: _measured(known, size) for size in sizes if known.articles}
    if not corpora:
        return
    fit = _fitted(list(corpora.values()))
    for name, weight in zip(
        (*_NAMES, "_RANK", "_BIAS"), (*fit.weights, fit.rank, fit.bias), strict=True
    ):
        print(f"{name} = {weight:.2f}")
    print(f"{'held back':<12}{'recall':>10}{'precision':>10}{'false':>10}")
    for size, corpus in corpora.items():
        recall, precision, false = _worth(corpus, fit, half=1)
        print(f"{size:<12}{recall:>10.3f}{precision:>10.3f}{false:>10}")


def _fitted(corpora: Sequence[_Corpus]) -> _Fit:
    rows = [(one.machine | one.false) & ~one.told & (one.half == 0) for one in corpora]
    shown = np.concatenate([one.evidence[row] for one, row in zip(corpora, rows, strict=True)])
    answers = np.concatenate([one.machine[row] for one, row in zip(corpora, rows, strict=True)])
    weights = LogisticRegression(max_iter=1_000).fit(shown, answers).coef_[0]
    fits = [_Fit(weights=weights, rank=rank, bias=_bias(corpora, weights, rank)) for rank in _RANKS]
    return max(fits, key=lambda fit: sum(_worth(one, fit, half=0)[1] for one in corpora))


def _bias(corpora: Sequence[_Corpus], weights: NDArray[np.float64], rank: float) -> float:
    """What brings recall to `_RECALL` in each of the corpora."""
    least = []
    unbiased = _Fit(weights=weights, rank=rank, bias=0.0)
    for one in corpora:
        rows = one.machine & (one.half == 0)
        odds = np.sort(np.where(one.told, np.inf, _odds(one, unbiased))[rows])[::-1]
        needed = min(int(np.ceil(_RECALL * one.planted[0])), len(odds))
        least.append(float(odds[needed - 1]))
    return -min(least)


def _worth(corpus: _Corpus, fit: _Fit, *, half: int) -> tuple[float, float, int]:
    """Recall of the machine rewrites of a half, precision in it, and its false pairs."""
    found = (corpus.told | (_odds(corpus, fit) >= 0)) & (corpus.half == half)
    true, false = int((found & corpus.true).sum()), int((found & corpus.false).sum())
    recall = (found & corpus.machine).sum() / max(corpus.planted[half], 1)
    return float(recall), true / max(true + false, 1), false


def _odds(corpus: _Corpus, fit: _Fit) -> NDArray[np.float64]:
    odds = corpus.evidence @ fit.weights + fit.bias
    single = odds.astype(np.float32)
    before = rivals(corpus.pairs, single, corpus.sides, retold=~corpus.told, told=corpus.told)
    found: NDArray[np.float64] = odds - doubt(before, corpus.articles, fit.rank)
    return found


def _measured(known: Planted, size: int) -> _Corpus:
    more = filler(known.real.texts, max(size - len(known.articles), 0))
    extra = (one for batch, _ in more for one in batch)
    articles = [*known.articles, *islice(extra, max(size - len(known.articles), 0))]
    found = candidates_of([one.text for one in articles], [one.series for one in articles])
    pairs = np.stack([found.left, found.right], axis=1).astype(np.int64)
    pool = _pool(articles, found)
    parts = [
        align_pairs(pool, pairs[first : first + _SLICE], found.words[first : first + _SLICE])
        for first in range(0, len(pairs), _SLICE)
    ]
    sizes = np.diff(pool.starts)[pairs]
    return _answered(known, articles, pairs, sizes, [part.measures for part in parts])


def _pool(articles: Sequence[Article], found: Candidates) -> Pool:
    texts = [one.text for one in articles]
    words = tokens(texts)
    corpus = frequencies(len(texts), [distinct_words(words)])
    return Pool(
        texts=texts,
        starts=words.starts,
        key=words.key,
        start=words.start,
        end=words.end,
        weight=word_weights(words.key, corpus),
        own=own_words(words, [one.series for one in articles], found.furniture),
    )


def _answered(
    known: Planted,
    articles: Sequence[Article],
    pairs: NDArray[np.int64],
    sizes: NDArray[np.int64],
    measures: Sequence[Measures],
) -> _Corpus:
    truth = Truth(known, articles)
    plants = [plant for plant in known.plants if plant.kind is Kind.MACHINE]
    machine = {ordered(plant.left, plant.right) for plant in plants}
    halves = [_half(plant.left) for plant in plants]
    both = [(articles[left], articles[right]) for left, right in pairs.tolist()]
    answers = np.array([truth.answer(one.id, other.id) for one, other in both])
    told = [
        one.same | told_by_runs(one.left, one.right, one.longest) | (one.longest >= LONG)
        for one in measures
    ]
    return _Corpus(
        articles=len(articles),
        evidence=np.concatenate([evidence(one) for one in measures]),
        pairs=pairs,
        sides=(sizes[:, 0] > sizes[:, 1]).astype(np.int64),
        told=np.concatenate(told),
        machine=np.array([ordered(one.id, other.id) in machine for one, other in both]),
        true=answers == Answer.TRUE,
        false=answers == Answer.FALSE,
        half=np.array([_half(one.roots[0]) for one, _ in both]),
        planted=(halves.count(0), halves.count(1)),
    )


def _half(root: str) -> int:
    return crc32(root.encode()) & 1


if __name__ == "__main__":
    main()
