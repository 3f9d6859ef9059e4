"""`compare`: its JSON, and its filters by kind and severity."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newstemma.cli import main

_SOURCE = (
    "The trawler allegedly sank off Kestrel Bay on Tuesday. The crew of 21 was rescued.\n"
    "“We will never sell the old lighthouse to a foreign bidder,” said Mayor Tomas Reyl."
)
_RETELLING = (
    "The trawler sank off Kestrel Bay on Tuesday. The crew of 31 was rescued.\n"
    "“We will never sell the old lighthouse to the highest bidder,” said Mayor Tomas Reyl."
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(_SOURCE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(_RETELLING, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def _told(capfd: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["compare", *arguments, "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert isinstance(told, dict)
    return told


def test_the_json_has_the_score_the_changes_and_the_doubts(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    told = _told(capfd, *pair)
    assert set(told) == {"faithfulness", "changed", "variants", "doubts"}
    assert 0 < told["faithfulness"] < 1
    assert told["changed"] > 0
    kinds = {row["kind"] for row in told["variants"]}
    assert {"hedge-dropped", "number-changed", "quote-altered"} <= kinds


def test_a_copy_is_wholly_faithful_and_nothing_is_doubted(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    told = _told(capfd, pair[0], pair[0])
    assert (told["faithfulness"], told["changed"], told["doubts"]) == (1.0, 0.0, [])
    assert {row["kind"] for row in told["variants"]} == {"kept"}


def test_only_the_wanted_kinds_are_told(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    told = _told(capfd, *pair, "--kind", "number-changed", "--kind", "hedge-dropped")
    assert {row["kind"] for row in told["variants"]} == {"number-changed", "hedge-dropped"}
    assert {row["kind"] for row in told["doubts"]} <= {"number-changed", "hedge-dropped"}


def test_a_filter_hides_changes_and_leaves_the_score(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    whole, narrow = _told(capfd, *pair), _told(capfd, *pair, "--severity", "meaning")
    assert {row["severity"] for row in narrow["variants"]} == {"meaning"}
    assert len(narrow["variants"]) < len(whole["variants"])
    assert narrow["faithfulness"] == whole["faithfulness"]


def test_both_filters_hold_at_once(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    told = _told(capfd, *pair, "--kind", "number-changed", "--severity", "wording")
    assert told["variants"] == []


def test_the_terminal_shows_the_wanted_changes_alone(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *pair, "--kind", "number-changed"]) == 0
    shown = capfd.readouterr().out
    assert "31" in shown
    assert "Doubt dropped" not in shown


def test_an_unknown_kind_is_refused(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["compare", *pair, "--kind", "rumour"])
    assert "rumour" in capfd.readouterr().err
