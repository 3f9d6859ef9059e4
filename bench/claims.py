"""Claims: checks, support, events and relations, in one table.

    python -m bench.claims [--data DIR] [--json]

The parts are benchmarks of their own: `bench.claim_checks`, `bench.claim_support` and
`bench.claim_relations` say how each figure is measured.
"""

from __future__ import annotations

from pathlib import Path

from bench import claim_checks, claim_relations, claim_support
from bench.figures import arguments, show

__all__ = ["measure"]

_PARTS = (claim_checks.measure, claim_support.measure, claim_relations.measure)


def main() -> None:
    """Prints the figures of all parts."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """The figures of all parts, each followed by its baseline."""
    return {name: value for part in _PARTS for name, value in part(data).items()}


if __name__ == "__main__":
    main()
