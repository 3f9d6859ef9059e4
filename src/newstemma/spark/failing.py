"""What Spark says when it gives up -> what happened, where, and what to do, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException

from newstemma.errors import NewstemmaError

__all__ = ["explained", "one_line", "reason_of"]

_LONGEST = 200
_KNOWN = (
    (
        r"(?:reading file|read footer for file:?|not read.* file) "
        r"(?:file:(?://)?)?(\S+?)[.:]*(?:\s|$)",
        r"\1 is damaged, or not what its name says; fetch it anew, or leave it out",
    ),
    (
        r"No space left on device",
        "a disk is full; make room, or set spark.local.dir to a larger one",
    ),
    (
        r"OutOfMemoryError|Java heap space",
        "a heap of Java is full; raise spark.driver.memory on one machine, and "
        "spark.executor.memory on a cluster",
    ),
    (
        r"Python worker exited unexpectedly",
        "a Python process died again and again, most often for want of memory; "
        "give each more, or use fewer cores",
    ),
    (
        r"ModuleNotFoundError: No module named '([\w.]+)'",
        r"a node has no \1 in its Python; install newstemma[spark] there",
    ),
)
_CAUSE = re.compile(r"^(?:Caused by: |\s*)((?:[\w.]+\.)?\w+(?:Error|Exception): .+)$", re.MULTILINE)


@contextmanager
def explained(out: str) -> Iterator[None]:
    """Raises what stops Spark in the block as an error of one line, with the rest as its cause.

    Raises:
        NewstemmaError: Spark gave up; `out` is what has to be removed before another run.
    """
    try:
        yield
    except (PySparkException, Py4JError) as error:
        said = reason_of(str(error))
        raise NewstemmaError(f"Spark gave up: {said}; then remove {out} and run again") from error


def reason_of(said: str) -> str:
    r"""The reason in some pages of Java's and Python's traces.

    >>> reason_of("x\nCaused by: java.io.IOException: No space left on device\n\tat y")
    'a disk is full; make room, or set spark.local.dir to a larger one'
    """
    for pattern, told in _KNOWN:
        if found := re.search(pattern, said):
            return found.expand(told)
    causes = _CAUSE.findall(said)
    return one_line(causes[-1] if causes else said)


def one_line(said: object) -> str:
    """The beginning of what an error says."""
    return " ".join(str(said).split())[:_LONGEST]
