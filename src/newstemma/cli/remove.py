"""`newstemma remove`: takes articles out of a collection."""

from __future__ import annotations

import argparse

from newstemma.cli.collections import add_collection
from newstemma.cli.output import show
from newstemma.views.wording import count

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "remove",
        help="take articles out of a collection",
        description="Takes articles out of a collection, with all their versions, and draws anew "
        "only the stories that they were in. All of the names are taken out, or none.",
    )
    command.add_argument("names", nargs="+", metavar="NAME", help="an article: its id, path or URL")
    add_collection(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from newstemma.collection import remove
    from newstemma.store import Store

    Store.open_to_read(chosen.db).close()  # refuses what is none: nothing is made by removing
    with Store.open_to_write(chosen.db) as store:
        removed = remove(chosen.names, store)
    show(f"{count(removed, 'text')} taken out.")
    return 0
