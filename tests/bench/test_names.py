"""A floor under the figures of `bench.language.names`, on the open pairs."""

from __future__ import annotations

from bench.language.names import f1, figures, name_pairs

from tests.data import needs, shared


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    assert f1([True, True, False, False], [True, False, True, False]) == 0.5
    assert f1([False], [False]) == 0.0


@needs("data/names")
def test_the_figures_stay_above_their_floor() -> None:
    found = figures(list(name_pairs(shared() / "data" / "names")))
    assert found["names.f1"] > 0.92 > 0.75 > found["baseline.names.f1"]
    assert found["names.same_right"] > 0.97
    assert found["names.different_right"] > 0.85
