"""`newstemma stories`: what a collection holds."""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from newstemma.cli.collections import add_collection, opened
from newstemma.cli.inputs import add_text_format, positive
from newstemma.cli.output import json_line, show

if TYPE_CHECKING:
    from newstemma.store import Hit, Store, TextRow

__all__ = ["register"]

_LISTED = 20


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "stories",
        help="the stories of a collection, or the articles that have some words",
        description="Lists the stories of a collection, those with the most articles first: how "
        "many articles each has, and how many independent reports. With --search, the articles "
        "that have all of some words.",
    )
    add_collection(command)
    command.add_argument("--search", metavar="WORDS", help="list articles that have all of these")
    command.add_argument(
        "--limit",
        metavar="N",
        type=positive,
        default=_LISTED,
        help="the most lines to print (default: %(default)s)",
    )
    add_text_format(command, "one story or article a line")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    with opened(chosen.db) as store:
        told = _listed(store, chosen) if chosen.search is None else _searched(store, chosen)
    if told:
        show(told)
    return 0


def _listed(store: Store, chosen: argparse.Namespace) -> str:
    known = store.stories()
    rows = known[: chosen.limit]
    if chosen.format == "json":
        return "\n".join(json_line(asdict(row)) for row in rows)
    from newstemma.report.terminal.listing import stories

    return stories(rows, of=len(known), width=_width(), color=_color())


def _searched(store: Store, chosen: argparse.Namespace) -> str:
    hits = store.search(chosen.search, limit=chosen.limit)
    texts = store.texts(hit.article for hit in hits)
    if chosen.format == "json":
        return "\n".join(map(_found_row, hits, texts))
    from newstemma.report.terminal.listing import found

    return found(hits, texts, width=_width(), color=_color())


def _found_row(hit: Hit, text: TextRow) -> str:
    row = {**asdict(hit), "snippet": hit.marked("[", "]"), "version": text.version}
    return json_line({**row, "versions": text.versions})


def _width() -> int:
    """The columns of a terminal; no end of them in a pipe, whose reader may want all."""
    return shutil.get_terminal_size().columns if _color() else sys.maxsize


def _color() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
