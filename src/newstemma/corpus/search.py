"""The second stage: articles -> the pairs that are worth aligning."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.corpus.articles import open_articles, read_table, write_table
from newstemma.corpus.candidates import find_candidates
from newstemma.corpus.job import Job

__all__ = ["read_candidates", "read_furniture", "search"]

_TABLE = "candidates.arrow"
_FURNITURE = "furniture.arrow"
_SCRATCH = "scratch"


def search(job: Job, folder: Path) -> None:
    """Find the candidates among the articles of the stage `read`."""
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    articles = open_articles(job.work)
    found = find_candidates(articles, work=scratch, jobs=job.options.jobs, progress=job.progress)
    shutil.rmtree(scratch)
    columns = {
        "left": found.left,
        "right": found.right,
        "grams": found.grams,
        "rare": found.words,
        "exact": found.exact,
    }
    write_table(pa.table(columns), folder / _TABLE)
    write_table(pa.table({"gram": found.furniture}), folder / _FURNITURE)


def read_candidates(work: Path) -> pa.Table:
    """The candidates that `search` left, by left and right number: the grams that they share, the
    share of the rare words, and whether one is a copy of the other.
    """
    return read_table(work / "candidates" / _TABLE)


def read_furniture(work: Path) -> NDArray[np.uint64]:
    """What `search` learnt of the publishers' own boilerplate, for `own_words`."""
    grams: NDArray[np.uint64] = read_table(work / "candidates" / _FURNITURE)["gram"].to_numpy()
    return grams
