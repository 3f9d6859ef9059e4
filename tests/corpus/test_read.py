"""The articles on disk: their order, their ids, their texts."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstemma.corpus.articles import Articles, open_articles, read_table
from newstemma.corpus.inputs import counted, listed
from newstemma.corpus.job import Job
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.read import FAILURES_FILE, read
from newstemma.progress import quiet
from tests.corpus.corpora import Row, write_rows


def stored(folder: Path, rows: list[Row]) -> Articles:
    files = listed(write_rows(folder / "in.jsonl", rows), folder / "out")
    _, lines = counted(files)
    job = Job(files=files, lines=lines, work=folder, options=ReuseOptions(), progress=quiet)
    (folder / "read").mkdir(exist_ok=True)
    read(job, folder / "read")
    return open_articles(folder)


def ids(articles: Articles) -> list[str]:
    named: list[str] = articles.table["id"].to_pylist()
    return named


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_texts_come_back_by_number(tmp_path: Path, texts: list[str]) -> None:
    articles = stored(tmp_path, [{"id": f"{n}", "text": text} for n, text in enumerate(texts)])
    assert articles.texts(range(len(texts))) == texts
    assert articles.texts([len(texts) - 1, 0]) == [texts[-1], texts[0]]
    assert [text for _, some, _ in articles for text in some] == texts
    assert articles.column("chars").tolist() == [len(text) for text in texts]


def test_articles_are_numbered_by_id(tmp_path: Path) -> None:
    rows: list[Row] = [{"id": name, "text": f"Text {name}"} for name in "dbca"]
    assert ids(stored(tmp_path, rows)) == ["a", "b", "c", "d"]


def test_an_id_that_comes_twice_keeps_the_longest_text(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"id": "a", "text": "Short."},
        {"id": "a", "text": "Much longer."},
        {"id": "b", "text": "Other."},
    ]
    articles = stored(tmp_path, rows)
    assert articles.texts([0, 1]) == ["Much longer.", "Other."]
    (failure,) = read_table(tmp_path / "read" / FAILURES_FILE).to_pylist()
    assert (failure["number"], failure["id"]) == (1, "a")
    assert "in.jsonl#2 too, which is kept" in failure["reason"]


def test_articles_without_an_id_are_called_after_their_text(tmp_path: Path) -> None:
    rows: list[Row] = [{"text": "Same."}, {"text": "Other."}, {"text": "Same."}, {"text": "Same."}]
    names = ids(stored(tmp_path, rows))
    assert ids(stored(tmp_path, random.Random(1).sample(rows, 4))) == names
    assert sorted(name.partition("-")[2] for name in names) == ["", "", "2", "3"]
