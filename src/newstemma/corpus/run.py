"""The search for reuse in a corpus, stage by stage."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from time import monotonic

from newstemma.corpus.align import align
from newstemma.corpus.families import group
from newstemma.corpus.inputs import counted, listed, on_disk, type_of_path
from newstemma.corpus.job import Job
from newstemma.corpus.machine import alone, peak_megabytes
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.read import read
from newstemma.corpus.results import TABLES, write_tables
from newstemma.corpus.search import read_candidates, search
from newstemma.corpus.stages import Stage, chained, do, is_done
from newstemma.corpus.summary import ReuseSummary, StageRun, summary
from newstemma.errors import NewstemmaError
from newstemma.progress import Progress, quiet
from newstemma.read.listing import ListedFile
from newstemma.records import Failure
from newstemma.version import __version__

__all__ = ["reuse"]

# A stage's version rises with every change that can reach its files.
_STAGES = (
    Stage(name="read", version=2, run=read),
    Stage(name="candidates", version=2, run=search),
    Stage(name="align", version=3, run=align),
    Stage(name="families", version=2, run=group),
    Stage(name="tables", version=1, run=write_tables),
)
_WORK = "work"
_LOCK = "lock"
_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_DEFAULTS = ReuseOptions()


def reuse(
    inputs: type_of_path | Iterable[type_of_path],
    out: type_of_path,
    *,
    options: ReuseOptions = _DEFAULTS,
    progress: Progress = quiet,
) -> ReuseSummary:
    """Find which articles of a corpus share text, and write four tables to the folder `out`.

    `inputs` are JSON Lines or Parquet, `.gz`, folders, globs, or `-`; docs/reuse.md describes
    them and the tables. What an earlier run with equal input and options finished is not done
    again; equal input and options give equal bytes.

    Raises:
        InputMissing: a path does not exist.
        NothingToAnalyse: there is no article in the inputs.
        NewstemmaError: `out` cannot be written, is in use, or holds something else.
    """
    folder = Path(out)
    files = listed(inputs, folder)
    try:
        _prepare(folder)
        with alone(folder / _WORK / _LOCK):
            return _searched(files, folder, options, progress)
    except OSError as error:
        raise NewstemmaError(f"cannot write to {folder}: {_advice(error)}") from error


def _searched(
    files: Iterable[ListedFile | Failure], out: Path, options: ReuseOptions, progress: Progress
) -> ReuseSummary:
    work = out / _WORK
    there = on_disk(files, work)
    content, lines = counted(there)
    job = Job(files=there, lines=lines, work=work, options=options, progress=progress)
    stages = _run(job, content, out)
    candidates = read_candidates(work).num_rows
    return summary(out, candidates=candidates, stages=stages, peak_mb=peak_megabytes())


def _advice(error: OSError) -> str:
    reason = os.strerror(error.errno).lower() if error.errno else str(error)
    room = "make room there and " if error.errno in _NO_ROOM else ""
    return f"{reason}; {room}run the same command again: finished stages are kept"


def _prepare(folder: Path) -> None:
    """Makes the folder; refuses one that holds something else."""
    if folder.exists() and not folder.is_dir():
        raise NewstemmaError(f"cannot write to {folder}: it is a file; name a folder")
    if folder.exists() and not (folder / _WORK / _LOCK).exists():
        others = sorted(path.name for path in folder.iterdir() if path.name not in TABLES)
        if others:
            raise NewstemmaError(
                f"cannot write to {folder}: it holds other files, such as {others[0]}; "
                "name a new folder (the last path is the one that is written to)"
            )
    (folder / _WORK).mkdir(parents=True, exist_ok=True)


def _run(job: Job, content: str, out: Path) -> tuple[StageRun, ...]:
    """Does what is not done yet."""
    key = chained(content, __version__, job.options.fields, job.options.max_article_bytes)
    runs = []
    for stage in _STAGES:
        key = chained(key, stage.name, stage.version)
        started = monotonic()
        if is_done(job.work / stage.name, key, out):
            runs.append(StageRun(name=stage.name, seconds=None))
            continue
        do(stage, job, key)
        runs.append(StageRun(name=stage.name, seconds=monotonic() - started))
    _publish(job.work / _STAGES[-1].name, out)
    return tuple(runs)


def _publish(results: Path, out: Path) -> None:
    """Moves the tables out, each as a whole; what was moved before a run was cut short stays."""
    for name in TABLES:
        if (results / name).exists():
            (results / name).replace(out / name)
