"""What only the system knows: the memory that was held, and whether a folder is in use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newstemma.errors import NewstemmaError

__all__ = ["alone", "peak_megabytes"]


def peak_megabytes() -> float | None:
    """The most memory that this process has held; None where the system does not say."""
    with suppress(ImportError):
        from resource import RUSAGE_SELF, getrusage  # not on Windows

        unit = 1e6 if sys.platform == "darwin" else 1e3
        return round(getrusage(RUSAGE_SELF).ru_maxrss / unit, 1)
    return None


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Holds a file that only one process can hold; the system lets it go when that ends.

    Raises:
        NewstemmaError: another process holds it.
    """
    with lock.open("ab") as file:
        with suppress(ImportError):
            from fcntl import LOCK_EX, LOCK_NB, flock  # not on Windows

            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise NewstemmaError(
                    f"{lock.parent.parent} is in use by another run; wait for it"
                ) from None
        yield
