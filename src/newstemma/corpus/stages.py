"""Stages on disk: each leaves a folder that is whole or not there, and is not done twice.

A stage's folder holds its files and a manifest: the stage's key and the size of every file. The
key hashes the input's contents, the options, the version of the stage and the keys of the stages
before it. While a stage runs, its folder is called `NAME.partial`; the last thing that it does is
to take its name.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from newstemma.corpus.job import Job

__all__ = ["Stage", "chained", "do", "is_done"]

_MANIFEST = "manifest.json"
_KEY = "key"  # in an unfinished folder: whose it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage: its name, its version, and what writes its files into a folder.

    The folder may hold files of an attempt with the same key that was cut short.
    """

    name: str
    version: int
    run: Callable[[Job, Path], None]


def chained(before: str, *more: object) -> str:
    """The key of what follows `before`, made with `more`.

    >>> chained("a", "read", 1) == chained("a", "read", 1), chained("a", "read", 2) == "a"
    (True, False)
    """
    written = json.dumps([before, *map(repr, more)])
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_done(folder: Path, key: str, moved: Path | None = None) -> bool:
    """Whether a stage with this key left all its files, in `folder` or moved on to another."""
    places = [folder] if moved is None else [folder, moved]
    try:
        manifest = json.loads((folder / _MANIFEST).read_bytes())
        sizes = [(str(name), int(size)) for name, size in manifest["files"].items()]
        known = bool(manifest["key"] == key)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return known and all(any(_size(p / name) == size for p in places) for name, size in sizes)


def do(stage: Stage, job: Job, key: str) -> None:
    """Run a stage and give its folder its name.

    Raises:
        OSError: a file could not be written; the folders of finished stages are as they were.
    """
    folder, partial = job.work / stage.name, job.work / f"{stage.name}.partial"
    if not is_done(partial, key):
        _prepare(partial, key)
        stage.run(job, partial)
        _finish(partial, key)
    if folder.exists():
        shutil.rmtree(folder)
    partial.rename(folder)


def _prepare(partial: Path, key: str) -> None:
    mark = partial / _KEY
    if mark.exists() and mark.read_bytes() == key.encode():
        return
    if partial.exists():
        shutil.rmtree(partial)
    partial.mkdir(parents=True)
    mark.write_bytes(key.encode())


def _finish(partial: Path, key: str) -> None:
    """Makes sure of the files and writes the manifest last."""
    paths = sorted(path for path in partial.iterdir() if path.name != _KEY)
    for path in paths:
        _synced(path)
    manifest = {"key": key, "files": {path.name: _size(path) for path in paths}}
    written = partial / f"{_MANIFEST}.new"
    written.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    _synced(written)
    written.replace(partial / _MANIFEST)


def _synced(path: Path) -> None:
    """Has the system put a file on the disk, so that a power cut finds it whole."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1
