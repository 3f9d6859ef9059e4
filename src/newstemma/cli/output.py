"""Where results go: standard output, or a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from newstemma.errors import NewstemmaError

__all__ = ["STANDARD_OUTPUT", "show", "write"]

STANDARD_OUTPUT = "-"


def show(text: str) -> None:
    """Text on standard output, as UTF-8 whatever the locale, ending in one line break."""
    data = (text if text.endswith("\n") else text + "\n").encode("utf-8", "replace")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def write(text: str, target: str) -> None:
    """Text to a file, atomically, or to standard output where `target` is `-`.

    Raises:
        NewstemmaError: the file cannot be written.
    """
    if target == STANDARD_OUTPUT:
        show(text)
        return
    try:
        _replace(Path(target), text.encode("utf-8", "replace"))
    except OSError as error:
        raise NewstemmaError(f"cannot write {target}: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    """A reader sees the old file or the new one, never a part."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).chmod(mode)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
