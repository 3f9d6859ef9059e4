"""The main job, stage by stage: read, clean, read closely, draw the family, collate.

Stages are pure functions of records; this is the one place where they meet the outside.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

from newstemma.collate.variants import variants
from newstemma.lineage.family import Family, family
from newstemma.progress import Progress, quiet
from newstemma.read import ReadOptions, read_articles
from newstemma.records import Analysis, Failure, RawArticle, Run, Variant, Witness
from newstemma.settings import Settings, described
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness
from newstemma.version import __version__

__all__ = ["analyze", "witnesses"]

type_of_path = str | os.PathLike[str]


def analyze(
    paths: type_of_path | Iterable[type_of_path],
    *,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Analysis:
    """The whole analysis of the articles at `paths` (files, folders, globs, `-`).

    Raises:
        InputMissing: a path does not exist; nothing was analysed.
    """
    chosen = settings or Settings()
    read, failures = witnesses(paths, settings=chosen, progress=progress)
    drawn = family(read)
    changes = _collate(read, drawn, progress)
    return Analysis(
        witnesses=read,
        stories=drawn.stories,
        lineages=drawn.lineages,
        lost_witnesses=drawn.lost_witnesses,
        derivations=drawn.derivations,
        relations=drawn.relations,
        variants=changes,
        failures=failures,
        run=Run(version=__version__, options=described(chosen)),
    )


def witnesses(
    paths: type_of_path | Iterable[type_of_path],
    *,
    settings: Settings,
    progress: Progress = quiet,
) -> tuple[tuple[Witness, ...], tuple[Failure, ...]]:
    """The articles at `paths`, cleaned and read closely, and what could not be read.

    Raises:
        InputMissing: a path does not exist.
    """
    raws, failures = _read(paths, settings, progress)
    closely = _each(_read_closely, _identified(raws), settings.jobs, progress)
    return tuple(closely), failures


def _read(
    paths: type_of_path | Iterable[type_of_path], settings: Settings, progress: Progress
) -> tuple[list[RawArticle], tuple[Failure, ...]]:
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    options = ReadOptions(
        metadata=settings.metadata,
        fields=settings.fields,
        max_article_bytes=settings.max_article_bytes,
    )
    raws: list[RawArticle] = []
    failures: list[Failure] = []
    for row in read_articles([os.fspath(path) for path in given], options=options):
        if isinstance(row, Failure):
            failures.append(row)
        else:
            raws.append(row)
            progress("reading", len(raws), 0)
    progress("reading", len(raws), len(raws))
    return raws, tuple(failures)


def _identified(raws: Sequence[RawArticle]) -> list[tuple[str, RawArticle]]:
    """Ids from the content, so that they survive a move; equal texts are numbered in order."""
    seen: Counter[str] = Counter()
    identified = []
    for raw in raws:
        content = sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        seen[content] += 1
        suffix = f"-{seen[content]}" if seen[content] > 1 else ""
        identified.append((content + suffix, raw))
    return identified


def _read_closely(identified: tuple[str, RawArticle]) -> Witness:
    name, raw = identified
    return witness(clean(raw, id=name))


def _each(
    work: Callable[[tuple[str, RawArticle]], Witness],
    items: Sequence[tuple[str, RawArticle]],
    jobs: int,
    progress: Progress,
) -> list[Witness]:
    if jobs <= 1 or len(items) < 2:
        return _counted(map(work, items), len(items), progress)
    workers = min(jobs, len(items))
    with ProcessPoolExecutor(max_workers=workers, initializer=_leave_interrupts) as pool:
        chunk = max(1, len(items) // (8 * workers))
        try:
            return _counted(pool.map(work, items, chunksize=chunk), len(items), progress)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that started the others answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _counted(found: Iterable[Witness], total: int, progress: Progress) -> list[Witness]:
    done = []
    for one in found:
        done.append(one)
        progress("cleaning", len(done), total)
    return done


def _collate(read: Sequence[Witness], drawn: Family, progress: Progress) -> tuple[Variant, ...]:
    by_id = {one.id: one for one in read}
    story_of = {member: story for story in drawn.stories for member in story.articles}
    parents: dict[str, list[str]] = {}
    for edge in drawn.derivations:
        parents.setdefault(edge.child, []).append(edge.parent)
    found: list[Variant] = []
    children = [one.id for one in read if one.id in parents]
    for done, child in enumerate(children, start=1):
        known = {child, *parents[child]}
        others = [by_id[other] for other in story_of[child].articles if other not in known]
        made_from = [by_id[parent] for parent in parents[child]]
        found.extend(variants(by_id[child], made_from, others=others))
        progress("collating", done, len(children))
    return tuple(found)
