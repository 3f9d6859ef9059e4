"""What stops Spark is told in one line: what, where, and what to do."""

from __future__ import annotations

import pytest

pytest.importorskip("pyspark", reason="the extra spark is not installed")

from pyspark.errors import PySparkException

from newstemma.errors import NewstemmaError
from newstemma.spark.failing import explained, reason_of

_JAVA = "\tat org.apache.spark.Executor.run(Executor.scala:1)\n" * 90


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "[FAILED_READ_FILE.NO_HINT] Encountered error while reading file "
            "file:///data/a%20b.jsonl.gz. SQLSTATE: KD001",
            "/data/a%20b.jsonl.gz is damaged, or not what its name says; "
            "fetch it anew, or leave it out",
        ),
        (
            f"Job aborted\n{_JAVA}Caused by: java.lang.OutOfMemoryError: Java heap space\n{_JAVA}",
            "a heap of Java is full; raise spark.driver.memory on one machine, and "
            "spark.executor.memory on a cluster",
        ),
        (
            f'Traceback:\n  File "x.py", line 3\nValueError: no such bucket\n\n{_JAVA}',
            "ValueError: no such bucket",
        ),
        ("something else\nentirely", "something else entirely"),
    ],
)
def test_the_reason_is_found_among_the_traces(said: str, told: str) -> None:
    assert reason_of(said) == told


def test_what_to_remove_is_named() -> None:
    with (
        pytest.raises(NewstemmaError, match=r"^Spark gave up: odd; then remove out and run again$"),
        explained("out"),
    ):
        raise PySparkException("odd")


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), explained("out"):
        raise ZeroDivisionError
