"""`newstemma judge`: writes what a person knows into a collection."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newstemma.cli.collections import add_collection, opened
from newstemma.cli.inputs import complain
from newstemma.cli.output import show
from newstemma.errors import NewstemmaError
from newstemma.records import Failure, Stage
from newstemma.views.wording import count

if TYPE_CHECKING:
    from newstemma.read.judgements import Judgement
    from newstemma.store import Store

__all__ = ["register"]

_OF_ARTICLES = ("derived", "not-derived", "same-story", "different-story")
_KINDS = (*_OF_ARTICLES, "same-person", "different-person")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "judge",
        help="write into a collection what a person knows",
        usage="newstemma judge [options] KIND LEFT RIGHT --db FILE\n"
        "       newstemma judge --file FILE.jsonl --db FILE\n"
        "       newstemma judge --db FILE",
        description="Writes a judgement into a collection and draws anew what it touches. It "
        "always wins over what is worked out, is never changed, and is undone by its opposite. "
        "Without a judgement, lists those that are there.",
    )
    command.add_argument("kind", nargs="?", metavar="KIND", choices=_KINDS, help=", ".join(_KINDS))
    command.add_argument(
        "sides",
        nargs="*",
        metavar="LEFT RIGHT",
        help="two articles (id, path or URL), or two names; of a derivation, child and parent",
    )
    command.add_argument("--note", metavar="TEXT", help="why, for people")
    command.add_argument("--file", metavar="FILE.jsonl", help="take them from JSON Lines")
    add_collection(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    if not (chosen.kind or chosen.file):
        return _list(chosen.db)
    from newstemma.collection import judge
    from newstemma.store import Store

    given, unread = _given(chosen)
    Store.open_to_read(chosen.db).close()  # refuses what is none: nothing is made by judging
    with Store.open_to_write(chosen.db) as store:
        judgements, unknown = _known(given, store, chosen.file) if chosen.file else (given, [])
        judged = judge(judgements, store)
    drawn = count(judged.drawn, "story", "stories")
    show(f"{count(len(judgements), 'judgement')} written, {drawn} drawn anew.")
    if judgements and not judged.drawn:
        show("No article here is touched by it yet; it holds for those that come.")
    failures = (*unread, *unknown, *judged.failures)
    complain(failures)
    return 1 if failures else 0


def _known(
    given: Sequence[Judgement], store: Store, path: str
) -> tuple[Sequence[Judgement], Sequence[Failure]]:
    """The judgements of a file whose articles are there, and a failure for each other line."""
    from newstemma.collection.named import article_named

    known: list[Judgement] = []
    failures: list[Failure] = []
    for one in given:
        try:
            if not one.kind.of_names:
                article_named(store, one.left)
                article_named(store, one.right)
        except NewstemmaError as error:
            failures.append(Failure(path=f"{path}#{one.line}", stage=Stage.READ, reason=str(error)))
        else:
            known.append(one)
    return known, failures


def _given(chosen: argparse.Namespace) -> tuple[Sequence[Judgement], Sequence[Failure]]:
    from newstemma.read.judgements import Judgement, JudgementKind, read_judgements

    if chosen.file:
        if chosen.kind:
            raise NewstemmaError("give a judgement, or a file of them, not both")
        return read_judgements(chosen.file)
    if len(chosen.sides) != 2:
        raise NewstemmaError(f"{chosen.kind}: name two, for instance {chosen.kind} late early")
    left, right = chosen.sides
    kind = JudgementKind(chosen.kind)
    return (Judgement(kind=kind, left=left, right=right, line=1, note=chosen.note),), ()


def _list(path: str) -> int:
    """The judgements of a collection, in the form in which a file of them is read."""
    from newstemma.read.judgements import judgement_line

    with opened(path) as store:
        if lines := [judgement_line(one) for one in store.judgements()]:
            show("\n".join(lines))
    return 0
