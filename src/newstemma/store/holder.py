"""Which process is writing to a collection, where the system tells."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["writer_of"]

_LOCKS = Path("/proc/locks")  # Linux
_WRITES = "120"  # the byte of the shared memory that a writer locks: sqlite.org/walformat.html


def writer_of(path: Path) -> int | None:
    """The id of the process that writes to the collection now; None where it cannot be told."""
    try:
        shared = path.with_name(path.name + "-shm").stat()
        lines = _LOCKS.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    device, inode = shared.st_dev, shared.st_ino
    place = f"{os.major(device):02x}:{os.minor(device):02x}:{inode}"
    held = (line.split() for line in lines if "->" not in line)
    found = [row[4] for row in held if row[3] == "WRITE" and row[5:7] == [place, _WRITES]]
    return int(found[0]) if found else None
