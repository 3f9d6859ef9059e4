"""`newstemma check`: what articles have of each sentence of a text."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys

from newstemma.cli.collections import add_collection_instead, opened
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
        "       newstemma check [options] --file FILE PATH...\n"
        "       newstemma check [options] TEXT --db FILE",
        description="Looks up each sentence of a text in articles: supported (by which origins, "
        "first hand or at how many removes), distorted (what differs, from which words), "
        "contradicted, or not found. Whether it is true is not judged.",
    )
    command.add_argument(
        "words",
        nargs="*",
        metavar="TEXT PATH",
        help="the text, unless --file is given; then articles, as for `newstemma report`",
    )
    add_collection_instead(command)
    command.add_argument("--file", metavar="FILE", help="read the text from a file, or `-`")
    add_text_format(command, "one object, with the words on both sides")
    add_input_options(command)
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    settings = chosen_settings(chosen)
    text, paths = _given(chosen)
    raw = _raw(chosen.file, text, settings)
    if chosen.db:
        _show(_checked_in(chosen.db, raw, settings), chosen.format)
        return 0
    found = checked(raw, paths, settings=settings, progress=progress_on_stderr())
    if found.articles:
        _show(found, chosen.format)
    complain(found.failures)
    if not found.articles:
        raise NothingToAnalyse("no article could be read")
    return 1 if found.failures else 0


def _given(chosen: argparse.Namespace) -> tuple[str, list[str]]:
    """The text, unless a file has it, and the paths of articles, unless a collection has them."""
    if not (chosen.file or chosen.words):
        raise NewstemmaError('give the text: newstemma check "TEXT" PATH...')
    text, paths = ("", chosen.words) if chosen.file else (chosen.words[0], chosen.words[1:])
    if bool(paths) == bool(chosen.db):
        raise NewstemmaError(
            "name articles after the text, newstemma check TEXT PATH..., or a collection as --db"
            + (", not both" if paths else "")
        )
    # A text may be longer than any path, which `Path` would raise for.
    if os.path.isfile(text):  # noqa: PTH113
        raise NewstemmaError(f"{text} is a file: give it as --file {text}")
    return text, paths


def _checked_in(path: str, raw: RawArticle, settings: Settings) -> Checked:
    """What the stories of a collection have of the text that are nearest to it."""
    from newstemma.collection.checking import checked_against

    with opened(path) as store:
        return checked_against(raw, store, settings=settings)


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
