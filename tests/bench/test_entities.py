"""The scores of names count what they say they count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.language.entities import measure

_TEXT = "On Tuesday the captain left Norway. He told nobody about it."


def _re3d(folder: Path, *rows: tuple[str, str, float]) -> Path:
    """A set of one document; each row is a mention, its type and how sure that is."""
    home = folder / "re3d" / "One"
    home.mkdir(parents=True)
    (home / "documents.jsonl").write_text(json.dumps({"_id": "a", "text": _TEXT}), "utf-8")
    entities = [
        {
            "documentId": "a", "type": kind, "confidence": confidence,
            "begin": _TEXT.index(mention), "end": _TEXT.index(mention) + len(mention),
        }
        for mention, kind, confidence in rows
    ]  # fmt: skip
    lines = "".join(json.dumps(row) + "\n" for row in entities)
    (home / "entities.jsonl").write_text(lines, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("rows", "f1"),
    [
        ([("Norway", "Location", 1.0)], 1.0),
        ([("Norway", "Person", 1.0)], 0.0),  # of another kind
        ([("Norway", "Location", 1.0), ("the captain", "Person", 1.0)], 1.0),  # no name
        ([("Norway", "Location", 1.0), ("He", "Person", 1.0)], 1.0),
        ([("Norway", "Location", 1.0), ("Tuesday", "Person", 0.2)], 1.0),  # not sure enough
        ([("Norway", "Location", 1.0), ("Tuesday", "Person", 0.9)], 2 / 3),  # not found
    ],
)
def test_names_count_where_kind_and_end_agree(
    tmp_path: Path, rows: list[tuple[str, str, float]], f1: float
) -> None:
    assert measure(_re3d(tmp_path, *rows))["entities.re3d.f1"] == pytest.approx(f1)


def test_scores_have_a_baseline(tmp_path: Path) -> None:
    found = measure(_re3d(tmp_path, ("Norway", "Location", 1.0)))
    assert found["baseline.entities.f1"] == 1.0


def test_missing_sets_are_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measure(tmp_path)
    said = capsys.readouterr().err
    assert "gum is not there" in said
    assert "re3d is not there" in said
