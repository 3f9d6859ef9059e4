"""A part of the candidate pairs -> what each pair is, and its passages, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.corpus.articles import Articles, Ints, Texts
from newstemma.reuse.kernels.furniture import own_words
from newstemma.reuse.kernels.pairs import Alignment, Pool, align_pairs
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.verdict import Kind
from newstemma.reuse.kernels.weights import Frequencies, distinct_words, frequencies, word_weights

__all__ = ["SAMPLE", "Aligned", "Background", "aligned", "sampled"]

SAMPLE = 5_000  # articles, evenly spread, in which the corpus's words are counted
_SAMPLE_SLICE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """The pairs that may be kept, and their passages, whose `pair` is a row of `pairs`.

    Of each pair: the numbers of the two articles, the words of each (`left_words`,
    `right_words`), what the candidate was found by (`grams`, `rare`, `exact`), the verdict's
    `kind` and `odds`, what that was judged by, and the parts of each article that are in the other
    (see `kernels.parts`). A passage without `words` is a sentence and the one made from it.
    """

    pairs: pa.Table
    passages: pa.Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is known of the corpus: how frequent its words are, and its publishers' furniture."""

    words: Frequencies
    furniture: NDArray[np.uint64]


def sampled(articles: Articles) -> Frequencies:
    """In how many articles of an even sample each word stands."""
    step = -(-len(articles) // SAMPLE)
    numbers = np.arange(0, len(articles), step)
    slices = np.split(numbers, range(_SAMPLE_SLICE, len(numbers), _SAMPLE_SLICE))
    words = [distinct_words(tokens(articles.texts(some))) for some in slices]
    return frequencies(len(numbers), words)


def aligned(articles: Texts, candidates: pa.Table, known: Background) -> Aligned:
    """What some candidates are; those that share nothing are left out."""
    sides = np.stack([candidates["left"].to_numpy(), candidates["right"].to_numpy()], axis=1)
    numbers, places = np.unique(sides, return_inverse=True)
    pairs = places.reshape(sides.shape).astype(np.int64)
    pool = _pool(articles, numbers, known)
    found = align_pairs(pool, pairs, candidates["rare"].to_numpy())
    kept = np.flatnonzero(found.verdicts.kind != Kind.NONE)
    sizes = np.diff(pool.starts)[pairs].astype(np.int32)
    return Aligned(pairs=_pairs(found, candidates, sizes, kept), passages=_passages(found, kept))


def _pool(articles: Texts, numbers: Ints, known: Background) -> Pool:
    texts = articles.texts(numbers)
    words = tokens(texts)
    return Pool(
        texts=texts,
        starts=words.starts,
        key=words.key,
        start=words.start,
        end=words.end,
        weight=word_weights(words.key, known.words),
        own=own_words(words, articles.names("series", numbers).to_pylist(), known.furniture),
    )


def _pairs(
    found: Alignment,
    candidates: pa.Table,
    sizes: NDArray[np.int32],
    kept: NDArray[np.int64],
) -> pa.Table:
    measures, total = found.measures, len(found.verdicts.kind)
    shared = np.bincount(found.places.pair, found.places.words, total)
    columns: dict[str, NDArray[Any]] = {
        "kind": found.verdicts.kind,
        "odds": found.verdicts.odds,
        "left_share": measures.left,
        "right_share": measures.right,
        "support": measures.support,
        "longest": measures.longest,
        "words": shared.astype(np.int32),
        "left_parts": found.left_parts,
        "right_parts": found.right_parts,
        "left_words": sizes[:, 0],
        "right_words": sizes[:, 1],
    }
    joined = candidates.take(pa.array(kept))
    for name, values in columns.items():
        joined = joined.append_column(name, pa.array(values[kept]))
    return joined


def _passages(found: Alignment, kept: NDArray[np.int64]) -> pa.Table:
    places = found.places
    row = np.zeros(len(found.verdicts.kind), np.int32)
    row[kept] = np.arange(len(kept))
    columns = {
        "pair": row[places.pair],
        "left_start": places.left_start,
        "left_end": places.left_end,
        "right_start": places.right_start,
        "right_end": places.right_end,
        "words": places.words,
    }
    return pa.table({name: pa.array(values) for name, values in columns.items()})
