"""`newstemma explain`: every piece of evidence that one text was made from another."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from dataclasses import replace

from newstemma.cli.collections import opened, refuse_judgements
from newstemma.cli.inputs import add_pair_options, chosen_pair, chosen_settings
from newstemma.cli.output import show
from newstemma.lineage.explanation import Explanation, explanation
from newstemma.pipeline import judged_articles
from newstemma.records import Judgements, Witness
from newstemma.report.terminal import evidence
from newstemma.settings import setting_help

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
    command.add_argument("--judgements", metavar="FILE.jsonl", help=setting_help("judgements"))
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    parent, child = chosen_pair(chosen)
    judgements = _judgements(chosen, parent, child)
    explained = explanation(child, parent, judgements)
    if chosen.format == "json":
        show(json.dumps(_row(explained), indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns
        show(evidence(child, parent, explained, width=width, color=sys.stdout.isatty()))
    return 0


def _judgements(chosen: argparse.Namespace, parent: Witness, child: Witness) -> Judgements:
    """What was judged of the two. Lines about other articles are no failures here."""
    refuse_judgements(chosen)
    if not chosen.db:
        settings = replace(chosen_settings(chosen), judgements=chosen.judgements)
        return judged_articles((parent, child), settings=settings)[0]
    from newstemma.read.judged import meant

    with opened(chosen.db) as store:
        said = store.judgements()
    return meant(said, [parent.article, child.article], path=chosen.db)[0]


def _row(explained: Explanation) -> dict[str, object]:
    from newstemma.export.json import evidence_row  # pydantic only where JSON leaves

    return {
        "related": round(explained.related, 4),
        "forward": round(explained.forward, 4),
        "evidence": [evidence_row(one).model_dump(mode="json") for one in explained.evidence],
    }
