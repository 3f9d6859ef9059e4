"""Tables that people write, whatever is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.errors import NewstemmaError
from newstemma.read.table import read_table


def _rows(folder: Path, text: str) -> list[tuple[int, dict[str, str]]]:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    found = read_table(str(path), columns=("name", "owner"), synonyms={"company": "owner"})
    return [(row.line, dict(row.cells)) for row in found]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_have_their_line_and_cells_by_column(tmp_path: Path, mark: str) -> None:
    text = f"Company{mark}NAME\n\n  Holm {mark} Skarrow Times\n"
    assert _rows(tmp_path, text) == [(3, {"owner": "Holm", "name": "Skarrow Times"})]


def test_the_first_column_must_be_filled_and_others_need_not(tmp_path: Path) -> None:
    assert _rows(tmp_path, "name,owner\nA,\n") == [(2, {"name": "A", "owner": ""})]
    with pytest.raises(NewstemmaError, match="line 2 does not say which name it is about"):
        _rows(tmp_path, "name,owner\n,B\n")


def test_a_column_under_two_of_its_names_is_given_twice(tmp_path: Path) -> None:
    with pytest.raises(NewstemmaError, match="columns given twice: owner"):
        _rows(tmp_path, "name,owner,company\nA,B,C\n")
