"""The third stage: candidate pairs -> pairs that share text, with their passages.

Pairs are aligned in parts of bounded size. A part is written as soon as it is done, so that a run
that was cut short goes on behind its last part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from newstemma.corpus.ahead import in_order
from newstemma.corpus.articles import Articles, Ints, open_articles, read_table, write_table
from newstemma.corpus.job import Job
from newstemma.corpus.pairwise import Background, aligned, sampled
from newstemma.corpus.search import read_candidates, read_furniture

__all__ = ["align", "pair_parts", "passage_parts"]

_PART_PAIRS = 8192
_PART_BYTES = 24_000_000

Words = NDArray[np.int32]

_PAIRS, _PASSAGES = "pairs", "passages"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    number: int
    first: int
    end: int


def align(job: Job, folder: Path) -> None:
    """Align the pairs that the stage `candidates` found; leaves two files a part."""
    articles, found = open_articles(job.work), read_candidates(job.work)
    sides = (found["left"].to_numpy(), found["right"].to_numpy())
    ends = _ends(*sides, articles.column("size"))
    bounds = pairwise([0, *ends.tolist()])
    todo = [_Part(number=n, first=first, end=end) for n, (first, end) in enumerate(bounds)]
    known = Background(words=sampled(articles), furniture=read_furniture(job.work))
    job.progress("aligning", 0, found.num_rows)
    align_part = partial(_align_part, folder, articles, found, known)
    for end in in_order(align_part, todo, job.options.jobs):
        job.progress("aligning", end, found.num_rows)


def pair_parts(work: Path) -> Iterator[pa.Table]:
    """The pairs that `align` left, part by part (see `Aligned`)."""
    yield from map(read_table, _pair_files(work / "align"))


def passage_parts(work: Path) -> Iterator[pa.Table]:
    """The passages of the pairs, part by part."""
    yield from map(read_table, map(_beside, _pair_files(work / "align")))


def _pair_files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{_PAIRS}-*.arrow"))


@njit(cache=True)
def _ends(left: Words, right: Words, sizes: Ints) -> Ints:
    """Where each part ends: it has at most so many pairs, and so many bytes in distinct texts."""
    ends = np.empty(len(left), np.int64)
    holder = np.full(len(sizes), -1, np.int64)  # the last part that holds a text
    part, first, held = 0, 0, 0
    for pair in range(len(left)):
        more = 0
        for text in (left[pair], right[pair]):
            more += sizes[text] if holder[text] != part else 0
        if pair > first and (pair - first == _PART_PAIRS or held + more > _PART_BYTES):
            ends[part] = pair
            part, first, held = part + 1, pair, 0
            more = sizes[left[pair]] + sizes[right[pair]]
        held += more
        holder[left[pair]] = holder[right[pair]] = part
    if len(left):
        ends[part] = len(left)
        part += 1
    return ends[:part]


def _align_part(
    folder: Path, articles: Articles, found: pa.Table, known: Background, part: _Part
) -> int:
    """Aligns a part, unless that was done before, and returns where it ends."""
    path = folder / f"{_PAIRS}-{part.number:08}.arrow"
    if not path.exists():
        tables = aligned(articles, found.slice(part.first, part.end - part.first), known)
        write_table(tables.passages, _beside(path))
        unfinished = path.with_suffix(".new")
        write_table(tables.pairs, unfinished)
        unfinished.replace(path)
    return part.end


def _beside(pairs: Path) -> Path:
    return pairs.with_name(pairs.name.replace(_PAIRS, _PASSAGES, 1))
