"""Options that several commands share, and what they make of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.pipeline import Through, read_closely, witnesses
from newstemma.progress import Progress
from newstemma.records import Failure, Witness
from newstemma.report.plain import one_line
from newstemma.settings import Settings, setting_help

__all__ = [
    "add_input_options",
    "add_pair_options",
    "add_row_options",
    "add_text_format",
    "chosen_pair",
    "chosen_settings",
    "complain",
    "complaint",
    "positive",
    "progress_on_stderr",
]


def add_input_options(command: argparse.ArgumentParser) -> None:
    """The options that say how the input is read."""
    group = command.add_argument_group("reading")
    group.add_argument("--metadata", metavar="FILE.csv", help=setting_help("metadata"))
    group.add_argument("--outlets", metavar="FILE.csv", help=setting_help("outlets"))
    add_row_options(group)
    group.add_argument("--nlp", metavar="NAME", help=setting_help("nlp"))
    group.add_argument(
        "--jobs",
        metavar="N",
        type=positive,
        default=Settings().jobs,
        help=setting_help("jobs") + " (default: %(default)s)",
    )


def add_row_options(group: argparse._ArgumentGroup) -> None:
    """The options that say how an article's fields are called and how large it may be."""
    group.add_argument(
        "--field",
        dest="fields",
        metavar="OURS=THEIRS",
        action="append",
        default=[],
        type=_field,
        help=setting_help("fields"),
    )
    group.add_argument(
        "--max-article-bytes",
        metavar="N",
        type=positive,
        default=Settings().max_article_bytes,
        help=setting_help("max_article_bytes") + " (default: %(default)s)",
    )


def add_pair_options(command: argparse.ArgumentParser, first: str, second: str) -> None:
    """Two articles, by path or as a collection calls them, and how they are read and shown."""
    command.add_argument("first", metavar=first.upper(), help=f"the {first}: one article")
    command.add_argument("second", metavar=second.upper(), help=f"the {second}: one article")
    add_text_format(command, "for other programs")
    command.add_argument(
        "--db", metavar="FILE", help="take both from a collection, by id, path or URL"
    )
    add_input_options(command)


def add_text_format(command: argparse.ArgumentParser, json_is: str) -> None:
    """The choice between text for people and JSON."""
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=f"json: {json_is} (default: %(default)s)",
    )


def chosen_pair(chosen: argparse.Namespace) -> tuple[Witness, Witness]:
    """The two articles that were asked for.

    Raises:
        NothingToAnalyse: one of them could not be read.
        NewstemmaError: there is more than one article at a path, or of that name.
    """
    if chosen.db:
        from newstemma.cli.collections import opened
        from newstemma.collection.closely import closely
        from newstemma.collection.named import article_named

        with opened(chosen.db) as store:
            named = [article_named(store, one) for one in (chosen.first, chosen.second)]
            first, second = closely(store, named, nlp=chosen.nlp, through=Through.CLAIMS)
    else:
        settings = chosen_settings(chosen)
        first, second = (_one_witness(one, settings) for one in (chosen.first, chosen.second))
    return first, second if second.id != first.id else _again(second, chosen.nlp)


def _again(copy: Witness, nlp: str | None) -> Witness:
    """A copy under an id of its own, since equal texts have equal ids."""
    article = replace(copy.article, id=f"{copy.id}-2")
    return read_closely(article, nlp=nlp, through=Through.CLAIMS)


def _field(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not (ours and equals and theirs):
        raise argparse.ArgumentTypeError(f"{text!r} is not OURS=THEIRS, for instance text=body")
    return ours, theirs


def positive(text: str) -> int:
    """A number from 1 up.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def chosen_settings(chosen: argparse.Namespace) -> Settings:
    """The settings that the options ask for."""
    return Settings(
        metadata=chosen.metadata,
        outlets=chosen.outlets,
        fields=tuple(chosen.fields),
        max_article_bytes=chosen.max_article_bytes,
        nlp=chosen.nlp,
        jobs=chosen.jobs,
    )


def _one_witness(path: str, settings: Settings) -> Witness:
    found, failures = witnesses(path, settings=settings)
    if not found:
        reasons = "; ".join(failure.reason for failure in failures)
        raise NothingToAnalyse(f"{path}: {reasons or 'no article here'}")
    if len(found) > 1:
        raise NewstemmaError(f"{path}: {len(found)} articles; name a file that holds one")
    complain(failures)
    return found[0]


def complain(failures: Sequence[Failure]) -> None:
    """One line on standard error for each failure."""
    for failure in failures:
        complaint(f"{failure.path}: {failure.reason}")


def complaint(text: str) -> None:
    """One line on standard error; a file's name in it cannot steer the terminal."""
    _say(f"newstemma: {one_line(text)}\n")


def progress_on_stderr() -> Progress:
    """Progress on standard error: a line that rewrites itself, or in a log one line a stage."""
    return _rewritten_line if sys.stderr.isatty() else _line_a_stage


def _rewritten_line(stage: str, done: int, total: int) -> None:
    finished = done == total
    if finished or done % 10 == 0:
        end = "\n" if finished else ""
        _say(f"\r{stage} {done} of {total or '?'}{end}")


def _line_a_stage(stage: str, done: int, total: int) -> None:
    if done == total:
        _say(f"{stage} {done} of {total}\n")


def _say(text: str) -> None:
    """Writes to standard error. Where that is full or gone, the work goes on without."""
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()
