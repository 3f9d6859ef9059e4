"""What every stage of a search for reuse is given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newstemma.corpus.options import ReuseOptions
from newstemma.progress import Progress
from newstemma.read.listing import ListedFile
from newstemma.records import Failure

__all__ = ["Job"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The files to read, `lines` of them in all (0: unknown), and the folder of the stages."""

    files: tuple[ListedFile | Failure, ...]
    lines: int
    work: Path
    options: ReuseOptions
    progress: Progress
