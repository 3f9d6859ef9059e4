"""Bodies that came before their turn."""

from __future__ import annotations

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from threading import Lock

__all__ = ["Place", "Shelf"]

_MOST_IN_MEMORY = 64_000_000  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on the shelf a body stands."""

    offset: int
    size: int


class Shelf:
    """Keeps bodies until they are asked for: in memory, or on disk where they are many.

    While one host is slow, the pages of all others wait behind it. Any thread may use it.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_MOST_IN_MEMORY)  # noqa: SIM115 (`close`)
        self._lock = Lock()
        self._end = 0

    def put(self, body: bytes) -> Place:
        """Keeps a body."""
        with self._lock:
            place = Place(offset=self._end, size=len(body))
            self._file.seek(place.offset)
            self._file.write(body)
            self._end += place.size
            return place

    def take(self, place: Place) -> bytes:
        """The body at a place."""
        with self._lock:
            self._file.seek(place.offset)
            return self._file.read(place.size)

    def close(self) -> None:
        """Throws everything away."""
        self._file.close()
