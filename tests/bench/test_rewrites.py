"""A fast floor under the figures of `bench.rewrites`, on a small part of the open data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from bench.rewrites import measure

from tests.data import needs, shared

_FAMILIES = 60  # of fewer, one more miss is three in a hundred


def _part(folder: Path) -> Path:
    """A data folder with the first families alone."""
    (folder / "rewrites").mkdir(parents=True)
    for path in sorted((shared() / "data" / "rewrites").glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        wanted = sorted(lines, key=lambda line: str(json.loads(line)["news_id"]))[:_FAMILIES]
        (folder / "rewrites" / path.name).write_text("\n".join(wanted), encoding="utf-8")
    return folder


@needs("data/rewrites")
def test_the_figures_stay_above_their_floor(tmp_path: Path) -> None:
    found = measure(_part(tmp_path))
    assert found["source_at_1.paraphrase"] == 1
    assert found["source_at_1.rewrite"] == 1
    assert found["source_at_1.manipulated"] >= found["baseline.source_at_1.manipulated"]
    assert found["direction.right"] >= 0.97
    assert found["direction.undecided"] <= 0.1
    assert found["families.right"] >= 0.85 > found["baseline.families.right"]


def test_a_missing_set_is_skipped_and_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(tmp_path) == {}
    assert "rewrites is not there" in capsys.readouterr().err


def test_every_figure_has_a_baseline_beside_it(tmp_path: Path) -> None:
    (tmp_path / "rewrites").mkdir()
    source = "The mill at Brenning was sold to Tobias Quell for 6.3 million crowns on Monday."
    for way in ("paraphrase_generation", "rewrite_generation", "information_manipulation_X"):
        row = {"news_id": 1, "base_is_fake": 0, "source_text": source, "llm_text": source[:60]}
        path = tmp_path / "rewrites" / f"my_news_{way}.jsonl"
        path.write_text(json.dumps(row), encoding="utf-8")
    found = measure(tmp_path)
    own = {name for name in found if not name.startswith(("baseline.", "first_idea."))}
    assert {f"baseline.{name}" for name in own} <= found.keys()
    assert {"source_at_1.manipulated", "direction.right", "families.right"} <= own
