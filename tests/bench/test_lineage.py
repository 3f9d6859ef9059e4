"""What the one table of the family tree promises."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from bench import lineage, lineage_cost


def test_a_folder_without_sets_gives_no_figures_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lineage.measure(tmp_path) == {}
    said = capsys.readouterr().err
    assert all(f"{name} is not there" in said for name in ("rewrites", "ecbplus"))


def test_a_generated_story_is_the_same_every_time_and_no_two_articles_are() -> None:
    one, other = ([witness.text for witness in lineage_cost.story(20)] for _ in range(2))
    assert one == other
    assert len(set(one)) == 20


def test_the_cost_stands_beside_that_of_the_alignment() -> None:
    found = lineage_cost.measure((4, 8))
    assert {"cost.8.seconds", "baseline.cost.8.seconds", "cost.growth"} <= found.keys()
    assert found["cost.8.of_alignment"] > 0
