"""What is to be read, and what it holds: the files, their lines, and a hash of all contents."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from newstemma.errors import NewstemmaError
from newstemma.read.listing import ListedFile, list_files
from newstemma.records import Failure

__all__ = ["counted", "listed", "on_disk", "type_of_path"]

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"
_PARQUET = b"PAR1"
_STANDARD_INPUT = "standard-input"

type_of_path = str | os.PathLike[str]


def listed(
    inputs: type_of_path | Iterable[type_of_path], out: Path
) -> tuple[ListedFile | Failure, ...]:
    """The files that the inputs stand for, without those in `out`, and what cannot be listed.

    Raises:
        InputMissing: a path does not exist.
    """
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    own = os.path.realpath(out) + os.sep
    return tuple(item for item in list_files(given) if not _lies_in(item, own))


def on_disk(
    files: Iterable[ListedFile | Failure], folder: Path
) -> tuple[ListedFile | Failure, ...]:
    """The files, with a copy in `folder` for standard input, since it is read twice."""
    return tuple(_copied(item, folder) for item in files)


def counted(files: Iterable[ListedFile | Failure]) -> tuple[str, int]:
    """A hash of the files' names and contents, and their rows (0: only reading would tell)."""
    whole = blake2b(digest_size=16)
    lines: list[int | None] = []
    for file in files:
        whole.update(file.path.encode() + b"\0")
        if isinstance(file, Failure):
            whole.update(file.reason.encode())
        elif file.location is not None and file.location.is_file():
            digest, number = _hashed(file.location)
            whole.update(digest)
            lines.append(number)
    known = sum(number or 0 for number in lines)
    return whole.hexdigest(), 0 if None in lines else known


def _hashed(location: Path) -> tuple[bytes, int | None]:
    digest, lines = blake2b(digest_size=16), 0
    head = b""
    try:
        with location.open("rb") as file:
            while chunk := file.read(_CHUNK):
                head = head or chunk[:4]
                digest.update(chunk)
                lines += chunk.count(b"\n")
    except OSError as error:  # reading it as a corpus will say why
        digest.update(str(error.errno).encode())
    packed = head.startswith(_GZIP) or head == _PARQUET
    return digest.digest(), None if packed else lines


def _lies_in(item: ListedFile | Failure, folder: str) -> bool:
    location = item.location if isinstance(item, ListedFile) else Path(item.path)
    return location is not None and os.path.realpath(location).startswith(folder)


def _copied(item: ListedFile | Failure, folder: Path) -> ListedFile | Failure:
    if isinstance(item, Failure) or item.location is not None:
        return item
    if sys.stdin is None:
        raise NewstemmaError("there is no standard input; give a file")
    target = folder / _STANDARD_INPUT
    with target.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file, _CHUNK)
    return replace(item, location=target)
