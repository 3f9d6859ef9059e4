"""Files of rows: JSON Lines and Parquet, sound and damaged."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newstemma.corpus.formats import rows
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.rows import Rejected, Row
from newstemma.errors import NewstemmaError
from newstemma.read.listing import ListedFile


def read(path: Path, options: ReuseOptions | None = None) -> tuple[list[Row], list[Rejected]]:
    found = list(rows(ListedFile(path=path.name, location=path), options or ReuseOptions()))
    return (
        [row for row in found if isinstance(row, Row)],
        [row for row in found if isinstance(row, Rejected)],
    )


def lines(path: Path, *written: object) -> Path:
    path.write_text("".join(f"{json.dumps(one)}\n" for one in written), encoding="utf-8")
    return path


def test_passims_rows_work_as_they_are(tmp_path: Path) -> None:
    row = {"id": "w1", "series": "Coast Wire", "text": "A ferry struck.", "page": 3}
    ((read_row,), rejected) = read(lines(tmp_path / "a.jsonl", row))
    assert (read_row.id, read_row.series, read_row.text) == ("w1", "Coast Wire", "A ferry struck.")
    assert read_row.rest == {"page": 3}
    assert rejected == []


def test_fields_may_go_by_other_names(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"key": 7, "words": "A ferry.", "paper": "X", "text": "no"})
    mapped = ReuseOptions(fields=(("id", "key"), ("text", "words"), ("series", "paper")))
    ((row,), _) = read(path, mapped)
    assert (row.id, row.series, row.text, row.rest) == ("7", "X", "A ferry.", {"text": "no"})
    with pytest.raises(NewstemmaError, match="no field is called colour; there are: id, series"):
        ReuseOptions(fields=(("colour", "x"),))


def test_gzip_needs_no_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(gzip.compress(b'{"id": "x", "text": "A ferry."}\n'))
    assert [row.id for row in read(tmp_path / "a")[0]] == ["x"]


def test_a_broken_line_is_named_and_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'{"text": "one"}\n{"text": "tw\n[1]\n\n{"text": " "}\n{"text": 4}\n{"text": "five"}'
    )
    good, bad = read(path)
    assert [(row.number, row.text) for row in good] == [(1, "one"), (7, "five")]
    assert [(row.path, row.number) for row in bad] == [("a.jsonl", n) for n in (2, 3, 5, 6)]
    assert [row.reason.partition("(")[0].strip() for row in bad] == [
        "it is not valid JSON",
        "it is no JSON object; write one object for each article",
        "its text is empty; remove it",
        "its text is not a string; use --field text=NAME",
    ]


def test_half_a_surrogate_pair_becomes_one_character(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(r'{"text": "a \ud83d b \\ud83d c \ud83d\ude00"}', "utf-8")
    ((row,), rejected) = read(tmp_path / "a.jsonl")
    assert row.text == "a \ufffd b \\ud83d c \U0001f600"
    assert rejected == []


def test_bytes_that_are_no_utf8_are_read_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "caf\xe9"}\n')
    ((row,), (warning,)) = read(tmp_path / "a.jsonl")
    assert (row.text, warning.number) == ("café", 1)
    assert warning.reason.startswith("not UTF-8")


def test_nesting_without_end_is_a_broken_line(tmp_path: Path) -> None:
    deep = '{"text": "\\ud800", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"
    (tmp_path / "a.jsonl").write_text(deep, "utf-8")
    good, bad = read(tmp_path / "a.jsonl")
    assert (len(good), len(bad)) == (0, 1)


def test_a_text_over_the_limit_is_left_out(tmp_path: Path) -> None:
    small = ReuseOptions(max_article_bytes=100)
    good, bad = read(lines(tmp_path / "a.jsonl", {"text": "x" * 200}, {"text": "y"}), small)
    assert [row.text for row in good] == ["y"]
    assert "--max-article-bytes" in bad[0].reason
    pq.write_table(pa.table({"text": ["x" * 200, "y"]}), tmp_path / "a.parquet")
    good, bad = read(tmp_path / "a.parquet", small)
    assert [row.text for row in good] == ["y"]
    assert bad[0].number == 1


def test_gzip_that_is_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    import random

    chance = random.Random(1)
    written = [{"text": "".join(chance.choices("abcdefgh ", k=500))} for _ in range(400)]
    packed = gzip.compress("".join(f"{json.dumps(row)}\n" for row in written).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    good, bad = read(tmp_path / "a.jsonl.gz")
    assert 100 < len(good) < 300
    assert bad[0].reason.startswith(f"its gzip data are cut short or damaged after row {len(good)}")


def parquet(path: Path, count: int = 40) -> Path:
    table = pa.table(
        {
            "id": [f"p{n}" for n in range(count)],
            "text": [f"Ferry number {n} struck the pier " * 20 for n in range(count)],
            "series": pa.array(["X"] * count).dictionary_encode(),
            "when": [datetime.datetime(2024, 5, 6, 12)] * count,
            "tags": [["a"]] * count,
            "raw": [b"\xff"] * count,
        }
    )
    pq.write_table(table, path, row_group_size=10, use_dictionary=False, compression="zstd")
    return path


def test_parquet_gives_the_same_rows(tmp_path: Path) -> None:
    good, bad = read(parquet(tmp_path / "a.parquet"))
    assert [(row.number, row.id) for row in good] == [(n + 1, f"p{n}") for n in range(40)]
    assert good[0].series == "X"
    assert good[0].rest["tags"] == ["a"]
    assert str(good[0].rest["when"]).startswith("2024-05-06 12:00:00")
    assert bad == []


def test_a_damaged_row_group_costs_no_other(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet")
    place = pq.read_metadata(path).row_group(1).column(1).data_page_offset
    data = bytearray(path.read_bytes())
    data[place : place + 60] = bytes(60)
    path.write_bytes(data)
    good, bad = read(path)
    assert [row.number for row in good] == [*range(1, 11), *range(21, 41)]
    assert [(row.path, row.number) for row in bad] == [("a.parquet", 11)]
    assert bad[0].reason.startswith("row group 1 is damaged")


def test_parquet_cut_short_is_a_failure(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet")
    path.write_bytes(path.read_bytes()[:1000])
    assert read(path)[1][0].reason.startswith("it is no sound Parquet file")


def test_a_missing_text_column_names_those_there_are(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "words": ["b"]}), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet")[1][0].reason == (
        "it has no column for the text (looked for text, body, content, articleBody, article; "
        "there are: id, words); use --field text=NAME"
    )


def test_strings_in_parquet_that_are_no_utf8_are_mended(tmp_path: Path) -> None:
    broken = pa.array([b"caf\xe9 au lait", b"tea"], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": broken}), tmp_path / "a.parquet")
    assert [row.text for row in read(tmp_path / "a.parquet")[0]] == ["caf\ufffd au lait", "tea"]


def test_a_plain_text_is_an_article_called_after_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry struck.", "utf-8")
    ((row,), _) = read(tmp_path / "a.txt")
    assert (row.id, row.text) == ("a.txt", "A ferry struck.")


def test_what_is_no_article_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n00")
    (tmp_path / "b.jsonl").write_bytes(b"")
    assert [read(tmp_path / name)[1][0].number for name in ("a.png", "b.jsonl")] == [None, None]
