"""A PDF may end the process that reads it, and nothing else."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from threading import Timer

import pytest

from newstemma.errors import UnreadableArticle
from newstemma.read.formats import pdf as pdf_format
from newstemma.read.formats.pdf_process import PdfLimits, PdfProcess
from tests.read.formats.pdfs import nested_forms, pdf
from tests.read.formats.reading import read

pytest.importorskip("pypdfium2")

FERRY = pdf([("The ferry ran aground.", 12)])
SLOW = nested_forms(5, pages=900)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")


@pytest.fixture
def process() -> PdfProcess:
    return PdfProcess(PdfLimits(memory=250_000_000))


def _text(process: PdfProcess, data: bytes) -> list[str]:
    return [line.text for page in process.pages(data, 1000) for line in page]


@on_linux
def test_a_bomb_is_a_failure_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, process: PdfProcess
) -> None:
    monkeypatch.setattr(pdf_format, "pdf_process", lambda: process)
    for name, data in (("a", FERRY), ("b", nested_forms(8)), ("c", FERRY)):
        (tmp_path / f"{name}.pdf").write_bytes(data)
    articles, (failure,) = read(tmp_path)
    assert [Path(article.path).name for article in articles] == ["a.pdf", "c.pdf"]
    assert Path(failure.path).name == "b.pdf"
    assert "needs more than 250 MB of memory" in failure.reason


@pytest.mark.parametrize(
    "limits", [PdfLimits(seconds=0, patience=60), PdfLimits(seconds=60, patience=0.3)]
)
def test_a_pdf_without_end_is_left(limits: PdfLimits) -> None:
    process = PdfProcess(limits)
    with pytest.raises(UnreadableArticle, match="seconds of computing"):
        process.pages(SLOW, 10_000_000)
    assert PdfProcess(PdfLimits()).pages(FERRY, 1000)


def test_one_process_reads_many_and_another_where_it_is_gone(process: PdfProcess) -> None:
    assert _text(process, FERRY) == ["The ferry ran aground."]
    first = process.id
    assert _text(process, FERRY) == ["The ferry ran aground."]
    assert process.id == first
    assert first is not None
    os.kill(first, signal.SIGTERM)
    assert _text(process, FERRY) == ["The ferry ran aground."]
    assert process.id != first


def test_it_ends_with_who_asks() -> None:
    process = PdfProcess(PdfLimits())
    process.pages(FERRY, 1000)
    number = process.id
    assert number
    del process
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_an_interrupt_ends_it(process: PdfProcess) -> None:
    timer = Timer(0.5, os.kill, [os.getpid(), signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        process.pages(SLOW, 10_000_000)
    assert process.id is None
    assert _text(process, FERRY) == ["The ferry ran aground."]


def test_lines_count_as_much_as_their_characters(process: PdfProcess) -> None:
    lines = [("The ferry", 12)] * 20
    with pytest.raises(UnreadableArticle, match="longer than an article"):
        process.pages(pdf(lines), 1000)


def test_where_no_process_can_be_started_the_reason_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, process: PdfProcess
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(UnreadableArticle, match="none could be started"):
        process.pages(FERRY, 1000)
