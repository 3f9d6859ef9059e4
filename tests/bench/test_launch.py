from __future__ import annotations

import subprocess
import sys

import pytest
from bench.launch import launched


def test_the_memory_is_that_of_the_command_and_not_of_who_started_it() -> None:
    held = bytearray(200_000_000)
    run = launched([sys.executable, "-c", "print('done')"])
    assert run.output == "done\n"
    assert run.peak_mb < 100 < len(held) / 1e6


def test_the_most_that_was_held_counts() -> None:
    run = launched([sys.executable, "-c", "x = bytearray(b'1') * 150_000_000; del x"])
    assert 150 < run.peak_mb < 250


def test_a_command_that_fails_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        launched([sys.executable, "-c", "raise ValueError('no such luck')"])
    assert "no such luck" in capfd.readouterr().err
