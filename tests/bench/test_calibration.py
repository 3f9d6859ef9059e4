"""What the figures of calibration are made of, and that nothing fitted is measured."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from bench.calibration import Claims, cases, measure, reliability, scored
from bench.samples import fitted, held_back

from tests.data import needs, shared


def _claims(*rows: tuple[float, float]) -> Claims:
    said, holds = np.array(rows).T
    return Claims(said=said, holds=holds)


def test_what_always_comes_true_as_often_as_it_was_said_has_no_error() -> None:
    found = scored(_claims((0.5, 1), (0.5, 0), (1.0, 1), (0.0, 0)))
    assert found["ece"] == 0
    assert found["brier"] == pytest.approx(0.125)


def test_the_error_is_the_mean_gap_over_the_claims() -> None:
    found = scored(_claims((0.9, 1), (0.92, 0), (0.1, 0), (0.1, 0)))
    assert found["ece"] == pytest.approx((0.82 + 0.2) / 4)


def test_gaps_in_one_bin_cancel_and_in_two_do_not() -> None:
    assert scored(_claims((0.52, 1), (0.54, 0)))["ece"] == pytest.approx(0.03)
    assert scored(_claims((0.48, 1), (0.54, 0)))["ece"] == pytest.approx(0.53)


def test_the_diagram_has_a_row_for_each_bin_with_claims() -> None:
    rows = reliability(_claims((0.05, 0), (0.95, 1), (1.0, 1))).splitlines()
    assert len(rows) == 4
    assert rows[-1].startswith("| 0.9 to 1.0 | 2 |")


def test_a_group_is_either_fitted_or_held_back_and_a_third_is() -> None:
    groups = [f"politics/{number}" for number in range(3000)]
    assert all(fitted(group) != held_back(group) for group in groups)
    assert 900 < sum(map(held_back, groups)) < 1100


def test_without_data_there_is_nothing_to_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(tmp_path) == {}
    assert "ecbplus is not there" in capsys.readouterr().err


@needs("data/rewrite_chains")
def test_the_cases_are_the_same_in_every_run_and_no_sort_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "rewrite_chains").symlink_to(shared() / "data" / "rewrite_chains")
    one, other = ([(case.sort, case.left.stems) for case in cases(tmp_path)] for _ in range(2))
    assert one == other
    sorts = [sort for sort, _ in one]
    assert all(sorts.count(sort) <= 60 for sort in set(sorts))
    assert all(one <= other for one, other in pairwise(sorts))
