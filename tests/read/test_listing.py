"""Paths stand for files; each file once, in one order, whatever way it was reached."""

from __future__ import annotations

import itertools
import os
from collections.abc import Collection
from pathlib import Path

import pytest

from newstemma.errors import InputMissing
from newstemma.read.listing import ListedFile, list_files
from newstemma.records import Failure


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `news` with articles, seen from right above it."""
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.txt", "news/may/c.txt", "news/.hidden", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A report.")
    return tmp_path


def names(*paths: str, leave_out: Collection[str] = ()) -> list[str]:
    """The displayed paths of the files."""
    items = list_files(paths, leave_out=leave_out)
    assert all(isinstance(item, ListedFile) for item in items), items
    return [item.path for item in items]


def failures(*paths: str) -> list[Failure]:
    """What could not be listed."""
    return [item for item in list_files(paths) if isinstance(item, Failure)]


@pytest.mark.usefixtures("pile")
def test_a_folder_is_walked_and_hidden_files_are_skipped() -> None:
    assert names("news") == ["news/a.txt", "news/b.txt", "news/may/c.txt"]


@pytest.mark.usefixtures("pile")
def test_a_hidden_file_that_is_asked_for_is_read() -> None:
    assert names("news/.hidden") == ["news/.hidden"]


@pytest.mark.usefixtures("pile")
@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["news/a.txt", "news/b.txt"]),
        ("news/**/*.txt", ["news/a.txt", "news/b.txt", "news/may/c.txt"]),
        ("*", ["d.txt", "news/a.txt", "news/b.txt", "news/may/c.txt"]),
        ("news/**.txt", ["news/a.txt", "news/b.txt"]),
        ("n*s/[ab].txt", ["news/a.txt", "news/b.txt"]),
        ("news/.h*", ["news/.hidden"]),
    ],
)
def test_a_glob_is_expanded_where_the_shell_did_not(pattern: str, found: list[str]) -> None:
    assert names(pattern) == found


def test_an_absolute_glob_is_expanded(pile: Path) -> None:
    assert names(f"{pile}/news/*.txt") == [f"{pile.as_posix()}/news/{n}.txt" for n in "ab"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(pile: Path) -> None:
    (pile / "a[1].txt").write_text("A report.")
    assert names("a[1].txt") == ["a[1].txt"]


def test_a_file_reached_on_several_ways_is_listed_once_under_its_shortest_name(pile: Path) -> None:
    (pile / "news" / "link.txt").symlink_to(pile / "news" / "a.txt")
    ways = ["news", "./news/a.txt", "news/../news/a.txt", str(pile / "news"), "news/*.txt"]
    for order in itertools.permutations(ways):
        assert names(*order) == ["news/a.txt", "news/b.txt", "news/may/c.txt"]


def test_copies_are_two_files(pile: Path) -> None:
    (pile / "news" / "copy.txt").write_bytes((pile / "news" / "a.txt").read_bytes())
    assert "news/copy.txt" in names("news")
    assert "news/a.txt" in names("news")


@pytest.mark.usefixtures("pile")
def test_all_missing_paths_are_named_at_once() -> None:
    with pytest.raises(InputMissing) as caught:
        list_files(["news", "gone.txt", "none/*.txt", "news/a.txt/x", "nul\0"])
    assert all(name in str(caught.value) for name in ("gone.txt", "none/*.txt", "news/a.txt/x"))


@pytest.mark.parametrize("path", ["", "x" * 5000])
def test_what_can_be_no_path_is_missing(path: str) -> None:
    with pytest.raises(InputMissing):
        list_files([path])


def test_a_link_to_nothing_is_missing(pile: Path) -> None:
    (pile / "dangling.txt").symlink_to("nowhere.txt")
    with pytest.raises(InputMissing, match=r"dangling\.txt"):
        list_files(["dangling.txt"])


def test_an_empty_folder_is_a_failure(pile: Path) -> None:
    (pile / "empty" / "deep").mkdir(parents=True)
    (pile / "empty" / ".hidden").write_text("A report.")
    (failure,) = failures("empty", "news")
    assert failure.path == "empty"
    assert "no article" in failure.reason


def test_links_that_lead_round_in_circles_end(pile: Path) -> None:
    for name in ("one", "two", "three"):
        (pile / "news" / name).symlink_to(pile / "news", target_is_directory=True)
    (pile / "news" / "self").symlink_to("self")
    listed = [item.path for item in list_files(["news"])]
    assert listed == ["news/a.txt", "news/b.txt", "news/may/c.txt", "news/self"]
    assert names("news/**/*.txt") == ["news/a.txt", "news/b.txt", "news/may/c.txt"]


def test_a_linked_folder_is_read_and_real_names_win(pile: Path) -> None:
    (pile / "else").mkdir()
    (pile / "else" / "e.txt").write_text("A report.")
    (pile / "news" / "aa").symlink_to(pile / "else", target_is_directory=True)
    (pile / "news" / "ab").symlink_to(pile / "news" / "may", target_is_directory=True)
    assert names("news") == ["news/a.txt", "news/aa/e.txt", "news/b.txt", "news/may/c.txt"]


def test_what_a_browser_saves_beside_a_page_is_no_article(pile: Path) -> None:
    (pile / "news" / "page.html").write_text("<html>")
    for folder in ("page_files", "case_files"):
        (pile / "news" / folder).mkdir()
        (pile / "news" / folder / "part.txt").write_text("A report.")
    assert "news/case_files/part.txt" in names("news")
    assert "news/page_files/part.txt" not in names("news")


def test_the_metadata_table_is_no_article(pile: Path) -> None:
    (pile / "news" / "about.csv").write_text("path\n")
    assert names("news", leave_out=["./news/about.csv"]) == names("news/*.txt", "news/may")


def test_standard_input_is_not_a_file_called_dash(pile: Path) -> None:
    (pile / "-").write_text("A report.")
    assert names("-", "./-", "-") == ["-", "./-"]


def test_a_name_that_is_no_text_is_shown_escaped(pile: Path) -> None:
    path = os.fsencode(pile) + b"/news/caf\xe9.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"A report.")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert "news/caf\\udce9.txt" in names("news")


def test_a_folder_without_permission_is_a_failure(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "may":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (failure,) = failures(str(pile / "news"))
    assert failure.path.endswith("news/may")
    assert "permission" in failure.reason
