"""`compare`, `explain`, `quotes`, `--version`, and the docs of all commands."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from newstemma.cli import main
from newstemma.cli.main import parser
from newstemma.version import __version__
from tests.cli.test_report import CHILD, PARENT
from tests.data import REPOSITORY


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(PARENT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(CHILD, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    actions = parser()._subparsers
    assert actions is not None
    choices = actions._group_actions[0].choices
    assert isinstance(choices, dict)
    return choices


def test_compare_names_a_dropped_hedge(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *pair, "--format", "json"]) == 0
    kinds = {v["kind"] for v in json.loads(capfd.readouterr().out)["variants"]}
    assert "hedge-dropped" in kinds
    assert "quote-truncated" not in kinds  # what was cut is told beside the quotation
    assert main(["compare", *pair]) == 0
    assert "Doubt dropped" in capfd.readouterr().out


def test_explain_says_what_a_person_judged(
    pair: tuple[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    judged = tmp_path / "judged.jsonl"
    rows = [
        {"judgement": "derived", "child": "a.txt", "parent": "b.txt"},
        {"judgement": "derived", "child": "a.txt", "parent": "elsewhere.txt"},
    ]
    judged.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    options = ["--format", "json", "--judgements", str(judged)]
    assert main(["explain", *pair[::-1], *options]) == 0
    shown = capfd.readouterr()
    told = json.loads(shown.out)
    assert (told["evidence"][0]["signal"], told["related"], told["forward"]) == ("judged", 1, 1)
    assert shown.err == ""
    assert main(["explain", *pair, *options]) == 0
    there = json.loads(capfd.readouterr().out)
    assert there["forward"] == 0
    assert "judged" not in {one["signal"] for one in there["evidence"]}


def test_explain_shows_every_signal_with_its_weight(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *pair, "--format", "json"]) == 0
    explained = json.loads(capfd.readouterr().out)
    assert explained["evidence"]
    assert main(["explain", *pair]) == 0
    shown = capfd.readouterr().out
    assert all(
        row["signal"].replace("-", " ").capitalize() in shown for row in explained["evidence"]
    )


def test_quotes_are_one_row_each(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", pair[0], "--format", "json"]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(row["speaker"], row["cue"]) for row in rows] == [("Marta Quill", "said")]
    assert main(["quotes", pair[0]]) == 0
    assert "Marta Quill" in capfd.readouterr().out


def test_a_pair_needs_one_article_on_each_side(
    pair: tuple[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", pair[0], str(tmp_path)]) == 2
    assert "2 articles" in capfd.readouterr().err


def test_the_version_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capfd.readouterr().out


@pytest.mark.parametrize("command", sorted(subcommands()))
def test_every_command_and_option_is_in_the_docs(command: str) -> None:
    page = (REPOSITORY / "docs" / "cli.md").read_text(encoding="utf-8")
    options = [o for a in subcommands()[command]._actions for o in a.option_strings]
    assert f"newstemma {command}" in page
    assert [o for o in options if f"`{o}" not in page] == []
