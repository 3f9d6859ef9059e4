"""`newstemma check`: what articles have of each sentence of a text."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newstemma.cli.inputs import (
    add_input_options,
    add_text_format,
    chosen_settings,
    complain,
    progress_on_stderr,
)
from newstemma.cli.output import show
from newstemma.corroborate.check.check import check, pile_of
from newstemma.corroborate.scene import scenes
from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.lineage.family import family
from newstemma.pipeline import witnesses
from newstemma.read import ReadOptions, read_articles
from newstemma.records import CheckedSentence, Failure, RawArticle, TextSource, Witness
from newstemma.report.terminal import checks
from newstemma.settings import Settings
from newstemma.text.cleaning import clean
from newstemma.text.cleaning.language import UNDETERMINED
from newstemma.text.identity.actors import identities
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["register"]

_PARSED = "en"
_NAME = "text"


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
    read, failures = witnesses(paths, settings=settings, progress=progress_on_stderr())
    if not read:
        complain(failures)
        raise NothingToAnalyse("no article could be read")
    text = _read_text(raw, settings, read)
    _show(_checked(text, read), text, read, chosen.format)
    complain(failures)
    return 1 if failures else 0


def _raw(path: str | None, text: str, settings: Settings) -> RawArticle:
    """The text that is to be checked, as it is given."""
    if path is None:
        return RawArticle(path=_NAME, text=text, text_source=TextSource.FILE)
    options = ReadOptions(fields=settings.fields, max_article_bytes=settings.max_article_bytes)
    rows = list(read_articles([path], options=options))
    found = [row for row in rows if isinstance(row, RawArticle)]
    if len(found) != 1:
        reasons = "; ".join(row.reason for row in rows if isinstance(row, Failure))
        raise NewstemmaError(f"{path}: {reasons or f'{len(found)} texts; name a file with one'}")
    return found[0]


def _read_text(raw: RawArticle, settings: Settings, read: Sequence[Witness]) -> Witness:
    """The text read closely, in the commonest language of the articles where it is too short to
    tell; none of it counts as furniture, since it is no page.
    """
    article = replace(clean(raw, id=_NAME), furniture=())
    if article.language == UNDETERMINED:
        known = Counter(one.article.language for one in read)
        article = replace(article, language=min(known, key=lambda code: (-known[code], code)))
    return witness(article, load(settings.nlp) if article.language == _PARSED else None)


def _checked(text: Witness, read: tuple[Witness, ...]) -> tuple[CheckedSentence, ...]:
    drawn = family(read)
    by_id = {one.id: one for one in read}
    actors = [
        actor
        for story in drawn.stories
        for actor in identities([by_id[article] for article in story.articles])
    ]
    return check(text, pile_of(scenes(read, drawn, actors=actors)))


def _show(
    found: tuple[CheckedSentence, ...], text: Witness, read: tuple[Witness, ...], form: str
) -> None:
    if form == "json":
        from newstemma.export.checks import sentence_row  # pydantic only where JSON leaves

        articles = {one.id: one for one in read}
        rows = [sentence_row(one, text.text, articles).model_dump(mode="json") for one in found]
        show(json.dumps({"sentences": rows}, indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns
        show(checks(found, text, read, width=width, color=sys.stdout.isatty()))
