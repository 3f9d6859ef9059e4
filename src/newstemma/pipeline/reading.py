"""Paths -> articles that were cleaned and read closely, side by side where it pays."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256

from newstemma.pipeline.through import Through
from newstemma.progress import Progress, quiet
from newstemma.read import ReadOptions, read_articles
from newstemma.read.outlets import read_outlets
from newstemma.records import Article, Failure, RawArticle, Witness
from newstemma.settings import Settings
from newstemma.text.cleaning import body, clean
from newstemma.text.outlets import Outlets, known_outlets, overridden
from newstemma.text.parse import load
from newstemma.text.segment import sentences, words
from newstemma.text.witness import witness

__all__ = [
    "CloseReading",
    "Paths",
    "close_reading",
    "content_hash",
    "identity",
    "raw_articles",
    "read_closely",
    "witnesses",
]

_PARSED = "en"  # the language that the pipeline reads

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""Files, folders, globs, URLs, `-`: one, or several."""

CloseReading = Callable[[Sequence[tuple[str, RawArticle]]], Iterable[Witness]]
"""Reads articles closely, given with the ids that they get; in their order."""


def witnesses(
    paths: Paths,
    *,
    settings: Settings,
    progress: Progress = quiet,
) -> tuple[tuple[Witness, ...], tuple[Failure, ...]]:
    """The articles at `paths`, cleaned and read closely, and what could not be read.

    Raises:
        InputMissing: a path, the table of outlets too, does not exist.
        NewstemmaError: the table of outlets is none.
    """
    with close_reading(settings) as read:
        raws, failures = _read(paths, settings, progress)
        closely = _counted(read(_identified(raws)), len(raws), progress)
    return tuple(closely), failures


def _read(
    paths: Paths, settings: Settings, progress: Progress
) -> tuple[list[RawArticle], tuple[Failure, ...]]:
    raws: list[RawArticle] = []
    failures: list[Failure] = []
    for row in raw_articles(paths, settings=settings):
        if isinstance(row, Failure):
            failures.append(row)
        else:
            raws.append(row)
            progress("reading", len(raws), 0)
    progress("reading", len(raws), len(raws))
    return raws, tuple(failures)


def raw_articles(paths: Paths, *, settings: Settings) -> Iterator[RawArticle | Failure]:
    """The articles at `paths` as they are, and what could not be read, one after another.

    Raises:
        InputMissing: a path does not exist; at once, before anything is read.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    options = ReadOptions(
        metadata=settings.metadata,
        fields=settings.fields,
        max_article_bytes=settings.max_article_bytes,
        leave_out=tuple(path for path in (settings.judgements, settings.outlets) if path),
    )
    return read_articles([os.fspath(path) for path in given], options=options)


def _identified(raws: Sequence[RawArticle]) -> list[tuple[str, RawArticle]]:
    """The articles with their ids; equal texts are numbered in order."""
    seen: Counter[str] = Counter()
    identified = []
    for raw in raws:
        content = identity(raw)
        seen[content] += 1
        suffix = f"-{seen[content]}" if seen[content] > 1 else ""
        identified.append((content + suffix, raw))
    return identified


def identity(raw: RawArticle | Article) -> str:
    """The id of an article, from its content, so that it survives a move."""
    return content_hash(raw)[:12]


def content_hash(raw: RawArticle | Article) -> str:
    """The SHA-256 of the text of an article in UTF-8, in hexadecimal digits."""
    return sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def close_reading(
    settings: Settings, *, through: Through = Through.CLAIMS
) -> Iterator[CloseReading]:
    """What reads articles closely, as far as the stage `through` needs it of one alone: up to
    lineages, what articles say is read only in those that turn out to have kin.

    Side by side in `settings.jobs` processes, which last as long as the context.

    Raises:
        InputMissing: the table of outlets does not exist.
        NewstemmaError: the table of outlets is none.
    """
    outlets = overridden(read_outlets(settings.outlets)) if settings.outlets else known_outlets()
    work = partial(_cleaned_and_read, settings.nlp, outlets, through.of_one)
    pool = ProcessPoolExecutor(max_workers=settings.jobs, initializer=_leave_interrupts)

    def read(items: Sequence[tuple[str, RawArticle]]) -> Iterable[Witness]:
        if settings.jobs <= 1 or len(items) < 2:
            return map(work, items)
        return pool.map(work, items, chunksize=max(1, len(items) // (8 * settings.jobs)))

    try:
        yield read
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _cleaned_and_read(
    nlp: str | None, outlets: Outlets, through: Through, identified: tuple[str, RawArticle]
) -> Witness:
    name, raw = identified
    return read_closely(clean(raw, id=name, outlets=outlets), nlp=nlp, through=through)


def read_closely(article: Article, *, nlp: str | None, through: Through) -> Witness:
    """An article read as far as the stage `through` needs it: its words and sentences alone, or
    all that it says, from variants on with the parser `nlp` where there is one for its language.
    """
    if not through.reaches(Through.LINEAGE):
        stretches = body(article)
        tokens = tuple(word for stretch in stretches for word in words(article.text, stretch))
        return Witness(
            article=article,
            words=tokens,
            sentences=sentences(article.text, tokens, within=stretches),
            mentions=(),
            quotations=(),
        )
    parsed = article.language == _PARSED and through.reaches(Through.COLLATE)
    return witness(article, load(nlp) if parsed else None)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that started the others answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _counted(found: Iterable[Witness], total: int, progress: Progress) -> list[Witness]:
    done = []
    for one in found:
        done.append(one)
        progress("cleaning", len(done), total)
    return done
