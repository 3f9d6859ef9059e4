"""`newstemma compare`: what one text changed in another."""

from __future__ import annotations

import argparse
import json
import shutil
import sys

from newstemma.cli.inputs import add_pair_options, chosen_pair
from newstemma.cli.output import show
from newstemma.collate.variants import variants
from newstemma.report.terminal import comparison

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "compare",
        help="what a retelling kept, dropped, bent and added",
        description="Collates a retelling with its source, whether or not it was made from it, "
        "and names every change with the words on both sides.",
    )
    add_pair_options(command, "source", "retelling")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    source, retelling = chosen_pair(chosen)
    changes = variants(retelling, (source,))
    if chosen.format == "json":
        from newstemma.export.json import variant_row  # pydantic only where JSON leaves

        rows = [variant_row(change).model_dump(mode="json") for change in changes]
        show(json.dumps({"variants": rows}, indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns
        color = sys.stdout.isatty()
        show(comparison(retelling, source, changes, width=width, color=color))
    return 0
