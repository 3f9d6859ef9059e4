"""Options of the commands that work on a collection, and what they make of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newstemma.errors import NewstemmaError

if TYPE_CHECKING:
    from newstemma.store import Store

__all__ = ["add_collection", "add_collection_instead", "add_stories", "opened", "refuse_both"]

_HELP = "the collection, a file that `newstemma add` made"


def add_collection(command: argparse.ArgumentParser) -> None:
    """The collection that a command works on."""
    command.add_argument("--db", metavar="FILE", required=True, help=_HELP)


def add_collection_instead(command: argparse.ArgumentParser) -> None:
    """A collection in the place of paths."""
    command.add_argument("--db", metavar="FILE", help=f"in place of paths: {_HELP}")


def add_stories(command: argparse.ArgumentParser) -> None:
    """Which stories of a collection are meant."""
    command.add_argument(
        "--story",
        dest="stories",
        metavar="NAME",
        action="append",
        default=[],
        help="of a collection, only this story: the start of its id, or an article in it "
        "(id, path, URL); may be given more than once",
    )


def refuse_both(chosen: argparse.Namespace) -> None:
    """Refuses paths beside a collection, and neither of them.

    Raises:
        NewstemmaError: which to read cannot be told.
    """
    if bool(chosen.paths) == bool(chosen.db):
        which = "not both: add the articles first" if chosen.db else "for instance articles/"
        raise NewstemmaError(f"give paths, or a collection as --db FILE; {which}")
    if not chosen.db and chosen.stories:
        raise NewstemmaError("--story picks from a collection; give one as --db FILE")


@contextmanager
def opened(path: str) -> Iterator[Store]:
    """One snapshot of a collection: what others write meanwhile is not seen.

    Raises:
        StoreError: there is none at the path, or it cannot be read.
    """
    from newstemma.store import Store  # pydantic: only where a collection is read

    with Store.open_to_read(path) as store, store.reading():
        yield store
