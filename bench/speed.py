"""How long `newstemma report` on the seed articles takes, beside the bare import of what it uses.

The bar is three times the import: a report on a handful of articles must feel like nothing.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from importlib.metadata import requires
from pathlib import Path

from bench.figures import arguments, missing, show

_RUNS = 7


def main() -> None:
    """Print the minimum of several alternating runs, in seconds, and their ratio."""
    chosen = arguments(__doc__ or "")
    seeds = chosen.data.parent / "seeds"
    if not seeds.is_dir():
        missing(seeds)
        return
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "page.html")
        report = [sys.executable, "-m", "newstemma", "report", str(seeds), "-o", page]
        imports = [sys.executable, "-c", "import " + ", ".join(direct_dependencies())]
        times = [(_seconds(report), _seconds(imports)) for _ in range(_RUNS)]
    ours, bare = (min(column) for column in zip(*times, strict=True))
    figures = {
        "report.seconds": ours,
        "baseline.report.seconds": bare,
        "report.times_import": ours / bare,
    }
    show(figures, as_json=chosen.json)


def direct_dependencies() -> tuple[str, ...]:
    """The import names of the package's direct dependencies, extras left out."""
    listed = [line for line in requires("newstemma") or () if "extra ==" not in line]
    names = (re.split(r"[^\w-]", line)[0] for line in listed)
    return tuple(sorted(name.replace("-", "_") for name in names))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
