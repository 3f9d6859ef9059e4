"""`newstemma check`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newstemma.cli import main
from tests.cli.test_report import CHILD, OTHER, PARENT

SOUND = "The ferry Halcyon struck the northern pier at Ostrel on Tuesday evening."
BENT = "The ferry Halcyon struck the southern pier at Ostrel on Tuesday evening."


@pytest.fixture
def pile(tmp_path: Path) -> str:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a", PARENT), ("b", CHILD), ("c", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["check", *arguments, "--format", "json"]) == 0
    sentences: list[dict[str, Any]] = json.loads(capfd.readouterr().out)["sentences"]
    return sentences


def test_each_sentence_has_its_status(pile: str, capfd: pytest.CaptureFixture[str]) -> None:
    rows = told(capfd, f"{SOUND} {BENT} Velgia bought two frigates from Norland.", pile)
    assert [row["status"] for row in rows] == ["supported", "distorted", "not-found"]
    assert len(rows[0]["lineages"]) == 1
    assert rows[1]["answers"][0]["differences"]
    assert rows[2]["answers"] == []


def test_the_words_of_an_answer_stand_in_its_article(
    pile: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (row,) = told(capfd, SOUND, pile)
    for answer in row["answers"]:
        text = Path(answer["path"]).read_text(encoding="utf-8")
        assert text[answer["start"] : answer["end"]] == answer["words"]


def test_a_file_is_checked(pile: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    memo = tmp_path / "memo.md"
    memo.write_text(f"{SOUND}\n\n{BENT}\n", encoding="utf-8")
    rows = told(capfd, "--file", str(memo), pile)
    assert [row["status"] for row in rows] == ["supported", "distorted"]
    assert [row["words"] for row in rows] == [SOUND, BENT]


def test_people_are_told_whose_words_they_are(pile: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"{SOUND} {BENT}", pile]) == 0
    shown = capfd.readouterr().out
    assert "supported: 1 origin in 1 lineage" in shown
    assert "first hand" in shown
    assert "distorted" in shown


def test_a_file_given_as_text_is_a_slip(
    pile: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    memo = tmp_path / "memo.md"
    memo.write_text(SOUND, encoding="utf-8")
    assert main(["check", str(memo), pile]) == 2
    assert "--file" in capfd.readouterr().err


def test_a_text_without_articles_is_a_slip(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SOUND]) == 2
    assert "PATH" in capfd.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "   ", "Did the ferry strike the pier?", "渡轮星期二晚上撞上了码头。", SOUND * 400],
    ids=["empty", "blank", "question", "another script", "a whole page"],
)
def test_no_text_breaks_it(text: str, pile: str, capfd: pytest.CaptureFixture[str]) -> None:
    rows = told(capfd, text, pile)
    assert "supported" not in {row["status"] for row in rows} or text.startswith(SOUND)
