"""Fits the weights of the scorer of names on open pairs and writes `identity/weights.py`.

    python -m bench.fit_names [--data DIR] [--dry-run]

A signal's weight is at or below nought: every signal grows with what keeps two names apart. Those
that a handful of the pairs show, or none, are set by hand and kept. Prints the weights, the pair
F1 and the calibration on held-back groups of names (names that share a telling word are in one
group), over several ways of parting the groups.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.figures import options
from bench.language.names import NamePair, baseline, f1, name_pairs
from newstemma.text.identity import weights as current
from newstemma.text.identity.parts import take_apart
from newstemma.text.identity.scorer import SURE
from newstemma.text.identity.signals import SIGNALS, compared
from newstemma.text.identity.spelling import latin

__all__ = ["main"]

Floats = NDArray[np.float64]

BY_HAND = {
    "missing_in_body": -4.0,
    "namesake": -1.0,
    "initials_only": -4.0,
    "other_initial": -4.0,
    "other_form": -5.0,
    "other_father": -5.0,
}
_NAMES = tuple(signal.__name__ for signal in SIGNALS)
_FOLDS = 8
_SEEDS = range(6)
_RIDGE = 0.005
_TURNS = 3000
_COMMON = 12  # pairs; a word in more of them ties no group together


def main() -> None:
    """Fits, prints how it does on held-back groups, and writes the weights."""
    parser = options(__doc__ or "")
    parser.add_argument("--dry-run", action="store_true", help="print, but write nothing")
    arguments = parser.parse_args()
    pairs = list(name_pairs(arguments.data / "names"))
    scores = np.array([_row(pair) for pair in pairs])
    answers = np.array([pair.is_match for pair in pairs])
    weights = fit(scores, answers)
    for name, weight in zip((*_NAMES, "bias"), weights, strict=True):
        print(f"  {name:<18}{weight:8.2f}" + ("  by hand" if name in BY_HAND else ""))
    _report(pairs, scores, answers)
    if not arguments.dry_run:
        Path(current.__file__).write_text(_source(weights), encoding="utf-8")


def _row(pair: NamePair) -> list[float]:
    names = compared(take_apart(pair.left, pair.kind), take_apart(pair.right, pair.kind))
    return [signal(names) for signal in SIGNALS]


def fit(scores: Floats, answers: NDArray[np.bool_]) -> Floats:
    """The weights of the signals, the bias last: logistic regression with a small ridge, by
    accelerated projected gradient descent; the weights set by hand stay.
    """
    by_hand = np.array([BY_HAND.get(name, 0.0) for name in _NAMES])
    scale = np.sqrt((scores**2).mean(axis=0)) + 1e-9
    free = np.where(by_hand, 0.0, scores / scale)
    inputs = np.column_stack([free, np.ones(len(scores))])
    signs, offset = np.where(answers, 1.0, -1.0), scores @ by_hand
    step = 4 * len(inputs) / float(np.linalg.eigvalsh(inputs.T @ inputs).max())
    highest = np.append(np.zeros(len(_NAMES)), np.inf)
    weights = ahead = np.zeros(inputs.shape[1])
    for turn in range(_TURNS):
        margins = signs * (inputs @ ahead + offset)
        pull = -(signs / (1 + np.exp(margins))) @ inputs / len(inputs)
        moved = np.minimum(ahead - step * (pull + _RIDGE * np.append(ahead[:-1], 0.0)), highest)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    return np.append(weights[:-1] / scale + by_hand, weights[-1])


def groups_of(pairs: Sequence[NamePair]) -> list[int]:
    """The group of each pair: those that share a whole name or a telling word are in one."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        for name in (pair.left, pair.right):
            keys = {latin(word) for word in re.findall(r"\w+", name)}
            for key in sorted({f"={latin(name)}", *(key for key in keys if len(key) > 3)}):
                holders[key].append(number)
    parent = list(range(len(pairs)))
    for key, numbers in sorted(holders.items()):
        if key.startswith("=") or len(numbers) <= _COMMON:
            for number in numbers:
                parent[_root(parent, number)] = _root(parent, numbers[0])
    return [_root(parent, number) for number in range(len(pairs))]


def _root(parent: Sequence[int], number: int) -> int:
    while parent[number] != number:
        number = parent[number]
    return number


def held_back(
    scores: Floats, answers: NDArray[np.bool_], groups: Sequence[int], seed: int
) -> Floats:
    """The probability of every pair, by weights fitted without its group."""
    names = sorted(set(groups))
    random.Random(seed).shuffle(names)
    fold_of = {name: number % _FOLDS for number, name in enumerate(names)}
    folds = np.array([fold_of[group] for group in groups])
    found = np.zeros(len(answers))
    for fold in range(_FOLDS):
        weights = fit(scores[folds != fold], answers[folds != fold])
        found[folds == fold] = scores[folds == fold] @ weights[:-1] + weights[-1]
    probabilities: Floats = 1 / (1 + np.exp(-found))
    return probabilities


def _report(pairs: Sequence[NamePair], scores: Floats, answers: NDArray[np.bool_]) -> None:
    groups = groups_of(pairs)
    tries = [held_back(scores, answers, groups, seed) for seed in _SEEDS]
    found = [f1((one > 0.5).tolist(), answers.tolist()) for one in tries]
    brier = float(np.mean([((one - answers) ** 2).mean() for one in tries]))
    print(f"{len(pairs)} pairs in {len(set(groups))} groups; held back in {_FOLDS} folds:")
    print(f"  pair F1 {np.mean(found):.3f} ({min(found):.3f} to {max(found):.3f})")
    print(f"  Brier score {brier:.3f}; token-sort distance alone: F1 {_plain(pairs):.3f}")
    mean = np.mean(tries, axis=0)
    for low, high in ((0.0, 1 - SURE), (1 - SURE, 0.5), (0.5, SURE), (SURE, 1.0)):
        rows = (mean >= low) & (mean < high + 1e-9)
        print(
            f"  {low:.1f} to {high:.1f}: {rows.sum():4} pairs, matches {answers[rows].mean():.3f}"
        )


def _plain(pairs: Iterable[NamePair]) -> float:
    known = list(pairs)
    return f1([baseline(pair) for pair in known], [pair.is_match for pair in known])


def _source(weights: Floats) -> str:
    """The text of `identity/weights.py`."""
    rows = [
        f'    "{name}": {weight:.2f},' + ("  # set by hand" if name in BY_HAND else "")
        for name, weight in zip(_NAMES, weights, strict=False)
    ]
    table = "\n".join(["WEIGHTS: Mapping[str, float] = {", *rows, "}"])
    return f"{_HEAD}BIAS = {weights[-1]:.2f}\n{table}\n"


_HEAD = '''"""The weights of the scorer of names, in log-odds per unit of signal.

Written by `python -m bench.fit_names`. Signals that a handful of the open pairs show, or none,
are set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["BIAS", "WEIGHTS"]

'''

if __name__ == "__main__":
    main()
