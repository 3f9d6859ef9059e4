"""`newstemma add`: articles into a lasting collection."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newstemma.cli.bar import Bar
from newstemma.cli.inputs import add_input_options, chosen_settings, complain
from newstemma.cli.output import show
from newstemma.pipeline import Through, close_reading, raw_articles
from newstemma.report.plain import one_line
from newstemma.views.wording import count

if TYPE_CHECKING:
    from newstemma.collection import Added, Placed

__all__ = ["register"]

_SHOWN = 20  # articles whose place is told; the others are counted


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "add",
        help="put articles into a lasting collection, each into its story and its family tree",
        description="Adds articles to a collection, which is one file. Only what a new article "
        "touches is drawn anew. What is there already is left alone; a changed text at the same "
        "address or path is the next version of its article.",
    )
    command.add_argument("paths", nargs="+", metavar="PATH", help="as for report")
    command.add_argument(
        "--db", metavar="FILE", required=True, help="the collection; made where there is none"
    )
    command.add_argument(
        "--through",
        choices=[str(one) for one in Through],
        default=str(Through.CLAIMS),
        help="the last stage that is gone through (default: %(default)s, which is all)",
    )
    add_input_options(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from newstemma.collection import How, add_articles  # SQLite and pydantic: slow to load
    from newstemma.store import Store

    settings, through = chosen_settings(chosen), Through(chosen.through)
    how = How(through=through, nlp=settings.nlp)
    # What is missing is told before a file is made for the collection.
    rows = raw_articles(chosen.paths, settings=settings)
    reading = close_reading(settings, through=through)
    with reading as read, Store.open_to_write(chosen.db) as store:
        added = add_articles(rows, store, read=read, how=how, progress=Bar({}))
        told = [row for one in added.placed[:_SHOWN] for row in store.stories(one.story)]
    show("\n".join(_told(added, {row.id: row.articles for row in told}, chosen.db)))
    complain(added.failures)
    if not added.new + added.unchanged:
        return 2
    return 1 if added.failures else 0


def _told(added: Added, sizes: Mapping[str, int], db: str) -> Iterator[str]:
    """What came of it, a line each."""
    for one in added.placed[:_SHOWN]:
        yield f"{one_line(one.path)}\n    {_standing(one, sizes)}"
    if len(added.placed) > _SHOWN:
        yield f"... and {len(added.placed) - _SHOWN:,} more"
    yield _counts(added)
    if added.returned:
        yield f"{count(added.returned, 'older text')} given back, current again"
    if added.placed:
        yield _standings(added.placed)
    yield f"Collection: {one_line(db)}"


def _counts(added: Added) -> str:
    """How many texts there were, of which kind."""
    told = count(added.new, "new text")
    if added.updated:
        told += f" ({count(added.updated, 'next version', 'next versions')} of what was there)"
    told += f", {added.unchanged:,} known already"
    return f"{told}, {len(added.failures):,} not read" if added.failures else told


def _standings(placed: Sequence[Placed]) -> str:
    """How many of the new texts stand how, and in how many stories."""
    fresh = [one for one in placed if not _is_update(one)]
    alone = sum(one.independent for one in fresh)
    made = sum(bool(one.parents) for one in fresh)
    untold = len(fresh) - alone - made
    told = (
        (alone, f"{alone:,} not made from any other"),
        (made, f"{made:,} made from others"),
        (untold, f"{untold:,} of one report with others, in an order that cannot be told"),
        (len(placed) - len(fresh), count(len(placed) - len(fresh), "next version")),
    )
    stories = count(len({one.story for one in placed}), "story", "stories")
    return f"In {stories}: " + ", ".join(words for number, words in told if number)


def _is_update(one: Placed) -> bool:
    """Whether all that it was made from is what stood at its own path."""
    return bool(one.parents) and set(one.parents) == {one.path}


def _standing(one: Placed, sizes: Mapping[str, int]) -> str:
    """Whether it is a new report or an echo, and in which story."""
    articles = sizes.get(one.story, one.articles)
    if _is_update(one):
        stands = "a new version of what was there"
    elif one.parents:
        stands = f"an echo: made from {_files(one.parents)}"
    elif one.shares:
        stands = f"the same report as {_files(one.shares)}; which came first is not known"
    elif articles == 1:
        return f"a story of its own: {one_line(one.title)}"
    else:
        stands = "an independent report"
    size = f"{count(articles, 'article')}, {count(one.lineages, 'independent report')}"
    return f"{stands}\n    in: {one_line(one.title)} ({size})"


def _files(paths: Iterable[str]) -> str:
    """The articles by the names of their files, the last parts of their paths."""
    return ", ".join(one_line(path.rpartition("/")[2] or path) for path in paths)
