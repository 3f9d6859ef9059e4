"""A saved page gives up its article, however its parts are written down."""

from __future__ import annotations

import base64
import quopri
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read import read_articles
from tests.read.formats.reading import PAGE, TEXT, read, refusal


def saved(
    body: bytes, encoding: str, *, kind: str = 'text/html; charset="utf-8"', url: str = ""
) -> bytes:
    """A page as a browser saves it: the page and a picture."""
    lines = (
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://packet.example/ferry",
        "Subject: Ferry aground",
        "Date: Mon, 06 May 2024 21:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----edge"',
        "",
        "------edge",
        f"Content-Type: {kind}",
        f"Content-Transfer-Encoding: {encoding}",
        f"Content-Location: {url or 'https://packet.example/ferry'}",
        "",
        "",
    )
    end = "\r\n------edge\r\nContent-Type: image/png\r\n\r\nx\r\n------edge--\r\n"
    return "\r\n".join(lines).encode() + body + end.encode()


@pytest.mark.parametrize("name", ["ferry.mhtml", "ferry.mht", "ferry"])
@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("quoted-printable", quopri.encodestring(PAGE.encode())),
        ("base64", base64.encodebytes(PAGE.encode())),
        ("8bit", PAGE.encode()),
    ],
)
def test_a_saved_page_is_an_article(
    tmp_path: Path, name: str, encoding: str, written: bytes
) -> None:
    ((article,), failures) = read(tmp_path / name, saved(written, encoding))
    assert failures == []
    assert (article.text, article.title) == (TEXT, "Ferry aground")
    assert article.url == "https://packet.example/ferry"
    assert article.fetched == "Mon, 06 May 2024 21:00:00 -0000"
    assert article.published is None


def test_the_page_is_read_in_the_encoding_of_its_part(tmp_path: Path) -> None:
    page = PAGE.replace('<meta charset="utf-8">', "").replace("tide", "прилив")
    body = quopri.encodestring(page.encode("cp1251"))
    data = saved(body, "quoted-printable", kind="text/html; charset=windows-1251")
    ((article,), _) = read(tmp_path / "ferry.mhtml", data)
    assert "прилив" in article.text


def test_an_address_that_is_none_is_left_out(tmp_path: Path) -> None:
    data = saved(PAGE.encode(), "8bit", url="cid:frame@packet.example")
    ((article,), _) = read(tmp_path / "ferry.mhtml", data)
    assert article.url == "https://packet.example/ferry"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n",
        saved(b"x", "8bit", kind="text/plain"),
        saved(b"!", "base64"),
        saved(b"", "8bit"),
        b"",
    ],
)
def test_a_saved_page_without_a_page_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "save" in refusal(tmp_path / "ferry.mhtml", data)


def test_parts_inside_parts_without_end_are_refused_at_once(tmp_path: Path) -> None:
    part = "Content-Type: multipart/mixed; boundary={0}\r\n\r\n--{0}\r\n"
    began = time.perf_counter()
    data = "".join(part.format(number) for number in range(20_000))
    for written in (data, data.replace("\r\n", "\r")):
        assert "nested" in refusal(tmp_path / "ferry.mhtml", written.encode())
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("folded", ["", "\r\n", "\r"])
def test_a_header_without_end_is_refused_at_once(tmp_path: Path, folded: str) -> None:
    parameters = f";{folded} a=b" * 200_000
    data = f"MIME-Version: 1.0\r\nContent-Type: multipart/related{parameters}\r\n\r\n"
    began = time.perf_counter()
    assert "no end" in refusal(tmp_path / "ferry.mhtml", data.encode())
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("edge", ["a", ""])
def test_parts_without_number_are_refused(tmp_path: Path, edge: str) -> None:
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="{edge}"\n\n'
    data = head + f"--{edge}\n\n" * 20_000
    assert "too many parts" in refusal(tmp_path / "ferry.mhtml", data.encode())


def test_a_notice_of_delivery_is_no_saved_page(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\nContent-Type: message/delivery-status\n\n" + b"a:b\n\n" * 100
    assert "no saved page" in refusal(tmp_path / "ferry.mhtml", data)


@pytest.mark.parametrize(
    "header",
    [
        "multipart/related; boundary*=us-ascii'en'a; boundary*0=b",
        "multipart/related; boundary*0=b; boundary*=us-ascii'en'a",
        "text/html; charset*=us-ascii'en'a; charset*0=b",
    ],
)
def test_a_malformed_header_is_refused(tmp_path: Path, header: str) -> None:
    data = f"MIME-Version: 1.0\r\nContent-Type: {header}\r\n\r\n--a\r\n\r\nx"
    assert "malformed" in refusal(tmp_path / "ferry.mhtml", data.encode())


@settings(deadline=None)
@given(st.data())
def test_no_damage_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = saved(quopri.encodestring(b"<p>A ferry.</p>"), "quoted-printable")
    at = data.draw(st.integers(0, len(whole)))
    spoilt = whole[:at] + data.draw(st.binary(max_size=9)) + whole[data.draw(st.integers(at)) :]
    path = tmp_path_factory.getbasetemp() / "any.mhtml"
    path.write_bytes(spoilt)
    assert len(list(read_articles([path]))) > 0
