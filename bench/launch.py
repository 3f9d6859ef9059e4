"""Runs one command in a fresh process and prints what it took: seconds, peak memory, its output.

    python -m bench.launch COMMAND [ARGUMENT ...]

A small process of its own: a child's peak memory counts what its parent held when it started it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "launched"]

_KILOBYTES = 1e6 if sys.platform == "darwin" else 1e3  # of `ru_maxrss` in a megabyte


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished command."""

    seconds: float
    peak_mb: float
    output: str


def launched(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Run:
    """The command, run to its end in a fresh process.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    wrapped = [sys.executable, "-m", "bench.launch", *map(str, command)]
    done = subprocess.run(wrapped, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    return Run(**json.loads(done.stdout))


def main() -> None:
    """Run the command of the arguments."""
    start = time.perf_counter()
    done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KILOBYTES
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "output": done.stdout}))
    if done.returncode:
        sys.exit(f"{' '.join(sys.argv[1:])}:\n{done.stderr}")


if __name__ == "__main__":
    main()
