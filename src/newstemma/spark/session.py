"""The connection to Spark, and what is wrong where there is none."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from newstemma.errors import NewstemmaError
from newstemma.spark.failing import one_line

__all__ = ["LOCAL", "check_java", "check_master", "session"]

LOCAL = "local[*]"

_LEAST_JAVA = 17
_STANDALONE = "spark://"
_PATIENCE = 10  # seconds until a master counts as gone
_LOCAL = re.compile(r"local(?:\[(\d+|\*)\])?")
_RETRIES = 4  # of a task: what clusters do, and local mode does not unless it is told
# What decides rows, or how much a worker holds; of a session that is there already too.
_ALWAYS: Mapping[str, str] = {
    "spark.sql.caseSensitive": "true",  # a field is not another one's because of its capitals
    "spark.sql.execution.arrow.maxBytesPerBatch": "67108864",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2048",
    "spark.sql.session.timeZone": "UTC",
}
_SETTINGS: Mapping[str, str] = {
    "spark.log.level": "FATAL",  # errors come back as exceptions, and are told in one line
    "spark.ui.showConsoleProgress": "false",
}
_ON_THIS_MACHINE: Mapping[str, str] = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "4g",
    # The steps are many and short, and the rows are worked on in Python: compiling Java as far
    # as it goes took a third of the processor time at 20,000 articles (bench.spark_rows).
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
}


@contextmanager
def session(master: str, settings: Mapping[str, str]) -> Iterator[SparkSession]:
    """A session at a master, which ends with the block; beside one that is there already, one
    with our settings, and what is there stays.

    `settings` go before ours. What runs inside a cluster needs this package there.

    Raises:
        NewstemmaError: there is no Java, or one that is too old; the master cannot be reached.
    """
    if (there := SparkSession.getActiveSession()) is not None:
        beside = there.newSession()
        for name, value in {**_ALWAYS, **settings}.items():
            if beside.conf.isModifiable(name):  # what is not was set where that one was made
                beside.conf.set(name, value)
        yield beside
        return
    check_java()
    check_master(master)
    spark = _connected(master, settings)
    try:
        yield spark
    finally:
        spark.stop()


def _connected(master: str, settings: Mapping[str, str]) -> SparkSession:
    local = _LOCAL.fullmatch(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    url = f"local[{local[1] or 1},{_RETRIES}]" if local else master
    builder = SparkSession.builder.master(url).appName("newstemma")
    chosen = {**_ALWAYS, **_SETTINGS, **(_ON_THIS_MACHINE if local else {}), **settings}
    for name, value in chosen.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, Py4JError, RuntimeError, OSError) as error:
        raise _unreachable(master, str(error)) from None


def _unreachable(master: str, said: str) -> NewstemmaError:
    return NewstemmaError(
        f"no Spark at {master}; check --master, and that the cluster is up ({one_line(said)})"
    )


def check_master(master: str) -> None:
    """Look whether somebody listens at a `spark://` master, since Spark itself tries for minutes.

    Raises:
        NewstemmaError: nobody does.
    """
    if not master.startswith(_STANDALONE):
        return
    said = ""
    for place in master.removeprefix(_STANDALONE).split(","):
        host, _, port = place.rpartition(":")
        try:
            socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
        except (OSError, ValueError, OverflowError) as error:
            said = str(error)
        else:
            return
    raise _unreachable(master, said)


def check_java() -> None:
    """Look for the Java that Spark will start.

    Raises:
        NewstemmaError: there is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    try:
        if program is None:
            raise FileNotFoundError
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False)
    except OSError:
        where = f"JAVA_HOME is {home}, which has none" if home else "none is on the path"
        raise NewstemmaError(
            f"Spark needs Java {_LEAST_JAVA} and {where}; install it, or set JAVA_HOME"
        ) from None
    found = re.search(r'version "(?:1\.)?(\d+)', said.stderr)
    if found is None or int(found[1]) < _LEAST_JAVA:
        version = found[1] if found else "of no known version"
        raise NewstemmaError(
            f"Spark needs Java {_LEAST_JAVA} or later, and {program} is {version}; "
            "set JAVA_HOME to a later one"
        )
