"""The commands of a collection, as a user meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from newstemma.cli import main
from newstemma.report.terminal import listing
from newstemma.store import StoryRow
from tests.cli.test_check import BENT, SOUND
from tests.cli.test_report import CHILD, OTHER, PARENT

_QUOTING = (
    "A pilot boat ran aground off Sorrel Point on Friday. "
    '"We saw no light at all," said Ines Corvo, its captain.'
)
_TEXTS = (("a", PARENT), ("b", CHILD), ("c", OTHER))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collection")
    (folder / "articles").mkdir()
    for name, text in _TEXTS:
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["add", str(folder / "articles"), "--db", str(folder / "made.newstemma")]) == 0
    return folder / "made.newstemma"


@pytest.fixture
def db(made: Path, tmp_path: Path) -> str:
    return str(shutil.copy(made, tmp_path / "story.newstemma"))


def out(capfd: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capfd.readouterr()
    assert main(arguments) == code
    return capfd.readouterr().out


def complaints(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(arguments) == 2
    return capfd.readouterr().err


def _two_versions(folder: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """A collection with two texts of one article."""
    article, db = folder / "a.txt", str(folder / "two.newstemma")
    for text in (PARENT, PARENT.replace("Tuesday", "Monday")):
        article.write_text(text, encoding="utf-8")
        out(capfd, "add", str(article), "--db", db)
    return db


def test_the_stories_are_listed_with_their_independent_reports(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = [
        json.loads(row)
        for row in out(capfd, "stories", "--db", db, "--format", "json").split("\n")
        if row
    ]
    assert sorted((row["articles"], row["lineages"]) for row in rows) == [(1, 1), (2, 1)]
    shown = out(capfd, "stories", "--db", db, "--limit", "1")
    assert rows[0]["id"] in shown
    assert "1 more story" in shown


def test_a_search_finds_articles_by_all_words(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert "Halcyon" in out(capfd, "stories", "--db", db, "--search", "ferry halcyon")
    assert "No article" in out(capfd, "stories", "--db", db, "--search", "halcyon zebras")
    assert out(capfd, "stories", "--db", db, "--search", 'NEAR("', "--format", "json") == ""


def test_a_story_is_shown_by_an_article_in_it(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    by_path = out(capfd, "show", "b.txt", "--db", db)
    assert by_path.startswith("2 articles, 1 story, 1 independent report\n")
    rows = json.loads(out(capfd, "show", "a.txt", "--db", db, "--format", "json"))
    assert [edge["kind"] for edge in rows["derivations"]] == ["rewrite"]


def test_a_report_of_a_collection_says_what_one_of_its_articles_says(
    db: str, made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = json.loads(out(capfd, "report", "--db", db, "--format", "json"))
    fresh = json.loads(out(capfd, "report", str(made.parent / "articles"), "--format", "json"))
    for name in ("stories", "lineages", "derivations", "variants", "claims"):
        assert sorted(map(json.dumps, kept[name])) == sorted(map(json.dumps, fresh[name]))


def test_two_articles_of_a_collection_are_compared_and_explained(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(out(capfd, "compare", "a.txt", "b.txt", "--db", db, "--format", "json"))
    assert "hedge-dropped" in {row["kind"] for row in told["variants"]}
    told = json.loads(out(capfd, "explain", "a.txt", "b.txt", "--db", db, "--format", "json"))
    assert told["related"] > 0.9


def test_quotations_of_one_story_are_listed(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    every = out(capfd, "quotes", "--db", db, "--format", "json")
    some = out(capfd, "quotes", "--db", db, "--story", "a.txt", "--format", "json")
    assert 0 < len(some.split("\n")) <= len(every.split("\n"))


def test_a_text_is_checked_against_a_collection_as_against_its_articles(
    db: str, made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = f"{SOUND} {BENT} Velgia bought two frigates from Norland."
    kept = json.loads(out(capfd, "check", text, "--db", db, "--format", "json"))["sentences"]
    assert [row["status"] for row in kept] == ["supported", "distorted", "not-found"]
    folder = str(made.parent / "articles")
    fresh = json.loads(out(capfd, "check", text, folder, "--format", "json"))["sentences"]
    assert kept == fresh


def test_a_text_of_which_nothing_is_there_is_not_found(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert json.loads(out(capfd, "check", "", "--db", db, "--format", "json")) == {"sentences": []}
    text = "Velgia bought two frigates from Norland."
    (row,) = json.loads(out(capfd, "check", text, "--db", db, "--format", "json"))["sentences"]
    assert row["status"] == "not-found"


def test_what_was_only_read_is_said_to_be_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(PARENT, encoding="utf-8")
    db = str(tmp_path / "read.newstemma")
    out(capfd, "add", str(tmp_path / "a.txt"), "--db", db, "--through", "read")
    for command in (["report"], ["show", "a.txt"], ["quotes"], ["check", SOUND]):
        assert "--through" in complaints(capfd, *command, "--db", db)


def test_judgements_in_a_file_are_refused_beside_a_collection(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in (["report"], ["explain", "a.txt", "b.txt"]):
        told = complaints(capfd, *command, "--db", db, "--judgements", "judged.jsonl")
        assert "newstemma judge" in told


def test_copies_of_one_text_are_compared_under_their_own_names(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(PARENT, encoding="utf-8")
    shown = out(capfd, "compare", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert "A source" in shown
    assert "B retelling" in shown
    assert "(two.txt)" in shown


def test_a_judgement_is_kept_and_obeyed(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    out(capfd, "judge", "not-derived", "b.txt", "a.txt", "--db", db, "--note", "seen by eye")
    listed = json.loads(out(capfd, "judge", "--db", db))
    assert (listed["judgement"], listed["note"]) == ("not-derived", "seen by eye")
    rows = json.loads(out(capfd, "show", "b.txt", "--db", db, "--format", "json"))
    assert rows["derivations"] == []
    out(capfd, "judge", "derived", "b.txt", "a.txt", "--db", db)
    rows = json.loads(out(capfd, "show", "b.txt", "--db", db, "--format", "json"))
    assert [edge["evidence"][0]["signal"] for edge in rows["derivations"]] == ["judged"]


def test_judgements_are_taken_from_a_file(
    db: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(
        '{"judgement": "different-story", "left": "a.txt", "right": "b.txt"}\nnone\n',
        encoding="utf-8",
    )
    out(capfd, "judge", "--file", str(file), "--db", db, code=1)
    rows = out(capfd, "stories", "--db", db, "--format", "json")
    assert rows.count("\n") == 3


def test_judgements_that_contradict_each_other_are_told(
    db: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out(capfd, "judge", "derived", "b.txt", "a.txt", "--db", db)
    capfd.readouterr()
    assert main(["judge", "derived", "a.txt", "b.txt", "--db", db]) == 1
    assert "contradicts" in capfd.readouterr().err


def test_a_line_about_an_unknown_article_leaves_the_others(
    db: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "judged.jsonl"
    rows = [("nowhere.txt", "a.txt"), ("b.txt", "a.txt")]
    file.write_text(
        "\n".join(json.dumps({"judgement": "derived", "child": c, "parent": p}) for c, p in rows),
        encoding="utf-8",
    )
    assert main(["judge", "--file", str(file), "--db", db]) == 1
    shown = capfd.readouterr()
    assert "1 judgement written" in shown.out
    assert "judged.jsonl#1" in shown.err


def test_equal_texts_are_one_report_however_short(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Two boats sank.", encoding="utf-8")
    db = str(tmp_path / "short.newstemma")
    out(capfd, "add", str(tmp_path / "one.txt"), "--db", db)
    out(capfd, "add", str(tmp_path / "two.txt"), "--db", db)
    (row,) = out(capfd, "stories", "--db", db, "--format", "json").splitlines()
    assert (json.loads(row)["articles"], json.loads(row)["lineages"]) == (2, 1)


def test_an_article_is_taken_out_with_all_that_was_drawn_of_it(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert out(capfd, "remove", "a.txt", "--db", db) == "1 text taken out.\n"
    rows = json.loads(out(capfd, "report", "--db", db, "--format", "json"))
    assert len(rows["articles"]) == 2
    assert rows["derivations"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nowhere.txt"], "no such story or article"),
        (["remove", "a.txt", "nowhere.txt"], "nowhere.txt"),
        (["judge", "derived", "a.txt"], "name two"),
        (["compare", "a.txt", "nowhere.txt"], "no such article"),
        (["report", "articles/"], "not both"),
        (["check", "Ten ships sank.", "articles/"], "not both"),
        (["check"], "give the text"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    db: str, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    told = complaints(capfd, *arguments, "--db", db)
    assert said in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("command", [["stories"], ["show", "a"], ["remove", "a"], ["report"]])
def test_what_is_no_collection_is_left_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are notes, not a collection.", encoding="utf-8")
    assert "notes.txt" in complaints(capfd, *command, "--db", str(other))
    assert other.read_text(encoding="utf-8").startswith("These are")
    missing = tmp_path / "none.newstemma"
    assert "none.newstemma" in complaints(capfd, *command, "--db", str(missing))
    assert not missing.exists()


def test_a_report_never_replaces_its_collection(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = Path(db).read_bytes()
    assert "is the collection" in complaints(capfd, "report", "--db", db, "-o", db)
    assert Path(db).read_bytes() == before


def test_a_report_needs_paths_or_a_collection(capfd: pytest.CaptureFixture[str]) -> None:
    assert "--db" in complaints(capfd, "report")
    assert "--db" in complaints(capfd, "quotes", "a.txt", "--story", "b")


def test_a_path_means_the_newest_text_and_takes_all_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    db = _two_versions(tmp_path, capfd)
    assert out(capfd, "remove", "a.txt", "--db", db) == "2 texts taken out.\n"


def test_a_link_to_a_collection_is_that_collection(
    db: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.newstemma"
    link.symlink_to(db)
    assert out(capfd, "stories", "--db", str(link)) == out(capfd, "stories", "--db", db)
    out(capfd, "judge", "same-person", "Marta Quill", "M. Quill", "--db", str(link))
    assert "same-person" in out(capfd, "judge", "--db", db)


def test_what_can_be_read_again_is_no_failure_any_more(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    article, db = tmp_path / "a.txt", str(tmp_path / "healed.newstemma")
    article.write_text(PARENT, encoding="utf-8")
    out(capfd, "add", str(article), "--db", db)
    article.write_text("", encoding="utf-8")
    capfd.readouterr()
    assert main(["add", str(article), "--db", db]) == 2
    article.write_text(PARENT, encoding="utf-8")
    out(capfd, "add", str(article), "--db", db)
    report = json.loads(out(capfd, "report", "--db", db, "--format", "json"))
    assert report["failures"] == []


def test_what_goes_into_a_pipe_is_not_cut(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    title = "A ferry with " + "very " * 40 + "many words in its title"
    listing = tmp_path / "a.jsonl"
    listing.write_text(json.dumps({"title": title, "text": PARENT}), encoding="utf-8")
    db = str(tmp_path / "long.newstemma")
    out(capfd, "add", str(listing), "--db", db)
    assert title in out(capfd, "stories", "--db", db)
    assert title in out(capfd, "stories", "--db", db, "--search", "Halcyon")


def test_what_stood_alone_is_read_closely_where_that_is_asked_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a", _QUOTING), ("c", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    db, files = str(tmp_path / "far.newstemma"), [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]
    out(capfd, "add", *files, "--db", db, "--through", "lineage")
    quoted = out(capfd, "quotes", "--db", db, "--story", "a.txt", "--format", "json")
    assert len(quoted.splitlines()) == 1
    kept = out(capfd, "compare", "a.txt", "c.txt", "--db", db, "--format", "json")
    assert kept == out(capfd, "compare", *files, "--format", "json")


def test_a_narrow_terminal_cuts_no_id() -> None:
    row = StoryRow(
        id="story-0123456789ab",
        title="A ferry ran aground",
        articles=2,
        lineages=1,
        first_published="2025-10-14",
        last_published="2025-10-15",
        neighbourhood=1,
    )
    for width in (60, 120):
        shown = listing.stories([row], of=1, width=width, color=False)
        assert row.id in shown
        assert row.title in shown
        assert max(map(len, shown.splitlines())) <= max(width, 62)


def test_control_characters_reach_no_terminal_and_end_no_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hostile = "The Halcyon\x1b[2J\x85\u2028 and\x9b31m her crew. "
    (tmp_path / "a.txt").write_text(hostile * 3 + PARENT, encoding="utf-8")
    db = str(tmp_path / "hostile.newstemma")
    out(capfd, "add", str(tmp_path / "a.txt"), "--db", db)
    for words in (["--search", "halcyon crew"], []):
        shown = out(capfd, "stories", "--db", db, *words)
        assert not set(shown) & set("\x1b\x85\x9b\u2028\2\3")
        rows = out(capfd, "stories", "--db", db, *words, "--format", "json").splitlines()
        assert len([json.loads(row) for row in rows]) == 1


def test_a_search_marks_what_it_found_and_tells_versions_apart(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    db = _two_versions(tmp_path, capfd)
    shown = out(capfd, "stories", "--db", db, "--search", "Halcyon")
    assert "(v1)" in shown
    assert "(v2)" in shown
    found = out(capfd, "stories", "--db", db, "--search", "Halcyon", "--format", "json")
    rows = [json.loads(row) for row in found.splitlines()]
    assert sorted((row["version"], row["versions"]) for row in rows) == [(1, 2), (2, 2)]
    assert all("[Halcyon]" in row["snippet"] for row in rows)


def test_a_judgement_that_touches_nothing_yet_says_so(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    told = out(capfd, "judge", "same-person", "Aurelio Zint", "A. Zint", "--db", db)
    assert "holds for those that come" in told
