"""`newstemma quotes`: who said what, article by article."""

from __future__ import annotations

import argparse
import shutil
import sys

from newstemma.cli.collections import (
    add_collection_instead,
    add_stories,
    drawn,
    opened,
    refuse_both,
)
from newstemma.cli.inputs import (
    add_input_options,
    add_text_format,
    chosen_settings,
    complain,
    progress_on_stderr,
)
from newstemma.cli.output import json_line, show
from newstemma.pipeline import Through, witnesses
from newstemma.records import Failure, Witness
from newstemma.report.terminal import quotations

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "quotes",
        help="who said what",
        description="Finds direct and mixed quotations with their speakers and reporting words.",
    )
    command.add_argument("paths", nargs="*", metavar="PATH", help="as for `newstemma report`")
    add_collection_instead(command)
    add_stories(command)
    add_text_format(command, "one quotation a line")
    add_input_options(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    refuse_both(chosen)
    read, failures = (_kept if chosen.db else _read)(chosen)
    if chosen.format == "json":
        from newstemma.export.json import quotation_row  # pydantic only where JSON leaves

        rows = (quotation_row(q, one.text) for one in read for q in one.quotations)
        if lines := [json_line(row.model_dump(mode="json")) for row in rows]:
            show("\n".join(lines))
    else:
        width = shutil.get_terminal_size().columns
        show(quotations(read, width=width, color=sys.stdout.isatty()))
    complain(failures)
    return 2 if not read else 1 if failures else 0


def _read(chosen: argparse.Namespace) -> tuple[tuple[Witness, ...], tuple[Failure, ...]]:
    return witnesses(chosen.paths, settings=chosen_settings(chosen), progress=progress_on_stderr())


def _kept(chosen: argparse.Namespace) -> tuple[tuple[Witness, ...], tuple[Failure, ...]]:
    """The articles of a collection; its failures were told when they came."""
    from newstemma.collection.closely import closely

    with opened(chosen.db) as store:
        found = drawn(store, chosen.stories).analysis.witnesses
        return tuple(closely(store, found, nlp=chosen.nlp, through=Through.LINEAGE)), ()
