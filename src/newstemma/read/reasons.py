"""What went wrong with a file, in words for the person who gave it."""

from __future__ import annotations

import errno

from newstemma.records import Failure, Stage

__all__ = ["failure", "megabytes", "missing_library", "os_reason", "too_large"]

_REASONS = {
    errno.ENOENT: "it was there when the files were listed and is gone now; run again",
    errno.EACCES: "no permission to read it; change its permissions or run as its owner",
    errno.EPERM: "no permission to read it; change its permissions or run as its owner",
    errno.ELOOP: "it is a link that leads round in a circle; remove it",
    errno.EISDIR: "it has become a folder since the files were listed; run again",
    errno.EIO: "the disk could not read it; copy it anew",
}


def failure(path: str, reason: str) -> Failure:
    """That something at `path` was not read, or only in part."""
    return Failure(path=path, stage=Stage.READ, reason=reason)


def os_reason(error: OSError) -> str:
    """Why the system refused, and what to do."""
    said = (error.strerror or "no reason given").lower()
    return _REASONS.get(error.errno or 0, f"the system could not read it: {said}")


# What brings the library that reads a format.
_EXTRAS = {"fastwarc": "warc", "pyarrow": "corpus", "pypdfium2": "pdf"}


def missing_library(error: ModuleNotFoundError) -> str | None:
    """Which extra brings the library that a format needs; None where it is no such library."""
    library = (error.name or "").partition(".")[0]
    if library not in _EXTRAS:
        return None
    return f"{library} is needed to read it: pip install 'newstemma[{_EXTRAS[library]}]'"


def megabytes(size: int) -> str:
    """A size for people.

    >>> megabytes(20_000_000), megabytes(212_345_678), megabytes(900)
    ('20 MB', '212.3 MB', '900 bytes')
    """
    if size < 100_000:
        return f"{size} bytes"
    return f"{size / 1e6:.1f}".removesuffix(".0") + " MB"


def too_large(limit: int, size: int | None = None) -> str:
    """That an article is over the limit, and how to raise it."""
    is_size = f" ({megabytes(size)})" if size is not None else ""
    return (
        f"larger than {megabytes(limit)}{is_size}, the most that one article may have; "
        "split it, or raise --max-article-bytes"
    )
