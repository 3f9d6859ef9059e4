"""Candidates of a corpus of any size: features on disk, joined partition by partition.

In memory at a time are a slice of texts, a partition of features, and the features that two
texts or more hold; what only one text has, most of them, never stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Protocol

import numpy as np

from newstemma.corpus.ahead import in_order
from newstemma.progress import Progress
from newstemma.reuse.kernels.arrays import Hashes, Places, Shares
from newstemma.reuse.kernels.candidates import (
    Candidates,
    Features,
    Numbered,
    collected,
    completed,
    features,
    posted,
)
from newstemma.reuse.kernels.census import Census, census
from newstemma.reuse.kernels.furniture import Publishers, publishers
from newstemma.reuse.kernels.overlap import Index, Overlaps, overlaps
from newstemma.reuse.kernels.postings import Postings, telling
from newstemma.reuse.kernels.rows import Rows

__all__ = ["Slice", "Slices", "find_candidates"]

_FEATURES = 220  # of an article in each net, as a rule: only the number of partitions hangs on it
_PARTITION_ROWS = 1 << 21
_MOST_PARTITIONS = 128
_BLOCK = 8192  # texts whose overlaps are found at a time
_GRAMS, _PAIRS = "grams", "pairs"

Slice = tuple[int, list[str], list[str | None]]


class Slices(Protocol):
    """The articles of a corpus, numbered from 0 on, in slices that fit into memory."""

    def __len__(self) -> int:
        """How many articles there are."""

    def __iter__(self) -> Iterator[Slice]:
        """The number of the first article of each slice, the texts, and their series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What all steps know: the store's folder, how texts are numbered, and how many at a time."""

    folder: Path
    numbered: Numbered
    jobs: int

    def paths(self, net: str) -> list[Path]:
        """The files of a net's partitions."""
        return [self.folder / f"{net}-{part:03}.rows" for part in range(self.numbered.parts)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """What stays in memory of all texts."""

    found: Census
    gram_counts: Places
    pair_counts: Places
    known: Publishers


def find_candidates(slices: Slices, *, work: Path, jobs: int, progress: Progress) -> Candidates:
    """The pairs of articles worth aligning, by their numbers.

    `work` is an empty folder; it holds some three kilobytes an article for a while. The result
    is the same for any number of `jobs`.

    Raises:
        OSError: the folder cannot be written to.
    """
    total = len(slices)
    numbered = Numbered(bits=max(total.bit_length(), 1), parts=_partitions(total))
    search = _Search(folder=work, numbered=numbered, jobs=jobs)
    texts = _stored(search, slices, progress)
    grams, furniture = _indexed(search, _GRAMS, texts.gram_counts, texts)
    pairs, _ = _indexed(search, _PAIRS, texts.pair_counts, texts)
    last = len(texts.found.order)
    of_block = partial(_of_block, grams, pairs, telling(last), last)
    parts = list(in_order(of_block, range(0, last, _BLOCK), jobs))
    progress("comparing", total, total)
    return collected(parts, texts.found, texts.gram_counts, furniture)


def _partitions(articles: int) -> int:
    parts = 1
    while parts * _PARTITION_ROWS < articles * _FEATURES and parts < _MOST_PARTITIONS:
        parts *= 2
    return parts


def _stored(search: _Search, slices: Slices, progress: Progress) -> _Texts:
    """Writes the features of all texts to the store."""
    total = len(slices)
    series: list[str | None] = []
    kept: list[tuple[Places, ...]] = []
    progress("comparing", 0, total)
    with ExitStack() as stack:
        stores = [
            [stack.enter_context(path.open("wb")) for path in search.paths(net)]
            for net in (_GRAMS, _PAIRS)
        ]
        noted = _noted(slices, series)
        for made in in_order(partial(_features, search.numbered), noted, search.jobs):
            for files, rows in zip(stores, (made.grams, made.pairs), strict=True):
                _append(files, rows)
            same = made.same.view(np.int64)
            kept.append((made.words, same, made.gram_counts, made.pair_counts))
            progress("comparing", len(series), total)
    words, same, grams, pairs = (np.concatenate(column) for column in zip(*kept, strict=True))
    return _Texts(
        found=census(words, same.view(np.uint64)),
        gram_counts=grams,
        pair_counts=pairs,
        known=publishers(series),
    )


def _noted(slices: Iterable[Slice], series: list[str | None]) -> Iterator[tuple[int, list[str]]]:
    """The slices without their series, which are added to `series`."""
    for first, texts, publishers_of in slices:
        series += publishers_of
        yield first, texts


def _features(numbered: Numbered, slice_: tuple[int, list[str]]) -> Features:
    first, texts = slice_
    return features(texts, first, numbered)


def _append(files: Sequence[IO[bytes]], rows: Rows) -> None:
    for part, file in enumerate(files):
        file.write(rows.rows[rows.bounds[part] : rows.bounds[part + 1]].data)


def _indexed(search: _Search, net: str, sizes: Places, texts: _Texts) -> tuple[Index, Hashes]:
    """The index of a net, whose files are removed, and its furniture; `sizes` as `completed`."""
    numbered, known = search.numbered, texts.known

    def of_partition(path: Path) -> tuple[Postings, Hashes]:
        rows = np.fromfile(path, dtype=np.uint64)
        path.unlink()
        return posted(rows, texts.found, numbered, known)

    made = in_order(of_partition, search.paths(net), search.jobs)
    return completed(made, sizes, texts.found, numbered, known)


def _of_block(grams: Index, pairs: Index, tells: Shares, last: int, first: int) -> Overlaps:
    return overlaps(grams, pairs, tells, first, min(first + _BLOCK, last))
