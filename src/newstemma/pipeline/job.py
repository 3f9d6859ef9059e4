"""The main job: paths in, the whole analysis out."""

from __future__ import annotations

from dataclasses import replace

from newstemma.pipeline.analysing import analysed
from newstemma.pipeline.judging import bearing_on, given_judgements, judged_names
from newstemma.pipeline.reading import Paths, witnesses
from newstemma.progress import Progress, quiet
from newstemma.records import Analysis, Run
from newstemma.settings import Settings, described
from newstemma.version import __version__

__all__ = ["analyze"]


def analyze(
    paths: Paths,
    *,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Analysis:
    """The whole analysis of the articles at `paths` (files, folders, globs, `-`).

    Raises:
        InputMissing: a path, the judgements too, does not exist; nothing was analysed.
    """
    chosen = settings or Settings()
    judgements, unread = given_judgements(chosen)
    read, failures = witnesses(paths, settings=chosen, progress=progress)
    of_articles, unused = bearing_on(judgements, read, chosen)
    found = analysed(
        read, judgements=of_articles, names=judged_names(judgements), progress=progress
    )
    run = Run(version=__version__, options=described(chosen))
    return replace(found, failures=(*failures, *unread, *unused), run=run)
