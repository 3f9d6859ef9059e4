"""`newstemma report`, as a user meets it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newstemma.cli import main
from newstemma.export.contract import Report

PARENT = """Ferry strikes pier at Ostrel

The ferry Halcyon struck the northern pier at Ostrel on Tuesday evening, injuring at least 14
passengers, the harbour office said.

"We heard a long scrape and then the lights went out," said Marta Quill, a nurse who was on board.

Harbour master Joren Pask allegedly ordered the crew to dock in winds above the permitted limit.
He denied the claim on Wednesday and said the wind gauge had failed two days earlier.

The Halcyon, built in 1987, carries up to 310 passengers between Ostrel and the Sule islands.
"""
CHILD = """A ferry named Halcyon hit the northern pier at Ostrel on Tuesday evening, leaving 14
passengers hurt, according to the harbour office.

Marta Quill, a nurse on board, said they "heard a long scrape" before the lights failed.

Harbour master Joren Pask ordered the crew to dock in winds above the permitted limit. He denied
it on Wednesday, saying the wind gauge had failed two days earlier.

The 1987-built Halcyon carries up to 310 passengers between Ostrel and the Sule islands.
"""
OTHER = """Council votes to close swimming baths

Brackwater council voted 11 to 4 on Monday to close the Linden Road baths next spring.

"Nobody wanted this," said councillor Adela Fenn. Repairs would have cost 2.3 million crowns.
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in (("a.txt", PARENT), ("b.txt", CHILD), ("c.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def analysed(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main(["report", *arguments, "--format", "json"])
    return code, json.loads(capfd.readouterr().out)


def test_a_pile_becomes_a_page_and_a_summary(
    pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "out.html"
    assert main(["report", str(pile), "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    shown = capfd.readouterr()
    assert str(page) in shown.out
    assert "reading" in shown.err


def test_the_default_name_of_the_page(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(pile)]) == 0
    assert (tmp_path / "newstemma-report.html").exists()


def test_a_rewrite_hangs_on_its_source_and_another_event_on_nothing(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, report = analysed(capfd, str(pile))
    name = {a["id"]: Path(a["path"]).name for a in report["articles"]}
    edges = [(name[d["child"]], name[d["parent"]]) for d in report["derivations"]]
    assert (code, edges) == (0, [("b.txt", "a.txt")])
    assert (len(report["stories"]), len(report["lineages"])) == (2, 2)


def test_the_json_keeps_its_contract_and_its_offsets(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, rows = analysed(capfd, str(pile), "--with-text")
    report = Report.model_validate(rows)
    text = {a.id: a.text or "" for a in report.articles}
    assert {a.path: a.text for a in report.articles}[str(pile / "a.txt")] == PARENT
    assert all(text[q.article][q.start : q.end] == q.text for q in report.quotations)
    for variant in report.variants:
        assert variant.child_start is not None or variant.parent_start is not None


def test_same_bytes_whatever_the_order_or_the_number_of_jobs(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    names = [str(pile / name) for name in ("a.txt", "b.txt", "c.txt")]
    first = analysed(capfd, *names)
    assert analysed(capfd, *reversed(names)) == first
    assert analysed(capfd, *names, "--jobs", "2") == first


def test_the_same_content_twice_is_two_articles_of_one_lineage(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile / "again.txt").write_text(PARENT, encoding="utf-8")
    (pile / "b.txt").unlink()
    _, report = analysed(capfd, str(pile))
    assert len(report["articles"]) == 3
    assert sorted(len(one["articles"]) for one in report["lineages"]) == [1, 2]


def test_bad_files_are_rows_with_a_reason_and_the_rest_goes_on(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile / "empty.txt").write_text("")
    (pile / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (pile / "wide.txt").write_bytes(OTHER.encode("utf-16"))
    (pile / "packed.txt.gz").write_bytes(gzip.compress(OTHER.encode()))
    code, report = analysed(capfd, str(pile))
    failed = {Path(f["path"]).name for f in report["failures"]}
    assert (code, failed) == (1, {"empty.txt", "picture.txt"})
    assert {"a.txt", "b.txt", "c.txt", "wide.txt", "packed.txt.gz"} == {
        Path(a["path"]).name for a in report["articles"]
    }


def test_a_missing_path_is_exit_2_and_nothing_is_written(
    pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "out.html"
    assert main(["report", str(pile), str(tmp_path / "nowhere"), "-o", str(page)]) == 2
    assert not page.exists()
    assert "nowhere" in capfd.readouterr().err


def test_a_pile_of_nothing_readable_is_exit_2(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, report = analysed(capfd, str(tmp_path / "empty.txt"))
    assert (code, report["articles"], len(report["failures"])) == (2, [], 1)


def test_a_pile_of_nothing_readable_makes_no_page(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    page = tmp_path / "out.html"
    assert main(["report", str(tmp_path / "nothing"), "-o", str(page)]) == 2
    assert "no article could be read" in capfd.readouterr().err
    assert not page.exists()


def test_a_script_in_a_headline_is_shown_as_text(pile: Path, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> at the pier\n\n" + OTHER
    (pile / "hostile.txt").write_text(hostile, encoding="utf-8")
    page = tmp_path / "out.html"
    assert main(["report", str(pile), "-o", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert" in written


def test_a_page_that_cannot_be_written_is_said_plainly(
    pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(pile), "-o", str(tmp_path / "no" / "page.html")]) == 2
    assert "cannot write" in capfd.readouterr().err


def test_a_failed_write_leaves_the_old_page_whole(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "out.html"
    page.write_text("old")

    def failing(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", failing)
    assert main(["report", str(pile), "-o", str(page)]) == 2
    assert page.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.html", "pile"]


def _write_judgements(pile: Path, *rows: dict[str, str]) -> str:
    judged = pile / "judged.jsonl"
    judged.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(judged)


def test_a_judgement_makes_one_actor_of_two_names_and_is_no_article(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    row = {"judgement": "same-person", "left": "Marta Quill", "right": "Joren Pask"}
    judged = _write_judgements(pile, row)
    code = main(["report", str(pile), "--format", "json", "--judgements", judged])
    found = Report.model_validate_json(capfd.readouterr().out)
    (actor,) = (one for one in found.actors if "Marta Quill" in one.forms)
    assert "Joren Pask" in actor.forms
    assert (code, len(found.articles), found.failures) == (0, 3, ())


def test_judgements_of_articles_win_and_those_without_effect_are_listed(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    judged = _write_judgements(
        pile,
        {"judgement": "not-derived", "child": "b.txt", "parent": "a.txt"},
        {"judgement": "derived", "child": "c.txt", "parent": "pile/a.txt"},
        {"judgement": "same-story", "left": "a.txt", "right": "nowhere.txt"},
    )
    code, found = analysed(capfd, str(pile), "--judgements", judged)
    path_of = {row["id"]: Path(row["path"]).name for row in found["articles"]}
    (edge,) = found["derivations"]
    assert (path_of[edge["child"]], path_of[edge["parent"]]) == ("c.txt", "a.txt")
    assert (edge["probability"], edge["evidence"][0]["note"]) == (1.0, "judged by a person")
    assert (code, [row["path"] for row in found["failures"]]) == (1, [f"{judged}#3"])
    assert analysed(capfd, str(pile), "--judgements", judged) == (code, found)


def test_the_page_says_that_a_person_judged(
    pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    judged = _write_judgements(pile, {"judgement": "derived", "child": "c.txt", "parent": "a.txt"})
    page = tmp_path / "page.html"
    assert main(["report", str(pile), "-o", str(page), "--judgements", judged]) == 0
    assert "judged by a person" in page.read_text(encoding="utf-8")
    capfd.readouterr()


def test_a_table_of_outlets_gives_owners_and_is_no_article(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile / "about.csv").write_text("path,publisher\na.txt,SkT\nb.txt,NY Post\n", encoding="utf-8")
    table = pile / "outlets.csv"
    table.write_text("name,owner,aliases\nSkarrow Times,Holm Group,SkT\n", encoding="utf-8")
    options = ["--metadata", str(pile / "about.csv"), "--outlets", str(table)]
    code, found = analysed(capfd, str(pile), *options)
    assert [(row["publisher"], row["outlet"], row["owner"]) for row in found["articles"]] == [
        ("SkT", "Skarrow Times", "Holm Group"),
        ("NY Post", "New York Post", "News Corp"),
        (None, None, None),
    ]
    assert (code, found["failures"]) == (0, [])
    assert found["run"]["options"]["outlets"] == str(table)
    assert analysed(capfd, str(pile), *options, "--jobs", "2") == (code, found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [(None, "no such file"), ("name,colour\nA,b\n", "unknown columns: colour")],
)
def test_a_table_of_outlets_that_is_none_stops_the_run(
    pile: Path, text: str | None, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    table = pile / "outlets.csv"
    if text is not None:
        table.write_text(text, encoding="utf-8")
    assert main(["report", str(pile), "--format", "json", "--outlets", str(table)]) == 2
    shown = capfd.readouterr()
    assert (shown.out, reason in shown.err) == ("", True)


def test_an_unknown_pipeline_is_one_line(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(pile), "--format", "json", "--nlp", "no_such_pipeline"]) == 2
    assert "no spaCy pipeline called no_such_pipeline is installed" in capfd.readouterr().err
