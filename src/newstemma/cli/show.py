"""`newstemma show`: one story of a collection, on the terminal."""

from __future__ import annotations

import argparse
import shutil
import sys

from newstemma.cli.collections import add_collection, drawn, opened, viewed
from newstemma.cli.inputs import add_text_format
from newstemma.cli.output import show

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "show",
        help="one story of a collection",
        description="Shows the story that a name means: the start of its id, or an article in it "
        "(id, path, URL). Other stories that it is tied to are named.",
    )
    command.add_argument("name", metavar="NAME", help="a story, or an article in it")
    add_collection(command)
    add_text_format(command, "the whole report of the story")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    with opened(chosen.db) as store:
        found = drawn(store, [chosen.name])
    if chosen.format == "json":
        from newstemma.export.json import report

        show(report(found.analysis).model_dump_json(indent=2))
        return 0
    from newstemma.report.terminal import summary

    width = shutil.get_terminal_size().columns
    show(summary(viewed(found), width=width, color=sys.stdout.isatty()))
    return 0
