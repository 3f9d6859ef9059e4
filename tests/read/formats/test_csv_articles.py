"""A table with a column for the text is a pile of articles."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read import read_articles
from newstemma.records import Failure
from tests.read.formats.reading import labels, read, refusal

TABLE = 'id,text,title,date\n7,"The ferry ran\naground, twice.",Ferry,2024-05-06\n,Two.,,\n'


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["news.csv", "news.tsv", "news"])
def test_a_row_is_an_article(tmp_path: Path, separator: str, name: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(csv.reader(io.StringIO(TABLE)))
    articles, failures = read(tmp_path / name, ("\ufeff" + written.getvalue()).encode())
    assert failures == []
    assert labels(articles) == ["7", "4"]
    assert [a.text for a in articles] == ["The ferry ran\naground, twice.", "Two."]
    assert (articles[0].title, articles[0].published) == ("Ferry", "2024-05-06")
    assert articles[1].title is None


def test_a_table_without_a_text_says_what_to_do(tmp_path: Path) -> None:
    reason = refusal(tmp_path / "about.csv", b"path,title\na.txt,Ferry\n")
    assert "--metadata" in reason
    assert "--field text=NAME" in reason


def test_the_text_may_go_by_another_name(tmp_path: Path) -> None:
    mapping = (("text", "wording"),)
    articles, _ = read(tmp_path / "news.csv", b"id,wording\n1,Ferry.\n", fields=mapping)
    assert [a.text for a in articles] == ["Ferry."]


def test_a_broken_row_fails_alone(tmp_path: Path) -> None:
    data = b"id,text\n1,One.\n2\n3, \n4,nul \0 byte\n5,a,b\n6,Six.\n"
    articles, failures = read(tmp_path / "news.csv", data)
    assert labels(articles) == ["1", "6"]
    assert labels(failures) == ["3", "4", "5", "6"]
    words = ["1 cells", "empty", "NUL", "3 cells"]
    assert all(word in f.reason for word, f in zip(words, failures, strict=True))


def test_a_giant_cell_fails_alone_and_changes_nothing_for_others(tmp_path: Path) -> None:
    usual = csv.field_size_limit()
    data = b'id,text\n1,One.\n2,"' + b"word " * 500 + b'"\n3,Three.\n'
    articles, failures = read(tmp_path / "news.csv", data, max_article_bytes=1000)
    assert labels(articles) == ["1", "3"]
    assert any("--max-article-bytes" in failure.reason for failure in failures)
    assert csv.field_size_limit() == usual


def test_a_long_article_is_no_giant_cell(tmp_path: Path) -> None:
    text = "word " * 50_000
    ((article,), failures) = read(tmp_path / "news.csv", f'id,text\n1,"{text}"\n'.encode())
    assert (article.text, failures) == (text, [])


def test_a_quotation_mark_that_never_closes_costs_no_memory(tmp_path: Path) -> None:
    data = b'id,text\n1,"open\n' + b"2,Two.\n" * 1000
    _, failures = read(tmp_path / "news.csv", data, max_article_bytes=500)
    assert failures


def test_a_cell_of_many_short_lines_is_called_large(tmp_path: Path) -> None:
    data = b'id,text\n1,"' + b"x\n" * 1000 + b'"\n'
    _, (failure, *_) = read(tmp_path / "news.csv", data, max_article_bytes=1000)
    assert "--max-article-bytes" in failure.reason


def test_a_row_of_many_small_cells_is_bounded(tmp_path: Path) -> None:
    cells = b'"a\nb",' * 1000
    data = b"id,text\n1,One.\n2," + cells + b"\n3,Three.\n"
    articles, failures = read(tmp_path / "news.csv", data, max_article_bytes=1000)
    assert labels(articles) == ["1", "3"]
    assert any("--max-article-bytes" in failure.reason for failure in failures)


def test_a_bomb_ends_the_table(tmp_path: Path) -> None:
    path = tmp_path / "news.csv.gz"
    path.write_bytes(gzip.compress(b'id,text\n1,"' + b"x" * 30_000_000))
    (failure,) = islice(read_articles([path]), 9)
    assert isinstance(failure, Failure)
    assert "grow to more than" in failure.reason


def test_a_first_line_without_end_is_refused_at_once(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / "news.csv", b"text," * 2_000_000)


@pytest.mark.parametrize(
    ("row", "others"), [('2,"the "Marigold" sank"', ["1", "3"]), ('2,"the Marigold', ["1"])]
)
def test_quotation_marks_that_do_not_match_cost_their_row(
    tmp_path: Path, row: str, others: list[str]
) -> None:
    data = f"id,text\n1,One.\n{row}\n3,Three.\n".encode()
    articles, (failure,) = read(tmp_path / "news.csv", data)
    assert labels(articles) == others
    assert "quotation marks do not match" in failure.reason


def test_a_table_without_rows_is_said(tmp_path: Path) -> None:
    assert "no rows" in refusal(tmp_path / "news.csv", b"id,text\n\n")


def test_a_stray_line_break_is_not_called_a_giant_cell(tmp_path: Path) -> None:
    data = b"id,text\n1,One.\n2,Two\rhalves\n3,Three.\n"
    articles, (failure,) = read(tmp_path / "news.csv", data)
    assert labels(articles) == ["1", "3"]
    assert "quotation marks" in failure.reason
    assert "larger" not in failure.reason


def test_an_old_encoding_is_read_and_reported(tmp_path: Path) -> None:
    data = "id,text\n1,The café at Skell Point is closed for the winter again.\n".encode("cp1252")
    (article,), (failure,) = read(tmp_path / "news.csv", data)
    assert "café" in article.text
    assert "cp1252" in failure.reason
    assert "UTF-16" in refusal(tmp_path / "wide.csv", TABLE.encode("utf-16"))


def test_a_table_on_standard_input_is_told_by_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, paths in ((TABLE, ["-#7", "-#4"]), ("Now, text is here.\nMore.", ["-"])):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        assert [item.path for item in read_articles(["-"])] == paths


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=30)


@settings(deadline=None)
@given(st.lists(CELLS.filter(str.strip), min_size=1, max_size=5))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(
            [("id", "text"), *(("", t) for t in texts)]
        )
    articles, failures = read(path)
    assert len(articles) + len(failures) == len(texts)
    assert {a.text for a in articles} <= set(texts)
