"""Options of the commands that work on a collection, and what they make of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newstemma.errors import NewstemmaError, NothingToAnalyse

if TYPE_CHECKING:
    from newstemma.collection import Excerpt
    from newstemma.store import Store
    from newstemma.views import Page

__all__ = [
    "add_collection",
    "add_collection_instead",
    "add_stories",
    "drawn",
    "opened",
    "refuse_both",
    "refuse_judgements",
    "viewed",
]

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
    refuse_judgements(chosen)


def refuse_judgements(chosen: argparse.Namespace) -> None:
    """Refuses a file of judgements beside a collection, which has its own.

    Raises:
        NewstemmaError: both were given.
    """
    if chosen.db and getattr(chosen, "judgements", None):
        raise NewstemmaError(
            "a collection has its own judgements: newstemma judge --file FILE --db FILE"
        )


def drawn(store: Store, names: Sequence[str]) -> Excerpt:
    """What was drawn of the stories that are called so, or of all.

    Raises:
        NewstemmaError: nothing was drawn yet, or a name means no story.
    """
    from newstemma.collection import excerpt

    found = excerpt(store, names)
    if not found.analysis.witnesses:
        raise NothingToAnalyse(
            f"{store.path}: no article was drawn in it yet; give them to newstemma add again, "
            "with --through lineage or further"
        )
    return found


def viewed(found: Excerpt) -> Page:
    """The page of what was taken out of a collection."""
    from newstemma.views import Beyond, page

    return page(found.analysis, Beyond(texts=found.texts, ties=found.ties))


@contextmanager
def opened(path: str) -> Iterator[Store]:
    """One snapshot of a collection: what others write meanwhile is not seen.

    Raises:
        StoreError: there is none at the path, or it cannot be read.
    """
    from newstemma.store import Store  # pydantic: only where a collection is read

    with Store.open_to_read(path) as store, store.reading():
        yield store
