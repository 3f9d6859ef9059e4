"""Where results go: standard output, or a file that is whole or not there at all.

A device or a pipe that is named as the file is written into, never replaced.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path

from newstemma.errors import NewstemmaError

__all__ = ["STANDARD_OUTPUT", "json_line", "refuse_unwritable", "show", "write"]

STANDARD_OUTPUT = "-"
# What JSON leaves as it is, but terminals obey or some readers take for the end of a line.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")


def json_line(row: object) -> str:
    r"""A row as JSON on one line, in whatever way its reader tells lines.

    >>> json_line({"title": "a\x85b é"})
    '{"title": "a\\u0085b é"}'
    """
    told = json.dumps(row, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", told)


def show(text: str) -> None:
    """Text on standard output, as UTF-8 whatever the locale, ending in one line break.

    Raises:
        NewstemmaError: there is no standard output, or it takes no more.
        BrokenPipeError: its reader has gone.
    """
    if sys.stdout is None:
        raise NewstemmaError("there is no standard output; give -o FILE")
    data = (text if text.endswith("\n") else text + "\n").encode("utf-8", "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NewstemmaError(f"cannot write to standard output: {error.strerror}") from error


def write(text: str, target: str) -> None:
    """Text to a file, atomically, or to standard output where `target` is `-`.

    Raises:
        NewstemmaError: the file cannot be written.
    """
    if target == STANDARD_OUTPUT:
        show(text)
        return
    path, data = Path(os.path.realpath(target)), text.encode("utf-8", "replace")
    try:
        if _is_stream(path):
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise NewstemmaError(f"cannot write {target}: {error.strerror}") from error


def refuse_unwritable(target: str) -> None:
    """Finds out before the work what would go wrong after it.

    Raises:
        NewstemmaError: nothing could be written to `target`.
    """
    path = Path(os.path.realpath(target))
    reasons = (
        (path.is_dir(), "it is a folder; name a file in it"),
        (not path.parent.is_dir(), "there is no such folder"),
        (path.exists() and not os.access(path, os.W_OK), "it may not be written to"),
        (not path.exists() and not os.access(path.parent, os.W_OK), "its folder is read-only"),
    )
    reason = next((reason for fails, reason in reasons if fails), None)
    if reason and target != STANDARD_OUTPUT:
        raise NewstemmaError(f"cannot write {target}: {reason}")


def _is_stream(path: Path) -> bool:
    """A device, a pipe or a socket: something is there, and it is no file to be replaced."""
    return path.exists() and not (path.is_file() or path.is_dir())


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
