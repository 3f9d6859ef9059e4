"""`newstemma explain`: every piece of evidence that one text was made from another."""

from __future__ import annotations

import argparse
import json
import shutil
import sys

from newstemma.cli.inputs import add_pair_options, chosen_pair
from newstemma.cli.output import show
from newstemma.lineage.explanation import Explanation, explanation
from newstemma.report.terminal import evidence

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "explain",
        help="why one article is held to be made from another",
        description="Shows every signal about a pair of articles, with its score, its weight in "
        "log-odds and the words on both sides that it was read from.",
    )
    add_pair_options(command, "parent", "child")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    parent, child = chosen_pair(chosen)
    explained = explanation(child, parent)
    if chosen.format == "json":
        show(json.dumps(_row(explained), indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns
        show(evidence(child, parent, explained, width=width, color=sys.stdout.isatty()))
    return 0


def _row(explained: Explanation) -> dict[str, object]:
    from newstemma.export.json import evidence_row  # pydantic only where JSON leaves

    return {
        "related": round(explained.related, 4),
        "forward": round(explained.forward, 4),
        "evidence": [evidence_row(one).model_dump(mode="json") for one in explained.evidence],
    }
