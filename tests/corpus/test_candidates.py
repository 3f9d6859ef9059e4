"""The candidates of a corpus on disk are those found in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pytest

pytest.importorskip("numba")

from newstemma.corpus import candidates as corpus_candidates
from newstemma.corpus.candidates import Slice, find_candidates
from newstemma.progress import quiet
from newstemma.reuse.kernels.candidates import Candidates, candidates_of

VOCABULARY = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ando", "erin", "iltu", "osk", "ummer")]


@dataclass(frozen=True)
class InSlices:
    """Articles held in memory, in slices of some size."""

    texts: list[str]
    series: list[str | None]
    size: int

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Slice]:
        for first in range(0, len(self.texts), self.size):
            here = slice(first, first + self.size)
            yield first, self.texts[here], self.series[here]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    dice = Random(11)
    footer = " ".join(dice.choices(VOCABULARY, k=20))
    made = [" ".join(dice.choices(VOCABULARY, k=dice.randrange(120))) for _ in range(300)]
    made += [f"{text} {dice.choice(made)}" for text in made[:60]]
    return [*made, *made[:5], *(f"{text} {footer}" for text in made[100:140])]


def equal(one: Candidates, other: Candidates) -> bool:
    names = Candidates.__slots__
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


@pytest.mark.parametrize(("size", "jobs"), [(1, 2), (37, 1), (64, 3), (1000, 1)])
def test_slices_and_jobs_change_nothing(
    texts: list[str], tmp_path: Path, size: int, jobs: int
) -> None:
    series = ["Herald" if number % 3 else None for number in range(len(texts))]
    slices = InSlices(texts, series, size)
    found = find_candidates(slices, work=tmp_path, jobs=jobs, progress=quiet)
    assert len(found.left)
    assert equal(found, candidates_of(texts, series))
    assert not list(tmp_path.iterdir())


def test_partitions_change_nothing(
    texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_candidates, "_PARTITION_ROWS", 1 << 10)
    monkeypatch.setattr(corpus_candidates, "_BLOCK", 50)
    slices = InSlices(texts, [None] * len(texts), 100)
    found = find_candidates(slices, work=tmp_path, jobs=2, progress=quiet)
    assert equal(found, candidates_of(texts))
