"""`newstemma report`: the main job."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from newstemma.cli.collections import (
    add_collection_instead,
    add_stories,
    drawn,
    opened,
    refuse_both,
    viewed,
)
from newstemma.cli.inputs import (
    add_input_options,
    chosen_settings,
    complain,
    progress_on_stderr,
)
from newstemma.cli.output import STANDARD_OUTPUT, refuse_unwritable, show, write
from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.pipeline import analyze
from newstemma.read import is_input
from newstemma.records import Analysis
from newstemma.settings import setting_help

if TYPE_CHECKING:
    from newstemma.collection import Excerpt
    from newstemma.views import Page

__all__ = ["register"]

_DEFAULT_PAGE = "newstemma-report.html"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "report",
        help="the family tree of a pile of articles, what changed and who said what",
        description="Reads a pile of articles and writes one self-contained page: which reports "
        "are independent, who was made from whom, what each retelling changed, who said what.",
    )
    command.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders, globs, URLs, or - for standard input (docs/reading.md)",
    )
    add_collection_instead(command)
    add_stories(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=f"where to write; - is standard output (default: {_DEFAULT_PAGE} for html, else -)",
    )
    command.add_argument(
        "--format", choices=("html", "json", "md"), default="html", help="(default: %(default)s)"
    )
    command.add_argument(
        "--with-text", action="store_true", help="put every article's text into the JSON"
    )
    command.add_argument("--judgements", metavar="FILE.jsonl", help=setting_help("judgements"))
    add_input_options(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    refuse_both(chosen)
    target = chosen.output or (_DEFAULT_PAGE if chosen.format == "html" else STANDARD_OUTPUT)
    refuse_unwritable(target)
    if chosen.db and os.path.realpath(target) == os.path.realpath(chosen.db):
        raise NewstemmaError(f"{target} is the collection; write to another file")
    if target != STANDARD_OUTPUT and is_input(target, _inputs(chosen)):
        raise NewstemmaError(f"{target} is one of the articles; write to another file")
    if chosen.db:
        kept = _kept(chosen)
        _tell(kept.analysis, cache(partial(viewed, kept)), chosen, target)
        return 0
    analysis = _analysed(chosen)
    if analysis.witnesses or chosen.format == "json":  # which lists what could not be read
        _tell(analysis, cache(partial(_viewed, analysis)), chosen, target)
    complain(analysis.failures)
    if not analysis.witnesses:
        raise NothingToAnalyse("no article could be read")
    return 1 if analysis.failures else 0


def _inputs(chosen: argparse.Namespace) -> list[str]:
    tables = (chosen.metadata, chosen.outlets, chosen.judgements)
    return [*chosen.paths, *(path for path in tables if path)]


def _analysed(chosen: argparse.Namespace) -> Analysis:
    settings = replace(chosen_settings(chosen), judgements=chosen.judgements)
    return analyze(chosen.paths, settings=settings, progress=progress_on_stderr())


def _kept(chosen: argparse.Namespace) -> Excerpt:
    """What a collection has of the stories asked for; its failures were told when they came."""
    with opened(chosen.db) as store:
        return drawn(store, chosen.stories)


def _viewed(analysis: Analysis) -> Page:
    from newstemma.views import page

    return page(analysis)


def _tell(
    analysis: Analysis, seen: Callable[[], Page], chosen: argparse.Namespace, target: str
) -> None:
    """Writes the report, and a summary beside it where it does not fill standard output."""
    write(_rendered(analysis, seen, chosen), target)
    if target != STANDARD_OUTPUT and sys.stdout is not None:
        _summarise(seen(), target)


def _rendered(analysis: Analysis, seen: Callable[[], Page], chosen: argparse.Namespace) -> str:
    """The report in the format asked for; only that format's code is loaded."""
    if chosen.format == "json":
        from newstemma.export.json import report

        return report(analysis, with_text=chosen.with_text).model_dump_json(indent=2) + "\n"
    if chosen.format == "md":
        from newstemma.report.markdown import markdown

        return markdown(seen())
    from newstemma.report.page import html

    return html(seen())


def _summarise(page: Page, target: str) -> None:
    from newstemma.report.terminal import summary

    width = shutil.get_terminal_size().columns
    show(summary(page, width=width, color=sys.stdout.isatty()))
    show(f"\nReport: {target}")
