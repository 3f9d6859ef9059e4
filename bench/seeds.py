"""The five seed articles against their hand-made gold, scored by the scorer beside the data."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import arguments, missing

_PARTS = ("derivations", "quotes", "variants")


def main() -> int:
    """Print one line a part; the exit code is 1 where a part falls short."""
    chosen = arguments(__doc__ or "")
    home = chosen.data.parent
    seeds, scorer = home / "seeds", home / "tools" / "score_seeds.py"
    if not (seeds.is_dir() and scorer.is_file()):
        missing(f"{seeds} or {scorer}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rows = str(Path(folder) / "rows.json")
        command = [sys.executable, "-m", "newstemma", "report", str(seeds), "--format", "json"]
        subprocess.run([*command, "-o", rows], check=True, capture_output=True)
        codes = [_score(scorer, part, rows) for part in _PARTS]
    return max(codes)


def _score(scorer: Path, part: str, rows: str) -> int:
    return subprocess.run([sys.executable, str(scorer), part, rows], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
