"""What is wrong where Spark cannot start is told in one line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from newstemma.errors import NewstemmaError

pytest.importorskip("pyspark", reason="the extra spark is not installed")

from newstemma.spark.session import check_java, check_master


def test_a_machine_without_java_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NewstemmaError, match="needs Java 17 and none is on the path"):
        check_java()


def test_a_java_home_without_java_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(NewstemmaError, match=r"JAVA_HOME is .*, which has none"):
        check_java()


@pytest.mark.parametrize("version", ["1.8.0_292", "11.0.2"])
def test_a_java_that_is_too_old_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str
) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(NewstemmaError, match="needs Java 17 or later"):
        check_java()


def test_a_master_where_nobody_listens_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(NewstemmaError, match=f"no Spark at spark://127.0.0.1:{port}"):
        check_master(f"spark://127.0.0.1:{port}")
    with pytest.raises(NewstemmaError, match="no Spark at spark://nowhere"):
        check_master("spark://nowhere")
