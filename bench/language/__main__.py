"""The language layer: every figure of its benchmarks, each beside its baseline.

    python -m bench.language [--data DIR] [--json]

What is measured is said in the modules of this folder, which also run on their own.
"""

from __future__ import annotations

from bench.figures import arguments, show
from bench.language import actors, attributions, dates, entities, force, names, parse, speed


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    parts = (parse, entities, attributions, names, actors, dates, force, speed)
    found = {name: value for part in parts for name, value in part.measure(chosen.data).items()}
    show(found, as_json=chosen.json)


if __name__ == "__main__":
    main()
