"""Whether the pair model's probabilities come true, on sources that no weight was fitted on.

    python -m bench.calibration [--data DIR] [--json] [--write]

One claim for each ordered pair of texts: the second was made from the first. It is true of a
retelling and its source, and of a text of a chain and the one before it; false of the same two the
other way round, of two retellings of one source, of reports on one event that share no wire copy,
and of texts with different sources. No more than so many pairs of each sort count, drawn with a
fixed seed, so that the largest set does not decide. `related` are the claims, one for each pair,
that the two come from each other or from one text, and `direction` those that the second is the
later one, of pairs that are parent and child. `stated` are the derivations that `report` states in
the piles of `bench.stated`.

The Brier score is the mean squared error; its baseline is that of the share of true claims, said
of each. The expected calibration error is the mean gap between what is said and what holds, in ten
bins. The baseline of that is nought by its making, and leaves nothing to be read from it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.figures import missing, options, show
from bench.samples import STAND_INS, held_back, independent, pairs, trios
from bench.signals import PAGE, between
from bench.stated import stated
from newstemma.lineage.model import score_pair
from newstemma.lineage.profile import Profile

__all__ = ["Case", "Claims", "cases", "measure", "reliability", "scored"]

_MOST = 60  # pairs of one sort
_SEED = 20
_BINS = 10
_SETS = ("rewrites", "rewrite_chains", "ecbplus")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two texts of which it is known whether they are kin, and whether `right` is `left`'s child.

    Where it is, `made` holds; it never is the other way round.
    """

    sort: str
    left: Profile
    right: Profile
    kin: bool
    made: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Parallel arrays: what was said, as a probability, and whether it holds (0 or 1)."""

    said: Floats
    holds: Floats


def main() -> None:
    """Prints the figures and, for people, the reliability diagram as a table."""
    parser = options(__doc__ or "")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    parser.add_argument("--write", action="store_true", help="put the diagram into docs/lineage.md")
    chosen = parser.parse_args()
    claims = _claims(chosen.data)
    show(_figures(claims), as_json=chosen.json)
    diagram = reliability(claims["made"]) if claims else ""
    if not chosen.json:
        print("\n" + diagram)
    if chosen.write and diagram:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(between(page, "reliability", diagram), encoding="utf-8")


def measure(data: Path) -> dict[str, float]:
    """Brier score and expected calibration error, of all claims and of two kinds of their parts."""
    return _figures(_claims(data))


def _figures(claims: dict[str, Claims]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, found in claims.items():
        prefix = "calibration." if name == "made" else f"calibration.{name}."
        figures |= {prefix + key: value for key, value in scored(found).items()}
        rate = Claims(said=np.full(len(found.holds), found.holds.mean()), holds=found.holds)
        figures |= {f"baseline.{prefix}{key}": value for key, value in scored(rate).items()}
    return figures


def _claims(data: Path) -> dict[str, Claims]:
    for name in _SETS:
        if not (data / name).exists():
            missing(data / name)
    known = list(cases(data))
    rows: dict[str, list[tuple[float, bool]]] = {"made": [], "related": [], "direction": []}
    for case in known:
        score = score_pair(case.left, case.right)
        child, parent = case.right.id, case.left.id
        rows["made"] += [(score.made(child), case.made), (score.made(parent), False)]
        rows["related"].append((score.related, case.kin))
        if case.made:
            rows["direction"] += [(score.later(child), True), (score.later(parent), False)]
    rows["stated"] = [(said, right) for _, said, right in stated(data)]
    return {name: _as_claims(found) for name, found in rows.items() if found}


def cases(data: Path, *, groups: Callable[[str], bool] = held_back) -> Iterator[Case]:
    """Pairs of the groups that are wanted, so many of each sort at most."""
    sorts: defaultdict[str, list[Case]] = defaultdict(list)
    for case in _all_cases(data, groups):
        sorts[case.sort].append(case)
    for _, found in sorted(sorts.items()):
        yield from random.Random(_SEED).sample(found, min(_MOST, len(found)))


def _all_cases(data: Path, groups: Callable[[str], bool]) -> Iterator[Case]:
    known = [one for one in pairs(data, groups=groups) if not one.sample.endswith(STAND_INS)]
    for one in known:
        yield Case(sort=one.sample, left=one.parent, right=one.child, kin=True, made=True)
    for trio in trios(data, groups=groups):
        if trio.sample == "family" or trio.sample.startswith("siblings"):
            sort = f"siblings, {trio.sample}"
            yield Case(sort=sort, left=trio.between, right=trio.child, kin=True, made=False)
    for _, left, right in independent(data, groups=groups):
        yield Case(sort="independent", left=left, right=right, kin=False, made=False)
    for one, other in pairwise(known):
        if one.group != other.group:
            left, right = one.parent, other.child
            yield Case(sort="strangers", left=left, right=right, kin=False, made=False)


def _as_claims(rows: Iterable[tuple[float, bool]]) -> Claims:
    said, holds = np.array(list(rows), dtype=np.float64).T
    return Claims(said=said, holds=holds)


def scored(claims: Claims) -> dict[str, float]:
    """Brier score and expected calibration error."""
    gaps = [abs(said - holds) * count for _, count, said, holds in _bins(claims)]
    return {
        "brier": float(((claims.said - claims.holds) ** 2).mean()),
        "ece": sum(gaps) / len(claims.said),
    }


def reliability(claims: Claims) -> str:
    """The reliability diagram as a table: ten bins, what was said and what held."""
    rows = ["| said | claims | mean | came true | |", "| --- | --- | --- | --- | --- |"]
    for low, count, said, holds in _bins(claims):
        bar = "█" * round(20 * holds)
        span = f"{low:.1f} to {low + 1 / _BINS:.1f}"
        rows.append(f"| {span} | {count} | {said:.2f} | {holds:.2f} | {bar} |")
    return "\n".join(rows) + "\n"


def _bins(claims: Claims) -> Iterator[tuple[float, int, float, float]]:
    """Each bin that holds claims: where it starts, how many, their mean, the share that holds."""
    places = np.minimum((claims.said * _BINS).astype(int), _BINS - 1)
    for place in range(_BINS):
        inside = places == place
        if inside.any():
            said, holds = claims.said[inside].mean(), claims.holds[inside].mean()
            yield place / _BINS, int(inside.sum()), float(said), float(holds)


if __name__ == "__main__":
    main()
