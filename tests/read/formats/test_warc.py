"""A web archive gives up its pages; damage to it costs what is damaged and no more."""

from __future__ import annotations

import gzip
import io
import os
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read import read_articles
from newstemma.records import RawArticle
from tests.read.formats.reading import PAGE, TEXT, labels, read, refusal

HTML = ("Content-Type: text/html; charset=utf-8",)


def record(
    url: str = "https://packet.example/1",
    body: bytes = PAGE.encode(),
    *,
    headers: Sequence[str] = HTML,
    status: str = "200 OK",
    kind: str = "response",
    length: int | None = None,
) -> bytes:
    """A record with an answer of a server."""
    block = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body
    lines = (
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-05-06T21:00:00Z",
        "WARC-Record-ID: <urn:uuid:6f5b1a2e-0000-4000-8000-000000000000>",
        f"Content-Type: application/http; msgtype={kind}",
        f"Content-Length: {len(block) if length is None else length}",
    )
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def _brotli(data: bytes) -> bytes:
    packed = io.BytesIO()
    with BrotliWriter(packed) as writer:
        writer.write(data)
    return packed.getvalue()


def three() -> list[bytes]:
    """Three sound records."""
    return [record(f"https://packet.example/{name}") for name in "abc"]


def test_a_page_is_an_article_with_the_address_and_date_of_its_record(tmp_path: Path) -> None:
    ((article,), failures) = read(tmp_path / "crawl.warc", record())
    assert failures == []
    assert article.path.endswith("crawl.warc#https://packet.example/1")
    assert (article.text, article.title) == (TEXT, "Ferry aground")
    assert article.url == "https://packet.example/1"
    assert (article.fetched, article.published) == ("2024-05-06T21:00:00Z", None)


@pytest.mark.parametrize("pack", [b"".join, lambda parts: b"".join(map(gzip.compress, parts))])
@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
def test_an_archive_is_known_by_its_name_or_its_first_bytes(
    tmp_path: Path, name: str, pack: object
) -> None:
    articles, failures = read(tmp_path / name, pack(three()))  # type: ignore[operator]
    assert (len(articles), failures) == (3, [])


def test_an_archive_on_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = b"".join(map(gzip.compress, three()))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(packed)))
    assert len(list(read_articles(["-"]))) == 3


def test_only_pages_that_were_found_are_read(tmp_path: Path) -> None:
    records = [
        record("https://packet.example/request", kind="request"),
        record("https://packet.example/again", kind="revisit"),
        record("https://packet.example/gone", status="404 Not Found"),
        record("https://packet.example/moved", status="301 Moved"),
        record("https://packet.example/picture", headers=("Content-Type: image/png",)),
        record("https://packet.example/page"),
    ]
    articles, failures = read(tmp_path / "crawl.warc", b"".join(records))
    assert (labels(articles), failures) == (["https://packet.example/page"], [])
    assert "no page" in refusal(tmp_path / "none.warc", b"".join(records[:-1]))


def test_the_same_address_twice_is_two_articles(tmp_path: Path) -> None:
    articles, _ = read(tmp_path / "crawl.warc", record() + record())
    assert labels(articles) == ["https://packet.example/1", "https://packet.example/1#2"]


@pytest.mark.parametrize(
    ("header", "encoded"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE.encode())),
        ("Content-Encoding: deflate", zlib.compress(PAGE.encode())),
        ("Content-Encoding: br", _brotli(PAGE.encode())),
        ("Transfer-Encoding: chunked", f"{len(PAGE.encode()):x}\r\n{PAGE}\r\n0\r\n\r\n".encode()),
        ("Content-Encoding: gzip", PAGE.encode()),
        ("Transfer-Encoding: chunked", PAGE.encode()),
        ("Content-Encoding: unheard-of", PAGE.encode()),
    ],
)
def test_encodings_are_undone_where_they_were_done(
    tmp_path: Path, header: str, encoded: bytes
) -> None:
    data = record(body=encoded, headers=(*HTML, header)) + record("https://packet.example/2")
    articles, failures = read(tmp_path / "crawl.warc", data)
    assert [a.text for a in articles] == [TEXT, TEXT]
    assert failures == []


def test_a_page_is_read_in_the_encoding_that_the_server_declared(tmp_path: Path) -> None:
    body = PAGE.replace('<meta charset="utf-8">', "").replace("tide", "прилив").encode("cp1251")
    body = body.replace("“".encode("cp1251"), b'"').replace("”".encode("cp1251"), b'"')
    data = record(body=body, headers=("Content-Type: text/html; charset=windows-1251",))
    ((article,), failures) = read(tmp_path / "crawl.warc", data)
    assert "прилив" in article.text
    assert failures == []


def test_a_page_without_an_article_fails_alone(tmp_path: Path) -> None:
    data = record("https://packet.example/none", b"<html></html>") + record()
    articles, (failure,) = read(tmp_path / "crawl.warc", data)
    assert (len(articles), labels([failure])) == (1, ["https://packet.example/none"])


def _spoilt(packed: bytes) -> bytes:
    return packed[:60] + b"xxxxxxxx" + packed[68:]


@pytest.mark.parametrize(
    "data",
    [
        b"".join([three()[0], b"rubble\r\n\r\nmore of it\r\n", three()[2]]),
        b"".join([three()[0], record("x", length=9), three()[2]]),
        b"".join([gzip.compress(three()[0]), gzip.compress(three()[1])[:200]])
        + gzip.compress(three()[2]),
        b"".join([gzip.compress(three()[0]), _spoilt(gzip.compress(three()[1]))])
        + gzip.compress(three()[2]),
    ],
    ids=["rubble", "length", "cut member", "spoilt member"],
)
def test_behind_damage_reading_goes_on_at_the_next_record(tmp_path: Path, data: bytes) -> None:
    articles, (failure,) = read(tmp_path / "crawl.warc.gz", data)
    assert [a.url for a in articles] == ["https://packet.example/a", "https://packet.example/c"]
    assert failure.path.endswith("crawl.warc.gz")
    assert "at 1 place;" in failure.reason


@pytest.mark.parametrize("left", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_cut_short_is_read_as_far_as_it_goes(
    tmp_path: Path, pack: object, left: float
) -> None:
    one = [pack(part) for part in three()]  # type: ignore[operator]
    data = one[0] + one[1] + one[2][: int(left * len(one[2]))]
    articles, (failure,) = read(tmp_path / "crawl.warc.gz", data)
    assert len(articles) == 2
    assert "cut short at 1 place" in failure.reason


def test_a_page_over_the_limit_fails_alone(tmp_path: Path) -> None:
    large = record("https://packet.example/large", PAGE.encode() + b" " * 20_000)
    packed = record(
        "https://packet.example/packed",
        gzip.compress(PAGE.encode() + b" " * 20_000),
        headers=(*HTML, "Content-Encoding: gzip"),
    )
    path = tmp_path / "crawl.warc"
    articles, failures = read(path, large + packed + record(), max_article_bytes=10_000)
    assert labels(articles) == ["https://packet.example/1"]
    assert labels(failures) == ["https://packet.example/large", "https://packet.example/packed"]
    assert all("--max-article-bytes" in failure.reason for failure in failures)


def test_a_record_that_expands_without_end_stops_the_file(tmp_path: Path) -> None:
    bomb = gzip.compress(record("https://packet.example/bomb", b" " * 60_000_000))
    data = gzip.compress(record()) + bomb
    articles, failures = read(tmp_path / "crawl.warc.gz", data, max_article_bytes=1_000_000)
    assert len(articles) == 1
    assert "which no text does" in failures[-1].reason


def test_false_starts_take_no_time(tmp_path: Path) -> None:
    data = record() + b"WARC/1.1\r\nx\r\n\r\n" * 100_000
    began = time.perf_counter()
    articles, failures = read(tmp_path / "crawl.warc.gz", data)
    assert (len(articles), len(failures)) == (1, 1)
    assert time.perf_counter() - began < 10


@settings(deadline=None, max_examples=60)  # the first example pays for lazy imports
@given(st.data(), st.booleans())
def test_no_damage_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, is_packed: bool
) -> None:
    parts = [record(body=b"<p>A ferry.</p>", headers=(*HTML, "Content-Encoding: gzip")), record()]
    whole = b"".join(map(gzip.compress, parts) if is_packed else parts)
    at = data.draw(st.integers(0, len(whole)))
    spoilt = whole[:at] + data.draw(st.binary(max_size=9)) + whole[data.draw(st.integers(at)) :]
    path = tmp_path_factory.getbasetemp() / "any.warc"
    path.write_bytes(spoilt)
    for item in read_articles([path]):
        assert item.path.startswith(path.as_posix())
        assert not isinstance(item, RawArticle) or item.text.strip()


def test_random_bytes_are_no_archive(tmp_path: Path) -> None:
    articles, failures = read(tmp_path / "crawl.warc", os.urandom(5000))
    assert (articles, len(failures)) == ([], 1)
