"""Bodies of bounded size, decompressed while they come in."""

from __future__ import annotations

import zlib

from newstemma.errors import UnreadableArticle
from newstemma.read.reasons import too_large

__all__ = ["ACCEPTED_ENCODING", "Body", "unpacked"]

ACCEPTED_ENCODING = "gzip"
_GZIP = frozenset(("gzip", "x-gzip"))
_PLAIN = frozenset(("", "identity"))
_GZIP_BYTES = b"\x1f\x8b"
_GZIP_FORMAT = 16 + zlib.MAX_WBITS
# Each member copies what is left of its slice: both are bounded, or the work is quadratic.
_SLICE = 1 << 16  # bytes
_MOST_MEMBERS = 1000


class Body:
    """Takes a body's pieces in and holds what they mean, never more than `limit` bytes of it.

    Only gzip is asked for, so that there is one decompressor to bound.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        """`encoding` is the value of Content-Encoding.

        Raises `UnreadableArticle` for one that was not asked for.
        """
        encoding = encoding.strip().lower()
        if encoding not in _GZIP | _PLAIN:
            raise UnreadableArticle(
                f"the server packed it as {encoding[:40]!r}, which was not asked for; "
                "save the page in your browser and give the file"
            )
        self._inflate = zlib.decompressobj(_GZIP_FORMAT) if encoding in _GZIP else None
        self._limit = limit
        self._data = bytearray()
        self._packed = 0
        self._members = 1

    @property
    def overflows(self) -> bool:
        """Whether there is more than the limit, packed or unpacked."""
        return max(len(self._data), self._packed) > self._limit

    def feed(self, piece: bytes) -> None:
        """Takes the next piece. Raises `UnreadableArticle` where gzip data are damaged."""
        self._packed += len(piece)
        if self._inflate is None:
            self._data += piece[: self._room]
            return
        try:
            for start in range(0, len(piece), _SLICE):
                self._unpack(piece[start : start + _SLICE])
        except zlib.error:
            raise _damaged() from None

    def held(self) -> bytes:
        """The body, as much of it as the limit allows.

        Raises `UnreadableArticle` where gzip data stop short of their end.
        """
        unfinished = self._inflate is not None and not self._inflate.eof
        if unfinished and self._packed and not self.overflows:
            raise UnreadableArticle("its gzip data are cut short; try again later")
        return bytes(self._data[: self._limit])

    @property
    def _room(self) -> int:
        return self._limit + 1 - len(self._data)

    def _unpack(self, packed: bytes) -> None:
        """Takes in gzip data, which may have several members (RFC 1952, section 2.2)."""
        assert self._inflate is not None
        while packed and self._room:
            if self._inflate.eof:
                self._inflate = self._next_member()
            self._data += self._inflate.decompress(packed, self._room)
            packed = self._inflate.unused_data

    def _next_member(self) -> zlib._Decompress:
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise _damaged()
        return zlib.decompressobj(_GZIP_FORMAT)


def _damaged() -> UnreadableArticle:
    return UnreadableArticle("its gzip data are damaged; try again later")


def unpacked(data: bytes, limit: int) -> bytes:
    """A file that is gzipped itself, such as `sitemap.xml.gz`, unpacked; any other as it is.

    Raises `UnreadableArticle` where it is damaged or grows beyond `limit`.
    """
    if not data.startswith(_GZIP_BYTES):
        return data
    body = Body("gzip", limit)
    body.feed(data)
    if body.overflows:
        raise UnreadableArticle(too_large(limit))
    return body.held()
