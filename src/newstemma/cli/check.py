"""`newstemma check`: what articles have of each sentence of a text."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys

from newstemma.cli.inputs import (
    add_input_options,
    add_text_format,
    chosen_settings,
    complain,
    progress_on_stderr,
)
from newstemma.cli.output import show
from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.pipeline import Checked, checked
from newstemma.read import ReadOptions, read_articles
from newstemma.records import Failure, RawArticle, TextSource
from newstemma.report.terminal import checks
from newstemma.settings import Settings

__all__ = ["register"]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "check",
        help="what articles have of each sentence of a text",
        usage="newstemma check [options] TEXT PATH...\n"
        "       newstemma check [options] --file FILE PATH...",
        description="Looks up each sentence of a text in articles: supported (by which origins, "
        "first hand or at how many removes), distorted (what differs, from which words), "
        "contradicted, or not found. Whether it is true is not judged.",
    )
    command.add_argument(
        "words",
        nargs="+",
        metavar="TEXT PATH",
        help="the text, unless --file is given; then articles, as for `newstemma report`",
    )
    command.add_argument("--file", metavar="FILE", help="read the text from a file, or `-`")
    add_text_format(command, "one object, with the words on both sides")
    add_input_options(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    settings = chosen_settings(chosen)
    paths = chosen.words if chosen.file else chosen.words[1:]
    if not paths:
        raise NewstemmaError("name the articles after the text: newstemma check TEXT PATH...")
    # A text may be longer than any path, which `Path` would raise for.
    if chosen.file is None and os.path.isfile(chosen.words[0]):  # noqa: PTH113
        raise NewstemmaError(f"{chosen.words[0]} is a file: give it as --file {chosen.words[0]}")
    raw = _raw(chosen.file, chosen.words[0], settings)
    found = checked(raw, paths, settings=settings, progress=progress_on_stderr())
    if found.articles:
        _show(found, chosen.format)
    complain(found.failures)
    if not found.articles:
        raise NothingToAnalyse("no article could be read")
    return 1 if found.failures else 0


def _raw(path: str | None, text: str, settings: Settings) -> RawArticle:
    """The text that is to be checked, as it is given."""
    if path is None:
        return RawArticle(path="text", text=text, text_source=TextSource.FILE)
    options = ReadOptions(fields=settings.fields, max_article_bytes=settings.max_article_bytes)
    rows = list(read_articles([path], options=options))
    found = [row for row in rows if isinstance(row, RawArticle)]
    if len(found) != 1:
        reasons = "; ".join(row.reason for row in rows if isinstance(row, Failure))
        raise NewstemmaError(f"{path}: {reasons or f'{len(found)} texts; name a file with one'}")
    return found[0]


def _show(found: Checked, form: str) -> None:
    if form == "json":
        from newstemma.export.checks import sentence_row  # pydantic only where JSON leaves

        articles = {one.id: one for one in found.articles}
        rows = (sentence_row(one, found.text.text, articles) for one in found.sentences)
        told = {"sentences": [row.model_dump(mode="json") for row in rows]}
        show(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        width, color = shutil.get_terminal_size().columns, sys.stdout.isatty()
        show(checks(found.sentences, found.text, found.articles, width=width, color=color))
