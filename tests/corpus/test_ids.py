"""One article an id, and one id an article, whatever the order of the input."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.corpus import reuse
from newstemma.corpus.ids import made_id
from tests.corpus.corpora import Row, rows_of, write_rows
from tests.corpus.test_read import ids, stored

_TEXT = "The ferry is late."
_MADE = made_id(_TEXT.encode())


@pytest.mark.parametrize(
    ("declared", "made"),
    [
        ([], ["", "-2", "-3"]),
        (["-2"], ["", "-3", "-4"]),
        (["", "-3"], ["-2", "-4", "-5"]),
        (["-02", "-1", "-2x"], ["", "-2", "-3"]),
    ],
)
def test_a_made_id_takes_no_name_of_the_input(
    tmp_path: Path, declared: list[str], made: list[str]
) -> None:
    rows: list[Row] = [{"id": _MADE + name, "text": f"Other {name}."} for name in declared]
    nameless: Row = {"text": _TEXT}
    articles = stored(tmp_path, [nameless, *rows, nameless, nameless])
    names = ids(articles)
    assert names == sorted(_MADE + name for name in (*declared, *made))
    texts = dict(zip(names, articles.texts(range(len(names))), strict=True))
    assert [texts[_MADE + name] for name in made] == [_TEXT] * 3


@pytest.mark.parametrize("order", ["abc", "cba"])
def test_of_equal_rows_the_first_path_is_kept(tmp_path: Path, order: str) -> None:
    row: Row = {"id": "x", "text": _TEXT}
    for name in "abc":
        write_rows(tmp_path / f"{name}.jsonl", [row])
    reuse([tmp_path / f"{name}.jsonl" for name in order], tmp_path / "out")
    told = rows_of(tmp_path / "out", "failures")
    assert [Path(str(one["path"])).name for one in told] == ["b.jsonl", "c.jsonl"]
    assert all("a.jsonl#1 too" in str(one["reason"]) for one in told)
