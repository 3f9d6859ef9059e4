"""The family tree: every figure of it in one table.

    python -m bench.lineage [--data DIR] [--json]

Where a rewrite comes from (`bench.rewrites`), which text of a chain was made from which
(`bench.chains`, `bench.traditions`), which reports are one story (`bench.stories`), which
derivations were claimed between reports on one event (`bench.edges`), and whether the
probabilities come true (`bench.calibration`). What it all costs is told by `bench.lineage_cost`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench import calibration, chains, edges, rewrites, stories, traditions
from bench.figures import arguments, show

__all__ = ["measure"]

_PARTS = (rewrites, chains, traditions, stories, edges, calibration)
_ELSEWHERE = ("fit.", "held.", "small.")  # the same figures of parts of a set


def main() -> None:
    """Prints the figures of the family tree."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each with its baseline; a part without data says so and is left out."""
    figures: dict[str, float] = {}
    for part in _PARTS:
        print(f"{part.__name__} ...", file=sys.stderr)
        figures |= part.measure(data)
    return {
        name: value
        for name, value in figures.items()
        if not name.removeprefix("baseline.").startswith(_ELSEWHERE)
    }


if __name__ == "__main__":
    main()
