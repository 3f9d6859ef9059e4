"""What every benchmark command shares: where the data is, and how figures are shown."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["arguments", "missing", "options", "share", "show"]

_BASELINE = "baseline."


def arguments(description: str) -> argparse.Namespace:
    """The options of a command that prints figures: `data` and `json`."""
    parser = options(description)
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    return parser.parse_args()


def options(description: str) -> argparse.ArgumentParser:
    """A command's options, which start with `data`, a folder laid out as `data/`."""
    home = Path(os.environ.get("NEWSTEMMA_DATA", "../shared"))
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=home / "data", metavar="DIR")
    return parser


def share(answers: Sequence[bool]) -> float:
    """How many of the answers are right, as a fraction; 0 where there is none."""
    return sum(answers) / len(answers) if answers else 0.0


def missing(what: object) -> None:
    """Say on standard error that a set is not there and was skipped."""
    print(f"skipped: {what} is not there", file=sys.stderr)


def show(figures: Mapping[str, float], *, as_json: bool) -> None:
    """Print the figures: a table with each beside its `baseline.` twin, or a flat JSON object."""
    if as_json:
        print(json.dumps(dict(figures), indent=2))
        return
    print(f"{'figure':<44}{'Newstemma':>10}{'baseline':>10}")
    for name, value in figures.items():
        if name.startswith(_BASELINE):
            continue
        twin = figures.get(_BASELINE + name)
        print(f"{name:<44}{value:>10.3f}" + (f"{twin:>10.3f}" if twin is not None else ""))
