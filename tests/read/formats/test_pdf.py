"""A PDF gives up what is printed on it, in the order in which it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.formats.pdfs import pdf
from tests.read.formats.reading import read, refusal

pytest.importorskip("pypdfium2")


LINES = (
    ("Ferry runs aground off Skell", 24),
    ("The ferry Marigold ran aground off Skell", 12),
    ("Point on Monday evening, and the passen-", 12),
    ("gers were taken ashore in boats.", 12),
    ("Nobody was hurt.", 12),
)


@pytest.mark.parametrize("name", ["ferry.pdf", "ferry"])
def test_lines_become_paragraphs_and_divided_words_one(tmp_path: Path, name: str) -> None:
    ((article,), failures) = read(tmp_path / name, pdf(LINES))
    assert failures == []
    assert article.text == (
        "Ferry runs aground off Skell\n"
        "The ferry Marigold ran aground off Skell Point on Monday evening, and the passengers "
        "were taken ashore in boats.\nNobody was hurt."
    )


def test_heads_that_pages_repeat_and_page_numbers_go(tmp_path: Path) -> None:
    pages = [
        [("The Skell Packet, 6 May 2024", 9), (f"Line {word} of the story runs on", 12), (foot, 9)]
        for word, foot in (("one", "Page 1 of 3"), ("two", "Page 2 of 3"), ("three", "Page 3 of 3"))
    ]
    ((article,), _) = read(tmp_path / "ferry.pdf", pdf(*pages))
    assert "Packet" not in article.text
    assert "Page" not in article.text
    assert all(word in article.text for word in ("one", "two", "three"))


def test_a_scan_is_refused_with_what_to_do(tmp_path: Path) -> None:
    assert "ocrmypdf" in refusal(tmp_path / "scan.pdf", pdf([], []))


def test_a_locked_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    key = "00" * 32
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -1>>/ID[<00><00>]"
    assert "password" in refusal(tmp_path / "locked.pdf", pdf(LINES, trailer=lock))


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    assert "damaged" in refusal(tmp_path / "a.pdf", b"%PDF-1.7\nnothing")
    assert "damaged" in refusal(tmp_path / "b.pdf", b"")


def test_a_pdf_over_the_limit_is_refused(tmp_path: Path) -> None:
    reason = refusal(tmp_path / "a.pdf", pdf(LINES), max_article_bytes=500)
    assert "--max-article-bytes" in reason


@settings(deadline=None)
@given(st.data())
def test_no_damage_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = pdf(LINES)
    at = data.draw(st.integers(0, len(whole)))
    spoilt = whole[:at] + data.draw(st.binary(max_size=9)) + whole[data.draw(st.integers(at)) :]
    articles, failures = read(tmp_path_factory.getbasetemp() / "any.pdf", spoilt)
    assert len(articles) + len(failures) == 1
