"""Web archives (WARC, ISO 28500) -> articles: one for each page that a server answered with."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, Packed, refuse_expansion
from newstemma.read.options import ReadOptions
from newstemma.read.reasons import failure, too_large
from newstemma.read.row import named
from newstemma.read.single import page_article
from newstemma.records import Failure, RawArticle

__all__ = ["WarcPage", "read_warc", "warc_pages"]

_HTML = frozenset(("text/html", "application/xhtml+xml"))
_GZIP_MEMBER = b"\x1f\x8b\x08"
_RECORD = b"\nWARC/"
_CHUNK = 1 << 20
_DECODERS: Mapping[str, Callable[[BinaryIO], WarcReader]] = {
    "br": BrotliReader,
    "chunked": ChunkedReader,
    "deflate": partial(GzipReader, zlib=True),
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "zstd": ZstdReader,
}
# Places in a row that look like a record and are none, after which the rest is given up.
_MOST_FALSE_STARTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcPage:
    """A page as an archive holds it: when it was fetched, as the archive says; the character set
    that the server declared; its bytes, and the encodings they are in, the outermost first.
    """

    url: str | None
    fetched: str | None
    charset: str | None
    encodings: tuple[str, ...]
    data: bytes

    def body(self, limit: int) -> bytes:
        """The bytes without their encodings, at most `limit` + 1 of them.

        Servers and archives declare encodings that they did not apply: those are passed over.
        """
        data = self.data
        for name in self.encodings:
            if decoder := _DECODERS.get(name):
                with suppress(OSError):
                    data = decoder(io.BytesIO(data)).read(limit + 1)
        return data


def read_warc(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """The articles of a web archive, each `path#URL`; damage to the file is counted in one failure.

    Raises `UnreadableArticle` where the data grow as no text does.
    """
    labels: set[str] = set()
    damaged = number = 0
    for number, page in enumerate(warc_pages(contents.packed, options.max_article_bytes), start=1):
        if page is None:
            damaged += 1
            continue
        place = named(path, page.url, number, labels)
        try:
            yield from _article(place, page, options.max_article_bytes)
        except UnreadableArticle as error:
            yield failure(place, str(error))
    if damaged:
        yield failure(path, _damage(damaged))
    if not number:
        raise UnreadableArticle("the web archive holds no page with status 200; leave it out")


def _damage(count: int) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return (
        f"the web archive is damaged or cut short at {places}; the records there are left out "
        "and the others read; fetch it anew"
    )


def warc_pages(file: Packed, limit: int) -> Iterator[WarcPage | None]:
    """The HTML pages of a web archive, gzipped or not; None for each damaged place in it.

    A page's data are cut after `limit` + 1 bytes. Behind damage, reading goes on at the next
    record where the file can be sought in. Raises `UnreadableArticle` where the data grow as no
    text does.
    """
    position: int | None = file.seek(0) if file.seekable() else 0
    given = false_starts = 0
    while position is not None and false_starts < _MOST_FALSE_STARTS:
        last = None
        try:
            for record in ArchiveIterator(file, WarcRecordType.any_type, parse_http=False):
                _refuse_cut_header(record)
                page = _page(record, limit) if _is_page(record) else None
                if page:
                    yield page
                given = _skip_rest(record, len(page.data) if page else 0, file, given)
                last, false_starts = record.stream_pos, 0
            return
        except OSError:
            if not false_starts:
                yield None
        false_starts += 1
        position = _next_start(file, (position if last is None else last) + 1)


def _refuse_cut_header(record: WarcRecord) -> None:
    if not record.headers.get("Content-Length"):
        raise OSError("the record's header is cut short")


def _is_page(record: WarcRecord) -> bool:
    if record.record_type == WarcRecordType.resource:
        return _media_type(record.headers.get("Content-Type")) in _HTML
    if record.record_type != WarcRecordType.response or not record.is_http:
        return False
    record.parse_http()
    status = record.http_headers.status_code or 0
    return 200 <= status < 300 and _media_type(record.http_content_type) in _HTML


def _media_type(declared: str | None) -> str:
    return (declared or "").partition(";")[0].strip().lower()


def _page(record: WarcRecord, limit: int) -> WarcPage:
    """The page in a record; raises `OSError` where the record is cut short."""
    wanted = min(record.content_length, limit + 1)
    data = record.reader.read(wanted)
    if len(data) < wanted:
        raise OSError("the record is cut short")
    is_http = record.is_http_parsed
    url = record.headers.get("WARC-Target-URI")
    return WarcPage(
        url=url.strip("<> ") if url else None,
        fetched=record.headers.get("WARC-Date"),
        charset=record.http_charset if is_http else None,
        data=data,
        encodings=_encodings(record) if is_http else (),
    )


def _encodings(record: WarcRecord) -> tuple[str, ...]:
    """The encodings of a response, the outermost first."""
    headers = record.http_headers
    named = f"{headers.get('Content-Encoding', '')},{headers.get('Transfer-Encoding', '')}"
    return tuple(name.strip().lower() for name in reversed(named.split(",")) if name.strip())


def _skip_rest(record: WarcRecord, read: int, file: Packed, given: int) -> int:
    """Skips what is left of a record; the bytes that the archive has given so far.

    Raises `OSError` where the record is cut short.
    """
    while read < record.content_length:
        step = record.consume(_CHUNK)
        if not step:
            raise OSError("the record is cut short")
        read += step
        refuse_expansion(file.count, given + read)
    return given + read


def _next_start(file: Packed, position: int) -> int | None:
    """Seeks to what begins like a record next, and says where; None where nothing does."""
    if not file.seekable():
        return None
    file.seek(0)
    gzipped = file.read(len(_GZIP_MEMBER)) == _GZIP_MEMBER
    mark, offset = (_GZIP_MEMBER, 0) if gzipped else (_RECORD, 1)
    file.seek(position)
    kept = b""
    while chunk := file.read(_CHUNK):
        found = (kept + chunk).find(mark)
        if found >= 0:
            return file.seek(position - len(kept) + found + offset)
        kept = (kept + chunk)[1 - len(mark) :]
        position += len(chunk)
    return None


def _article(path: str, page: WarcPage, limit: int) -> Iterator[RawArticle | Failure]:
    data = page.body(limit)
    if len(data) > limit:
        raise UnreadableArticle(too_large(limit))
    for item in page_article(path, data, charset=page.charset):
        if isinstance(item, RawArticle):
            item = replace(item, url=page.url or item.url, fetched=page.fetched)
        yield item
