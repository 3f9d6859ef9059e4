"""Opens files and standard input; nothing here blocks, and no gzip bomb goes off."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from newstemma.errors import UnreadableArticle
from newstemma.read.reasons import megabytes, too_large

__all__ = ["Contents", "Packed", "open_contents", "read_whole", "refuse_expansion", "seekable"]

_GZIP = b"\x1f\x8b"
# Prose shrinks to a third or a tenth; gzip itself ends at 1:1032.
_MOST_EXPANSION = 200
_FREE_EXPANSION = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The bytes of a file: `stream` decompressed, `packed` as they are (read one or the other).

    `size` is known for plain files only.
    """

    stream: io.BufferedReader[Any]
    packed: Packed
    size: int | None


class Packed(io.RawIOBase):
    """A file as it is, which counts the bytes that are read from it."""

    def __init__(self, file: io.BufferedReader[Any]) -> None:
        super().__init__()
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def readinto(self, buffer: Any) -> int:
        count = self._file.readinto(buffer)
        self.count += count
        return count

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell() if self._file.seekable() else self.count


@contextmanager
def open_contents(location: Path | None) -> Iterator[Contents]:
    """The contents of a file, or of standard input where there is no location.

    Raises `OSError` as the system does, and `UnreadableArticle` for what is no regular file;
    reading from it raises `OSError`, `EOFError` or `zlib.error` where gzip data is damaged.
    """
    if location is None:
        if sys.stdin is None:
            raise UnreadableArticle("there is no standard input; give a file")
        reader = io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer))
        try:
            yield _unpacked(reader, None)
        finally:
            reader.detach()  # else standard input would be closed with the reader
        return
    _refuse_special(location.stat().st_mode)
    with open(location, "rb", opener=_open_without_waiting) as file:
        about = os.fstat(file.fileno())
        _refuse_special(about.st_mode)
        yield _unpacked(file, about.st_size)


def read_whole(contents: Contents, limit: int, head: bytes = b"") -> bytes:
    """`head` and all that follows it; raises `UnreadableArticle` where that is over `limit`."""
    if contents.size is not None and contents.size > limit:
        raise UnreadableArticle(too_large(limit, contents.size))
    data = head + contents.stream.read(limit + 1 - len(head))
    if len(data) > limit:
        raise UnreadableArticle(too_large(limit))
    return data


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_special(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise UnreadableArticle(
            "it is a pipe, a socket or a device, not a file; "
            "send its contents to standard input and give - as the path"
        )


def seekable(contents: Contents, limit: int) -> BinaryIO:
    """The decompressed contents to be read in any order; held in memory where that must be.

    Raises `UnreadableArticle` where memory would have to hold more than `limit`.
    """
    if contents.size is not None:
        return contents.stream
    return io.BytesIO(read_whole(contents, limit))


def refuse_expansion(packed: int, given: int) -> None:
    """Raises `UnreadableArticle` where `packed` bytes have grown to more than text can."""
    allowed = max(_FREE_EXPANSION, _MOST_EXPANSION * packed)
    if given > allowed:
        raise UnreadableArticle(
            f"{megabytes(packed)} of packed data grow to more than "
            f"{megabytes(allowed)}, which no text does; unpack it yourself if you trust it"
        )


def _unpacked(file: io.BufferedReader[Any], size: int | None) -> Contents:
    packed = Packed(file)
    if file.peek(len(_GZIP))[: len(_GZIP)] != _GZIP:
        return Contents(stream=file, packed=packed, size=size)
    return Contents(stream=io.BufferedReader(_Gunzip(packed)), packed=packed, size=None)


class _Gunzip(io.RawIOBase):
    """Decompresses, and refuses data that grows as no text does."""

    def __init__(self, packed: Packed) -> None:
        super().__init__()
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed, mode="rb")
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = self._plain.readinto(buffer)
        self._given += count
        refuse_expansion(self._packed.count, self._given)
        return count
