"""Progress of long jobs on standard error: how far, how fast, and how long still."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from newstemma.views.wording import count

__all__ = ["Bar"]

_WIDTH = 20  # cells of the bar
_EVERY = 0.2  # seconds between two drawings
_SOON = 2.0  # seconds after which a rate means something


@dataclass(slots=True)
class _Stage:
    name: str
    started: float
    first: int
    drawn: float
    finished: bool = False


class Bar:
    """A progress that draws a line which rewrites itself, or in a log writes one line a stage.

    `units` says what each stage counts one by one; a stage without one counts articles.
    """

    def __init__(self, units: Mapping[str, str]) -> None:
        self._units = units
        self._stage = _Stage("", 0.0, 0, 0.0)
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Told that `done` items of `total` (0: unknown) are through."""
        now, finished = monotonic(), done == total
        if stage != self._stage.name or (self._stage.finished and not finished):
            self._stage = _Stage(stage, now, done, now - _EVERY)
        elif self._stage.finished:
            return
        if finished or (self._live and now - self._stage.drawn >= _EVERY):
            self._stage.drawn, self._stage.finished = now, finished
            _say(self._line(done, total, now - self._stage.started), self._live, finished)

    def _line(self, done: int, total: int, seconds: float) -> str:
        unit = self._units.get(self._stage.name, "article")
        rate = (done - self._stage.first) / seconds if seconds > 0 else 0.0
        parts = [f"{self._stage.name:<10}", _cells(done, total) if self._live else ""]
        before = f"{done:,} of " if total > done else ""
        parts.append(before + count(max(done, total), unit))
        if rate and (seconds >= _SOON or done == total):
            parts.append(f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
        if rate and seconds >= _SOON and total > done:
            parts.append(f"{_clock((total - done) / rate)} left")
        return "  ".join(part for part in parts if part)


def _cells(done: int, total: int) -> str:
    filled = _WIDTH * done // total if total else 0
    return f"[{'#' * filled}{'.' * (_WIDTH - filled)}]"


def _clock(seconds: float) -> str:
    """A time for people.

    >>> _clock(75), _clock(3 * 3600 + 61)
    ('1:15', '3:01:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _say(line: str, live: bool, finished: bool) -> None:
    """Writes to standard error. Where that is full or gone, the work goes on without."""
    width = shutil.get_terminal_size().columns - 1
    text = f"\r{line[:width]:<{width}}" if live else line
    with suppress(OSError):
        sys.stderr.write(text + ("\n" if finished else ""))
        sys.stderr.flush()
