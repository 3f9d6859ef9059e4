"""Which pairs of texts are worth aligning, compiled.

    texts ─▶ features ─▶ rows, by partition ─▶ postings ─▶ overlaps ─▶ candidates

`candidates_of` does it in memory; `corpus.candidates` keeps the rows on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newstemma.reuse.kernels.arrays import Flags, Hashes, Numbers, Places, Shares
from newstemma.reuse.kernels.census import Census, census
from newstemma.reuse.kernels.fingerprints import fingerprints
from newstemma.reuse.kernels.furniture import Publishers, doubtful, publishers, without_furniture
from newstemma.reuse.kernels.overlap import Index, Overlaps, index, overlaps
from newstemma.reuse.kernels.postings import Postings, joined, postings, telling
from newstemma.reuse.kernels.rows import Rows, rows_of, sorted_rows
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.weights import background

__all__ = [
    "Candidates",
    "Features",
    "Numbered",
    "candidates_of",
    "collected",
    "completed",
    "features",
    "posted",
]

_CHARACTERS = 1_000_000  # texts that are cut into words at a time: more leave the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs worth aligning, as parallel arrays sorted by `left`, then `right`; `left < right`.

    Why each is one: the winnowed five-word grams that both hold (`grams`); what the pairs of
    rare words tell that both hold, as a share of what those of the less complete text do
    (`words`, 0 to 1); all words are equal, in their order (`exact`). Of many copies of one text,
    each is paired with the first of them only, and no other is paired with anything else.
    `furniture` is for `own_words`.
    """

    left: Numbers
    right: Numbers
    grams: Numbers
    words: Shares
    exact: Flags
    furniture: Hashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """How texts are numbered in rows: in so many `bits`, and rows in so many `parts`."""

    bits: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is kept of some texts: how many words, grams and pairs of rare words each has, a hash
    of all its words, and the rows of both nets.
    """

    words: Places
    same: Hashes
    gram_counts: Places
    pair_counts: Places
    grams: Rows
    pairs: Rows


def candidates_of(texts: Sequence[str], series: Sequence[str | None] | None = None) -> Candidates:
    """The candidates among some texts, by their places; `series` are their publishers."""
    numbered = Numbered(bits=max(len(texts).bit_length(), 1), parts=1)
    made = features(texts, 0, numbered)
    found = census(made.words, made.same)
    known = publishers(series or [None] * len(texts))
    rows = posted(made.grams.rows, found, numbered, known)
    grams, furniture = completed([rows], made.gram_counts, found, numbered, known)
    rows = posted(made.pairs.rows, found, numbered, known)
    pairs, _ = completed([rows], made.pair_counts, found, numbered, known)
    last = len(found.order)
    shared = overlaps(grams, pairs, telling(last), 0, last)
    return collected([shared], found, made.gram_counts, furniture)


def features(texts: Sequence[str], first: int, numbered: Numbered) -> Features:
    """The features of some texts, which are numbered from `first` on."""
    made = []
    words = []
    for part in _slices(texts):
        cut = tokens(part)
        words.append(np.diff(cut.starts))
        made.append(fingerprints(cut, background()))
    grams = np.concatenate([part.grams for part in made])
    gram_counts = np.concatenate([np.diff(part.gram_starts) for part in made])
    gram_starts = np.concatenate([[0], np.cumsum(gram_counts)])
    pairs = np.concatenate([part.pairs for part in made])
    pair_counts = np.concatenate([np.diff(part.pair_starts) for part in made])
    pair_starts = np.concatenate([[0], np.cumsum(pair_counts)])
    bits, parts = numbered.bits, numbered.parts
    return Features(
        words=np.concatenate(words),
        same=np.concatenate([part.same for part in made]),
        gram_counts=gram_counts,
        pair_counts=pair_counts,
        grams=rows_of(grams, gram_starts, first, bits=bits, parts=parts),
        pairs=rows_of(pairs, pair_starts, first, bits=bits, parts=parts),
    )


def _slices(texts: Sequence[str]) -> Iterable[Sequence[str]]:
    """The texts in slices of bounded length; one at least."""
    first = held = 0
    for number, text in enumerate(texts):
        if held and held + len(text) > _CHARACTERS:
            yield texts[first:number]
            first, held = number, 0
        held += len(text)
    yield texts[first:]


def posted(
    rows: Hashes, found: Census, numbered: Numbered, known: Publishers
) -> tuple[Postings, Hashes]:
    """The postings of the rows of a partition, but of those that may be furniture; and these."""
    every = sorted_rows(rows, numbered.parts)
    sure, doubted = doubtful(every, known, found.rank, numbered.bits)
    return postings(sure, found.rank, bits=numbered.bits, texts=len(found.order)), doubted


def completed(
    parts: Iterable[tuple[Postings, Hashes]],
    sizes: Places,
    found: Census,
    numbered: Numbered,
    known: Publishers,
) -> tuple[Index, Hashes]:
    """The index of a net without furniture, and the hashes of that: what `posted` makes of all
    partitions, in their order. `sizes` are the features that each text has.
    """
    doubts: list[Hashes] = []
    furniture: list[Hashes] = []

    def every() -> Iterator[Postings]:
        for made, doubted in parts:
            doubts.append(doubted)
            yield made
        rows = np.concatenate(doubts)
        own, hashes = without_furniture(rows, sizes, known, found.rank, numbered.bits)
        furniture.append(hashes)
        yield postings(own, found.rank, bits=numbered.bits, texts=len(found.order))

    return index(joined(every())), furniture[0]


def collected(
    parts: Sequence[Overlaps],
    found: Census,
    gram_counts: Places,
    furniture: Hashes,
) -> Candidates:
    """The candidates: all overlaps, and the copies."""
    copies = np.flatnonzero(found.original != np.arange(len(found.original)))
    text = np.concatenate([*(found.order[part.text] for part in parts), copies])
    before = np.concatenate([*(found.order[part.before] for part in parts), found.original[copies]])
    grams = np.concatenate([*(part.grams for part in parts), gram_counts[copies]])
    words = np.concatenate([*(part.words for part in parts), np.ones(len(copies))])
    left, right = np.minimum(text, before), np.maximum(text, before)
    order = np.lexsort((right, left))
    return Candidates(
        left=left[order].astype(np.int32),
        right=right[order].astype(np.int32),
        grams=grams[order].astype(np.int32),
        words=words[order].astype(np.float32),
        exact=order >= len(left) - len(copies),
        furniture=np.unique(furniture),
    )
