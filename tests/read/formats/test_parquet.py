"""A Parquet file is a pile of articles; a damaged row group costs no other."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read import read_articles
from tests.read.formats.reading import labels, read, refusal

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
parquet_values = pytest.importorskip("newstemma.read.formats.parquet_values").parquet_values


def parquet(columns: Mapping[str, Any], *, rows: int = 2) -> bytes:
    """A file with the columns, `rows` in a row group."""
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, row_group_size=rows, write_page_checksum=True)
    return file.getvalue()


def test_a_row_of_passim_is_an_article(tmp_path: Path) -> None:
    columns: dict[str, list[object]] = {
        "id": ["a", None],
        "series": ["The Skell Packet", None],
        "text": ["One.", "Two."],
        "date": [date(2024, 5, 6), None],
    }
    for name in ("news.parquet", "news.pq", "news"):
        articles, failures = read(tmp_path / name, parquet(columns))
        assert (labels(articles), failures) == (["a", "2"], [])
        assert (articles[0].publisher, articles[0].published) == ("The Skell Packet", "2024-05-06")


def test_a_row_without_a_text_fails_alone(tmp_path: Path) -> None:
    data = parquet({"text": ["One.", None, " ", "word " * 100, "Five."]})
    articles, failures = read(tmp_path / "news.parquet", data, max_article_bytes=100)
    assert (labels(articles), labels(failures)) == (["1", "5"], ["2", "3", "4"])


def test_a_damaged_row_group_costs_no_other(tmp_path: Path) -> None:
    texts: list[object] = [f"The ferry number {number} ran aground." for number in range(6)]
    data = bytearray(parquet({"text": texts}))
    at = data.index(b"number 2")
    data[at : at + 8] = b"NUMBER 2"
    articles, (failure,) = read(tmp_path / "news.parquet", bytes(data))
    assert labels(articles) == ["1", "2", "5", "6"]
    assert "row group 1 is damaged" in failure.reason


def test_a_column_that_nobody_asks_for_is_not_read(tmp_path: Path) -> None:
    never = pa.array([[2**62]], pa.list_(pa.timestamp("us")))
    articles, failures = read(tmp_path / "news.parquet", parquet({"text": ["One."], "seen": never}))
    assert (labels(articles), failures) == (["1"], [])


def test_a_time_out_of_range_is_damage(tmp_path: Path) -> None:
    never = pa.array([[2**62]], pa.list_(pa.timestamp("us")))
    data = parquet({"text": ["One."], "published": never})
    articles, (failure,) = read(tmp_path / "news.parquet", data)
    assert articles == []
    assert "damaged" in failure.reason


def test_a_long_value_in_every_row_is_decoded_for_few_rows_at_a_time() -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 2000, pa.int32()), ["x" * 500_000])
    file = io.BytesIO(parquet({"text": texts}, rows=2000))
    assert len(file.getvalue()) < 100_000
    before = pa.default_memory_pool().max_memory()
    rows = parquet_values(file, text_names=["text"])
    assert sum(1 for _ in rows) == 2000
    assert pa.default_memory_pool().max_memory() < max(before, 100_000_000)


def test_a_row_group_that_grows_as_no_text_does_is_left_out(tmp_path: Path) -> None:
    file = io.BytesIO()
    texts = pa.table({"text": ["One.", "x" * 30_000_000, "Three."]})
    pq.write_table(texts, file, row_group_size=1, compression="zstd")
    articles, (failure,) = read(tmp_path / "news.parquet", file.getvalue())
    assert labels(articles) == ["1", "3"]
    assert "grow to more than 20 MB" in failure.reason


def test_a_table_without_rows_is_said(tmp_path: Path) -> None:
    assert "no rows" in refusal(
        tmp_path / "news.parquet", parquet({"text": pa.array([], "string")})
    )


def test_what_is_no_parquet_or_has_no_text_is_refused(tmp_path: Path) -> None:
    sound = parquet({"body_text": ["x"], "n": [1]})
    assert "there are: body_text, n" in refusal(tmp_path / "a.parquet", sound)
    assert "no sound Parquet" in refusal(tmp_path / "b.parquet", sound[:-9])
    assert "no sound Parquet" in refusal(tmp_path / "c.parquet", b"")


def test_columns_whose_names_are_no_text_are_refused(tmp_path: Path) -> None:
    spoilt = parquet({"text": ["x"]}).replace(b"text", b"te\x84t")
    assert "no sound Parquet" in refusal(tmp_path / "a.parquet", spoilt)


def test_parquet_on_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet({"text": ["One.", "Two."]})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.path for item in read_articles(["-"])] == ["-#1", "-#2"]


@settings(deadline=None)
@given(st.data())
def test_no_damage_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = parquet({"text": ["One.", "Two.", "Three."], "id": ["a", "b", "c"]})
    at = data.draw(st.integers(0, len(whole)))
    spoilt = whole[:at] + data.draw(st.binary(max_size=9)) + whole[data.draw(st.integers(at)) :]
    read(tmp_path_factory.getbasetemp() / "any.parquet", spoilt)
