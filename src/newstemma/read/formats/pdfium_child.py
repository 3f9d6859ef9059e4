"""Reads PDFs in a process of its own: `python pdfium_child.py`, asked through standard input.

PDFium has no limits of its own: a PDF of four kilobytes may take all memory there is. Here the
system sets them, and this process alone dies. It imports nothing of Newstemma's, which would take
a second to load.

A request is `HEADER` (see there) and the PDF; the answer is one line of JSON: the pages, each a
list of lines, each a text and the size of its letters; or the `Refusal`.
"""

from __future__ import annotations

import json
import re
import signal
import struct
import sys
from contextlib import closing
from enum import StrEnum
from typing import Any

__all__ = ["HEADER", "MOST_PAGES", "Refusal", "answer", "main"]

HEADER = struct.Struct(">QQQQ")
"""Bytes of the PDF, characters that its text may have, bytes of memory, seconds of computing."""

MOST_PAGES = 1000  # a book, not an article
# PDFium puts U+FFFE for a hyphen at the end of a line, and nothing for the end itself.
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
_LINE_COST = 64  # what a line costs beside its characters, in bytes

Line = tuple[str, float]


class Refusal(StrEnum):
    """Why a PDF gives no text."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    TOO_LONG = "too long"
    TOO_MANY_PAGES = "too many pages"


class _Refused(Exception):
    """Carries a `Refusal`."""


def main() -> None:
    """Answers until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # amid PDFium, Python would not hear it
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    import pypdfium2  # noqa: F401 (loaded before memory is limited)

    while header := requests.read(HEADER.size):
        size, most_text, memory, seconds = HEADER.unpack(header)
        _limit(memory, seconds)
        answers.write(answer(requests.read(size), most_text))
        answers.flush()


def answer(data: bytes, most_text: int) -> bytes:
    """The answer to a request for a PDF's text."""
    try:
        value: list[list[Line]] | str = _pages(data, most_text)
    except _Refused as refused:
        value = str(refused)
    return json.dumps(value).encode() + b"\n"


def _limit(memory: int, seconds: int) -> None:
    """Has the system end this process when it takes more, where the system can."""
    try:
        import resource
    except ModuleNotFoundError:  # on Windows the clock of who asks is the only limit
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    ends = int(used.ru_utime + used.ru_stime) + 1 + seconds
    limits = (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, ends), (resource.RLIMIT_CORE, 0)
    for kind, soft in limits:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (soft if hard < 0 else min(soft, hard), hard))


def _pages(data: bytes, most_text: int) -> list[list[Line]]:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if len(document) > MOST_PAGES:
                raise _Refused(Refusal.TOO_MANY_PAGES)
            pages = []
            for number in range(len(document)):
                pages.append(_lines(document[number]))
                most_text -= sum(len(text) + _LINE_COST for text, _ in pages[-1])
                if most_text < 0:
                    raise _Refused(Refusal.TOO_LONG)
            return pages
    except pdfium.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise _Refused(Refusal.LOCKED if is_locked else Refusal.DAMAGED) from None


def _lines(page: Any) -> list[Line]:
    import pypdfium2.raw as raw

    with closing(page), closing(page.get_textpage()) as text_page:
        return [
            (
                line[0].replace("\ufffe", "-").replace("\0", " "),
                raw.FPDFText_GetFontSize(text_page, line.start()),
            )
            for line in _LINE.finditer(text_page.get_text_range())
        ]


if __name__ == "__main__":
    main()
