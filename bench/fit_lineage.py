"""Fits the pair model's weights on open data and writes `lineage/weights.py` (`make fit`).

Prints, on held-back groups, how often each sample is right, and how well the probabilities are
calibrated. Weights are kept at or above nought where the signal's meaning demands it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpora import read, reports
from bench.figures import options
from bench.samples import Pair, Trio, pairs, trios
from bench.signals import Signal, name_of
from newstemma.lineage import weights as current
from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.model import CONFIDENT
from newstemma.lineage.profile import Profile
from newstemma.reuse.passages import coverage, passages

Floats = NDArray[np.float64]

# No open data has credits or dates; in none was a parent cut without being told anew.
BY_HAND = {"completeness": 0.5, "credit": 2.0, "published": 2.5}
_FOLDS = 6
_SEED = 20
_COPIED = 0.2  # of a report's words in shared passages: wire copy, not an independent report
_LEAST = 30  # words: less is no report
_LATER = 2.0  # weight of the later texts of a chain, whose order hardly shows: no false certainty
_TURNS = 1500
_RIDGE = 3e-3

BOUNDED = {"usual-length": 1.5}  # some roots of the chains are lists without full stops
RELATED = 0.6  # of pairs within one story that share enough to be compared
SIBLINGS = 0.8  # in the news, two retellings of one source are commoner than a chain of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Scores (rows by signals), answers, where each row comes from; `prior` is that of a "yes"."""

    signals: tuple[str, ...]
    scores: Floats
    answers: NDArray[np.bool_]
    samples: NDArray[np.str_]
    groups: NDArray[np.str_]
    prior: float


def main() -> None:
    """Fits all three models, prints how they do, and writes the weights."""
    parser = options(__doc__ or "")
    parser.add_argument("--dry-run", action="store_true", help="print, but write nothing")
    arguments = parser.parse_args()
    known, related = list(pairs(arguments.data)), list(trios(arguments.data))
    tables = {
        "relation": relation_table(arguments.data, known, related),
        "direction": direction_table(known),
        "contest": contest_table(related),
    }
    fitted = {name: (table, fit(table)) for name, table in tables.items()}
    for name, (table, weights) in fitted.items():
        report(name, table, weights)
    if not arguments.dry_run:
        Path(current.__file__).write_text(source(fitted), encoding="utf-8")


def relation_table(data: Path, known: Sequence[Pair], related: Sequence[Trio]) -> Table:
    """Pairs made one from the other or both from one text, and independent reports."""
    rows = [(p.sample, p.group, p.parent, p.child, True) for p in known if "cut" not in p.sample]
    rows += [(t.sample, t.group, t.between, t.child, True) for t in related if "sib" in t.sample]
    rows += list(_independent(data))
    rows += list(_unrelated(known))
    found = []
    for sample, group, left, right, answer in rows:
        orders = [_row(RELATION_SIGNALS, *pair) for pair in ((left, right), (right, left))]
        found.append((sample, group, max(orders), answer))
    names = [name_of(signal) for signal in RELATION_SIGNALS]
    return _table(names, found, prior=RELATED)


def _independent(data: Path) -> Iterator[tuple[str, str, Profile, Profile, bool]]:
    """Different articles on one event; those that share wire copy are left out."""
    for story, found in reports(data).items():
        profiles = [read(one.name, one.text) for one in found]
        for left, right in combinations(profiles, 2):
            runs = passages(left.witness, right.witness)
            if coverage(runs, right.size) < _COPIED and min(left.size, right.size) > _LEAST:
                yield "independent", story, left, right, False


def _unrelated(known: Sequence[Pair]) -> Iterator[tuple[str, str, Profile, Profile, bool]]:
    draw = random.Random(_SEED)
    for one, other in zip(known, draw.sample(known, len(known)), strict=True):
        if one.group != other.group:
            yield "unrelated", one.group, one.parent, other.child, False


def direction_table(known: Sequence[Pair]) -> Table:
    """Every pair in its right order; the fit sees each in the wrong order too."""
    signals = [signal for signal in DIRECTION_SIGNALS if name_of(signal) not in BY_HAND]
    rows = [(p.sample, p.group, _row(signals, p.child, p.parent), True) for p in known]
    return _table([name_of(signal) for signal in signals], rows)


def contest_table(related: Sequence[Trio]) -> Table:
    """Whether a child comes from the origin itself."""
    rows = [
        (t.sample, t.group, _row(CONTEST_SIGNALS, t.child, t.origin, t.between), t.from_origin)
        for t in related
    ]
    return _table([name_of(signal) for signal in CONTEST_SIGNALS], rows, prior=SIBLINGS)


def _row(signals: Iterable[Signal], *texts: Profile) -> list[float]:
    found = (signal(*texts) for signal in signals)
    return [one.score if one else 0.0 for one in found]


def _table(
    signals: Sequence[str],
    rows: Sequence[tuple[str, str, list[float], bool]],
    *,
    prior: float = 0.5,
) -> Table:
    samples, groups, scores, answers = zip(*rows, strict=True)
    return Table(
        signals=tuple(signals),
        scores=np.array(scores, dtype=np.float64),
        answers=np.array(answers, dtype=np.bool_),
        samples=np.array(samples),
        groups=np.array(groups),
        prior=prior,
    )


# --- the fit -------------------------------------------------------------------------------


def fit(table: Table, rows: NDArray[np.bool_] | None = None) -> Floats:
    """The weights of the signals, and the bias last (nought where all answers are alike)."""
    kept = np.ones(len(table.answers), dtype=np.bool_) if rows is None else rows
    scores, signs = table.scores[kept], np.where(table.answers[kept], 1.0, -1.0)
    importance = _importance(table, kept)
    biased = len(set(table.answers.tolist())) > 1
    inputs = np.column_stack([scores, np.full(len(scores), float(biased))])
    scale = np.sqrt((inputs**2).mean(axis=0)) + 1e-9
    low, high = _bounds(table.signals, biased=biased)
    weights = _descend(inputs / scale, signs, importance, (low * scale, high * scale))
    found: Floats = weights / scale
    return found


def _importance(table: Table, rows: NDArray[np.bool_]) -> Floats:
    """Large samples count more than small ones, but by the root of their size only.

    "Yes" and "no" together count as the prior says.
    """
    samples, answers = table.samples[rows], table.answers[rows]
    names, counts = np.unique(samples, return_counts=True)
    each = {
        name: (_LATER if name.startswith("later") else 1.0) / float(np.sqrt(count))
        for name, count in zip(names.tolist(), counts.tolist(), strict=True)
    }
    found = np.array([each[sample] for sample in samples.tolist()])
    for rows_of_answer, share in ((answers, table.prior), (~answers, 1 - table.prior)):
        found[rows_of_answer] *= share / (found[rows_of_answer].sum() or 1.0)
    weighed: Floats = found / found.sum()
    return weighed


def _bounds(signals: Sequence[str], *, biased: bool) -> tuple[Floats, Floats]:
    low = [0.0 if name != "inherited" else -np.inf for name in signals]
    high = [BOUNDED.get(name, np.inf if name != "inherited" else 0.0) for name in signals]
    free = np.inf if biased else 0.0
    return np.array([*low, -free]), np.array([*high, free])


def _descend(
    inputs: Floats, signs: Floats, importance: Floats, bounds: tuple[Floats, Floats]
) -> Floats:
    """Logistic regression within bounds: accelerated projected gradient descent."""
    weights = ahead = np.zeros(inputs.shape[1])
    step = 4 / float(np.linalg.eigvalsh((inputs * importance[:, None]).T @ inputs).max())
    for turn in range(_TURNS):
        margins = signs * (inputs @ ahead)
        pull = -(signs * importance / (1 + np.exp(margins))) @ inputs + _RIDGE * ahead
        moved = np.clip(ahead - step * pull, *bounds)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    return weights


# --- how it does ---------------------------------------------------------------------------


def held_back(table: Table) -> Floats:
    """The probability of "yes" for every row, by weights fitted without its group."""
    names = sorted(set(table.groups.tolist()))
    random.Random(_SEED).shuffle(names)
    fold_of = {name: i % _FOLDS for i, name in enumerate(names)}
    folds = np.array([fold_of[group] for group in table.groups.tolist()])
    found = np.zeros(len(folds))
    for fold in range(_FOLDS):
        weights = fit(table, folds != fold)
        odds = table.scores[folds == fold] @ weights[:-1] + weights[-1]
        found[folds == fold] = 1 / (1 + np.exp(-odds))
    return found


def report(name: str, table: Table, weights: Floats) -> None:
    """Prints the weights, the share of right answers by sample, and the calibration."""
    print(f"\n{name}: bias {weights[-1]:.2f}")
    for signal, weight in zip(table.signals, weights, strict=False):
        print(f"  {signal:<18}{weight:8.2f}")
    probabilities = held_back(table)
    right = (probabilities > 0.5) == table.answers
    sure = (probabilities >= CONFIDENT) | (probabilities <= 1 - CONFIDENT)
    print(f"  {'held back':<26}{'n':>6}{'right':>8}{'decided':>9}{'right of those':>16}")
    for sample in sorted(set(table.samples.tolist())):
        rows = table.samples == sample
        decided = right[rows & sure].mean() if (rows & sure).any() else float("nan")
        print(
            f"  {sample:<26}{rows.sum():>6}{right[rows].mean():>8.3f}"
            f"{sure[rows].mean():>9.3f}{decided:>16.3f}"
        )
    brier, error = calibration(table, probabilities)
    print(f"  Brier score {brier:.4f}, expected calibration error {error:.4f} in ten bins")


def calibration(table: Table, probabilities: Floats) -> tuple[float, float]:
    """Brier score and expected calibration error, every sample counting as in the fit."""
    answers, importance = (
        table.answers.astype(np.float64),
        _importance(table, np.ones(len(table.answers), np.bool_)),
    )
    if table.answers.all():  # direction: each pair is also a "no" the other way round
        probabilities = np.concatenate([probabilities, 1 - probabilities])
        answers = np.concatenate([answers, 1 - answers])
        importance = np.concatenate([importance, importance]) / 2
    bins = np.minimum((probabilities * 10).astype(int), 9)
    error = 0.0
    for one in range(10):
        rows = bins == one
        gap = importance[rows] @ (probabilities[rows] - answers[rows])
        error += abs(float(gap))
    return float(importance @ (probabilities - answers) ** 2), error


def source(fitted: dict[str, tuple[Table, Floats]]) -> str:
    """The text of `lineage/weights.py`."""
    blocks = []
    for name, (table, weights) in fitted.items():
        constant = name.upper()
        if table.answers.min() != table.answers.max():
            blocks.append(f"{constant}_BIAS = {weights[-1]:.2f}")
        rows = [f'    "{s}": {w:.2f},' for s, w in zip(table.signals, weights, strict=False)]
        if name == "direction":
            rows += [f'    "{s}": {w:.2f},  # set by hand' for s, w in BY_HAND.items()]
        blocks.append("\n".join([f"{constant}: Mapping[str, float] = {{", *rows, "}"]))
    return _HEAD + "\n".join(blocks) + "\n"


_HEAD = '''"""The pair model's weights, in log-odds per unit of score. Written by `make fit`.

Signals without a fitted weight are marked as set by hand: no open data has them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

'''

if __name__ == "__main__":
    main()
