"""Fits the weights of `lineage/stemma.py`, and prints them.

    python -m bench.fit_stemma --data DIR

A conditional logit: which of all the texts of a sample is the parent of this one? The samples are
those of `rewrite_chains/` and made-up copies of their roots. Weights fitted on the chains alone
tell little where texts differ by a few words: .76 of the parents in the made-up traditions instead
of .86.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.chains import Sample, copied, samples
from bench.figures import options
from newstemma.lineage.stemma import features

__all__ = ["Choice", "choices", "fit"]

_RIDGE = 1e-3
_STEPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A text with its candidates: `signals` is [candidate, signal], `right` the true one's row."""

    signals: NDArray[np.float64]
    right: int


def main() -> None:
    """Prints the weights."""
    data = options(__doc__ or "").parse_args().data
    known = [*samples(data), *copied(data)]
    weights = fit([choice for sample in known for choice in choices(sample)])
    for name, weight in zip(features(known[0].texts, 0), weights, strict=True):
        print(f'    "{name}": {weight:.2f},')


def choices(sample: Sample) -> Iterator[Choice]:
    """One for each text of the sample but the root, which is its first."""
    places = {one.id: place for place, one in enumerate(sample.texts)}
    signals = np.stack(list(features(sample.texts, 0).values()), axis=-1)
    for child, parent in sample.parents.items():
        others = [place for name, place in places.items() if name != child]
        right = others.index(places[parent])
        yield Choice(signals=signals[others, places[child]], right=right)


def fit(known: Sequence[Choice]) -> NDArray[np.float64]:
    """The weight of each signal, the ridge on its scaled values."""
    scale = np.concatenate([choice.signals for choice in known]).std(axis=0) + 1e-9
    most = max(len(choice.signals) for choice in known)
    cube = np.zeros((len(known), most, len(scale)))
    closed = np.full((len(known), most), -1e9)
    for row, choice in enumerate(known):
        cube[row, : len(choice.signals)] = choice.signals / scale
        closed[row, : len(choice.signals)] = 0.0
    right = np.array([choice.right for choice in known])
    weights = np.zeros(len(scale))
    for _ in range(_STEPS):
        weights -= _step(weights, cube, closed, right)
    return np.asarray(weights / scale)


def _step(
    weights: NDArray[np.float64],
    cube: NDArray[np.float64],
    closed: NDArray[np.float64],
    right: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Newton's step on the mean loss with the ridge."""
    odds = cube @ weights + closed
    chances = np.exp(odds - odds.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    expected = np.einsum("ij,ijk->ik", chances, cube)
    slope = (expected - cube[np.arange(len(right)), right]).mean(axis=0) + 2 * _RIDGE * weights
    spread = np.einsum("ij,ijk,ijl->kl", chances, cube, cube) - expected.T @ expected
    bend = spread / len(right) + 2 * _RIDGE * np.eye(len(weights))
    return np.asarray(np.linalg.solve(bend, slope))


if __name__ == "__main__":
    main()
