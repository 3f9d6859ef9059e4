"""The process in which PDFs are read: one for all of them, begun anew where a PDF ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from threading import Event, Lock, Timer

from newstemma.errors import UnreadableArticle
from newstemma.read.formats import pdfium_child
from newstemma.read.formats.pdfium_child import HEADER, MOST_PAGES, Refusal
from newstemma.read.formats.printed import PrintedLine
from newstemma.read.reasons import megabytes

__all__ = ["PdfLimits", "PdfProcess", "pdf_process"]

_BY_HAND = "save its text in a .txt file"
_REFUSALS = {
    Refusal.DAMAGED: f"the PDF is damaged; fetch it anew, or {_BY_HAND}",
    Refusal.LOCKED: f"a password locks the PDF; save it without one, or {_BY_HAND}",
    Refusal.TOO_LONG: "the PDF's text is longer than an article may be",
    Refusal.TOO_MANY_PAGES: f"the PDF has more than {MOST_PAGES} pages; give the pages of the "
    "article",
}

# How often a PDF stands in memory beside what reading it takes.
_COPIES = 4
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", sys.maxsize)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLimits:
    """What reading one PDF may take: bytes of memory and seconds of computing, as far as the
    system counts them; and `patience`, the seconds that are waited for it in any case.
    """

    memory: int = 1_000_000_000
    seconds: int = 20
    patience: float = 120.0


class PdfProcess:
    """Reads PDFs one after another. Any thread may ask."""

    def __init__(self, limits: PdfLimits) -> None:
        self._limits = limits
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object]  # of that process; at the latest, when this object goes

    @property
    def id(self) -> int | None:
        """The number of the process; None where there is none now."""
        return self._process.pid if self._process else None

    def pages(self, data: bytes, most_text: int) -> list[list[PrintedLine]]:
        """The lines on each page of a PDF that has some `most_text` characters at most.

        What earlier PDFs left behind is never a reason to fail: where a process that has read some
        ends, a fresh one tries again.
        Raises `UnreadableArticle` where it cannot be read, or not within the limits.
        """
        memory = self._limits.memory + _COPIES * len(data)
        request = HEADER.pack(len(data), most_text, memory, self._limits.seconds) + data
        with self._lock:
            answer = self._ask(self._process, request) if self._process else None
            if answer is None:
                self._process = _started()
                self._end = weakref.finalize(self, _end, self._process)
                answer = self._ask(self._process, request)
        if answer is None:
            most = megabytes(self._limits.memory)
            raise UnreadableArticle(
                f"the PDF needs more than {most} of memory, or breaks what reads it; {_BY_HAND}"
            )
        return _pages(answer)

    def _ask(self, process: subprocess.Popen[bytes], request: bytes) -> bytes | None:
        """The answer to a request; None where the process ends over it.

        Raises `UnreadableArticle` where it takes too long; the process is ended then, too.
        """
        late = Event()
        watch = Timer(self._limits.patience, _give_up, [process, late])
        watch.start()
        answer = None
        try:
            answer = _exchanged(process, request)
        finally:
            watch.cancel()
            if answer is None:  # it has ended; or there was an interrupt, and nobody waits for it
                self._end()
                self._process = None
        if answer is None and (late.is_set() or process.returncode == _OUT_OF_TIME):
            raise UnreadableArticle(
                f"reading the PDF takes more than {self._limits.seconds} seconds of computing; "
                f"{_BY_HAND}"
            )
        return answer


@cache
def pdf_process() -> PdfProcess:
    """The process that all readers share; nothing is started before it is asked."""
    return PdfProcess(PdfLimits())


def _started() -> subprocess.Popen[bytes]:
    """A process that waits for requests. Raises `UnreadableArticle` where there can be none."""
    # -P: no folder, neither the script's nor the one that is worked in, gives it modules.
    command = [sys.executable or "python", "-P", pdfium_child.__file__]
    there = os.pathsep.join(filter(None, sys.path))
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": there},
        )
    except OSError as error:
        raise UnreadableArticle(
            f"PDFs are read in a process of their own, and none could be started ({error}); "
            "try again later"
        ) from None


def _exchanged(process: subprocess.Popen[bytes], request: bytes) -> bytes | None:
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(request)
        process.stdin.flush()
        answer = process.stdout.readline()
    except OSError:
        return None
    return answer if answer.endswith(b"\n") else None


def _give_up(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kills a process and waits until it is gone."""
    with suppress(OSError), process:
        process.kill()


def _pages(answer: bytes) -> list[list[PrintedLine]]:
    value = json.loads(answer)
    if isinstance(value, str):
        raise UnreadableArticle(_REFUSALS[Refusal(value)])
    return [[PrintedLine(text=text, size=size) for text, size in page] for page in value]
