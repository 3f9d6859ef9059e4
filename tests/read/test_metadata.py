"""The metadata table: what it may say, what it is about, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.errors import InputMissing, NewstemmaError
from newstemma.read.metadata import MetadataRow, assign, read_metadata


def rows(folder: Path, content: str | bytes) -> tuple[MetadataRow, ...]:
    """The rows of a table with this content."""
    path = folder / "about.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_metadata(str(path))


def about(*paths: str) -> list[MetadataRow]:
    """A table about these paths."""
    return [MetadataRow(line=n, path=path, fields=()) for n, path in enumerate(paths, start=2)]


def test_columns_may_stand_in_any_order_and_empty_cells_say_nothing(tmp_path: Path) -> None:
    table = 'Date,path,publisher\n2024-05-06,a.txt,"The Packet, Skell"\n\n,./b.txt,\n'
    first, second = rows(tmp_path, table)
    assert first.path == "a.txt"
    assert dict(first.fields) == {"published": "2024-05-06", "publisher": "The Packet, Skell"}
    assert (second.line, second.path, second.fields) == (4, "b.txt", ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = "path,title\r\na.txt,Fähre auf Grund\r\n".replace(",", delimiter)
    (row,) = rows(tmp_path, table.encode(encoding))
    assert row.fields == (("title", "Fähre auf Grund"),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("path,colour,mood\n", "unknown columns: colour, mood"),
        ("title,date\n", 'no column "path"'),
        ("path,date,published\n", "twice: published"),
        ("path,title\na.txt,Ferry, aground\n", "line 2 has 3 cells"),
        ("path,title\na.txt\n", "line 2 has 1 cells"),
        ("path,title\n,Ferry\n", "line 2 does not say"),
        ("path,title\na.txt,x\n./a.txt,y\n", "lines 2 and 3 are both about a.txt"),
        ('path,title\na.txt,"Ferry\n', "about.csv"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    with pytest.raises(NewstemmaError, match=r"about\.csv") as caught:
        rows(tmp_path, content)
    assert said in str(caught.value)
    assert not isinstance(caught.value, InputMissing)


def test_a_table_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewstemmaError, match="it is a folder, not a CSV"):
        read_metadata(str(tmp_path))


def test_a_row_is_about_the_path_or_the_end_of_it() -> None:
    files = ["news/a.txt", "news/may/b.txt", "c.txt"]
    assigned = assign(about("news/a.txt", "may/b.txt", "c.txt"), files)
    assert {file: row.path for file, row in assigned.by_file.items()} == {
        "news/a.txt": "news/a.txt",
        "news/may/b.txt": "may/b.txt",
        "c.txt": "c.txt",
    }


def test_half_a_name_is_no_end_of_a_path() -> None:
    assert not assign(about(".txt", "a.txt"), ["news/aa.txt"]).by_file


def test_a_row_that_could_be_about_several_files_is_about_none() -> None:
    assigned = assign(about("a.txt"), ["x/a.txt", "y/a.txt"])
    assert not assigned.by_file
    assert [row.path for row in assigned.unclear] == ["a.txt"]


def test_a_whole_path_is_about_that_file_alone() -> None:
    assigned = assign(about("a.txt"), ["a.txt", "x/a.txt"])
    assert list(assigned.by_file) == ["a.txt"]
    assert not assigned.unclear


def test_rows_about_articles_inside_a_file_add_to_those_about_the_file() -> None:
    file = "news/rows.jsonl"
    assigned = assign(about("rows.jsonl", "rows.jsonl#7", "b"), [file])
    found = {
        label: [
            row.path for row in assigned.rows_for("news/rows.jsonl", f"news/rows.jsonl#{label}")
        ]
        for label in ("7", "b", "9")
    }
    assert found == {
        "7": ["rows.jsonl", "rows.jsonl#7"],
        "b": ["rows.jsonl", "b"],
        "9": ["rows.jsonl"],
    }
