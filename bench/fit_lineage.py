"""Fits the pair model's weights on open data and writes `lineage/weights.py` (`make fit`).

Prints, on the groups that are held back, how often each sample is right, and how well the
probabilities are calibrated. Weights are kept at or above
nought where the signal's meaning demands it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.calibration import Case, cases
from bench.figures import options
from bench.samples import Pair, Trio, fitted, held_back, independent, pairs, trios
from bench.signals import Signal, name_of
from newstemma.lineage import weights as current
from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.model import CONFIDENT
from newstemma.lineage.profile import Profile

Floats = NDArray[np.float64]

# No open data has credits or dates; in none was a parent cut without being told anew.
BY_HAND = {"completeness": 0.5, "credit": 2.0, "published": 2.5}
_SEED = 20
_TURNS = 1500
_ROUNDS = 3
_RIDGE = 3e-3
_TINY = 1e-9

# Some roots of the chains are lists without full stops. A writer's habit, which both retellings of
# a source show, is not to outweigh what was lost: unbounded, families fall from .95 to .94.
# Two reports that quote one press conference are no kin; the open data has few such.
BOUNDED = {"usual-length": 1.5, "short-words": 1.5, "quotations": 0.1}
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
    start = np.ones(len(RELATION_SIGNALS) + 1)
    tables, unseen = (samples(arguments.data, groups) for groups in (fitted, held_back))
    found = {name: (table, fit(table)) for name, table in tables.tables(start).items()}
    for _ in range(_ROUNDS):
        table = tables.relation_table(found["relation"][1])
        found["relation"] = table, fit(table)
    others = unseen.tables(found["relation"][1])
    for name, (_, weights) in found.items():
        report(name, others[name], weights)
    known = cases(arguments.data, groups=fitted)
    common = fit_common_source(known, found["relation"][1], whole(*found["direction"]))
    print(f"\ncommon source: {common:.2f}")
    if not arguments.dry_run:
        Path(current.__file__).write_text(source(found, common), encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """What the three models are fitted on.

    `relation` has a row for each pair: sample, group, the scores in either order, the answer.
    """

    relation: Sequence[tuple[str, str, tuple[list[float], list[float]], bool]]
    direction: Table
    contest: Table

    def tables(self, relation: Floats) -> dict[str, Table]:
        """The table of each model; `relation` are the weights that choose between orders."""
        return {
            "relation": self.relation_table(relation),
            "direction": self.direction,
            "contest": self.contest,
        }

    def relation_table(self, weights: Floats) -> Table:
        """Each pair in the order that has the higher odds, as the model takes it."""
        rows = [
            (sample, group, max(orders, key=lambda row: float(np.dot(row, weights[:-1]))), answer)
            for sample, group, orders, answer in self.relation
        ]
        return _table([name_of(signal) for signal in RELATION_SIGNALS], rows, prior=RELATED)


def samples(data: Path, groups: Callable[[str], bool]) -> Samples:
    """The scores of all signals on the groups that are wanted."""
    known, related = list(pairs(data, groups=groups)), list(trios(data, groups=groups))
    return Samples(
        relation=list(_relations(known, related, independent(data, groups=groups))),
        direction=direction_table(known),
        contest=contest_table(related),
    )


def _relations(
    known: Sequence[Pair],
    related: Sequence[Trio],
    apart: Iterable[tuple[str, Profile, Profile]],
) -> Iterator[tuple[str, str, tuple[list[float], list[float]], bool]]:
    """Pairs made one from the other or both from one text, and independent reports."""
    rows = [(p.sample, p.group, p.parent, p.child, True) for p in known if "cut" not in p.sample]
    siblings = [t for t in related if t.sample == "family" or t.sample.startswith("siblings")]
    rows += [(f"siblings, {t.sample}", t.group, t.between, t.child, True) for t in siblings]
    rows += [("independent", *pair, False) for pair in apart]
    rows += list(_unrelated(known))
    for sample, group, left, right, answer in rows:
        orders = _row(RELATION_SIGNALS, left, right), _row(RELATION_SIGNALS, right, left)
        yield sample, group, orders, answer


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


def fit(table: Table) -> Floats:
    """The weights of the signals, and the bias last (nought where all answers are alike)."""
    signs = np.where(table.answers, 1.0, -1.0)
    biased = len(set(table.answers.tolist())) > 1
    inputs = np.column_stack([table.scores, np.full(len(signs), float(biased))])
    scale = np.sqrt((inputs**2).mean(axis=0)) + 1e-9
    low, high = _bounds(table.signals, biased=biased)
    weights = _descend(inputs / scale, signs, _importance(table), (low * scale, high * scale))
    found: Floats = weights / scale
    return found


def whole(table: Table, weights: Floats) -> Floats:
    """The weights of all signals of direction, those set by hand too, in their order."""
    named = dict(zip(table.signals, weights.tolist(), strict=False)) | BY_HAND
    return np.array([named[name_of(signal)] for signal in DIRECTION_SIGNALS])


def fit_common_source(known: Iterable[Case], relation: Floats, direction: Floats) -> float:
    """The log-odds of neither being made from the other that make the claims likeliest.

    `direction` has a weight for every signal, those set by hand too.
    """
    rows, answers = [], []
    for case in known:
        both = ((case.right, case.left), (case.left, case.right))
        related = max(_row(RELATION_SIGNALS, *pair) @ relation[:-1] for pair in both)
        later = _row(DIRECTION_SIGNALS, *both[0]) @ direction
        rows += [(related + relation[-1], later), (related + relation[-1], -later)]
        answers += [case.made, False]
    related, later = (1 / (1 + np.exp(-np.array(rows)))).T
    holds = np.array(answers)

    def surprise(bias: float) -> float:
        made = related * later / (1 + np.exp(bias) * np.sqrt(later * (1 - later)))
        return -float(np.log(np.where(holds, made, 1 - made) + _TINY).sum())

    return float(min(np.linspace(-4, 4, 801), key=surprise))


def _importance(table: Table) -> Floats:
    """Large samples count more than small ones, but by the root of their size only.

    "Yes" and "no" together count as the prior says.
    """
    names, counts = np.unique(table.samples, return_counts=True)
    each = {
        name: 1 / float(np.sqrt(count))
        for name, count in zip(names.tolist(), counts.tolist(), strict=True)
    }
    found = np.array([each[sample] for sample in table.samples.tolist()])
    for rows, share in ((table.answers, table.prior), (~table.answers, 1 - table.prior)):
        found[rows] *= share / (found[rows].sum() or 1.0)
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


def said(table: Table, weights: Floats) -> Floats:
    """The probability of "yes" for every row."""
    found: Floats = 1 / (1 + np.exp(-(table.scores @ weights[:-1] + weights[-1])))
    return found


def report(name: str, table: Table, weights: Floats) -> None:
    """Prints the weights, the share of right answers by sample, and the calibration."""
    print(f"\n{name}: bias {weights[-1]:.2f}")
    for signal, weight in zip(table.signals, weights, strict=False):
        print(f"  {signal:<18}{weight:8.2f}")
    probabilities = said(table, weights)
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
    answers, importance = table.answers.astype(np.float64), _importance(table)
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


def source(found: dict[str, tuple[Table, Floats]], common: float) -> str:
    """The text of `lineage/weights.py`."""
    blocks = [f"COMMON_SOURCE = {common:.2f}  # that neither was made from the other, order even"]
    for name, (table, weights) in found.items():
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

__all__ = ["COMMON_SOURCE", "CONTEST", "CONTEST_BIAS", "DIRECTION", "RELATION", "RELATION_BIAS"]

'''

if __name__ == "__main__":
    main()
