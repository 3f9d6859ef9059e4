"""How fast web archives and pages are read, and how much of an article's body is found on a page.

The web archive is written from the pages of the article extraction benchmark, gzipped record by
record as crawlers do, each page with its request. `warc.records_per_s` is our reading of it, down
to the bytes of each page; the baseline is warcio alone, and `peer.` is FastWARC alone, which ours
is built on. `pages_per_s` is a page's HTML to an article with all that the page declares; the
baseline is trafilatura as it comes, for the body alone.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path

from fastwarc.warc import ArchiveIterator as FastArchive
from trafilatura import extract
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench import extraction
from bench.figures import arguments, missing, show
from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Packed
from newstemma.read.decoding import decode
from newstemma.read.formats.warc import warc_pages
from newstemma.read.options import DEFAULT_MAX_ARTICLE_BYTES
from newstemma.read.page import declared_charset, read_page

__all__ = ["bodies", "measure", "page_speed", "warc_speed"]

_COPIES = 5  # of each page in the archive
_ROUNDS = 3  # the best counts: other work on the machine only slows


def main() -> int:
    """Print the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)
    return 0


def measure(data: Path) -> dict[str, float]:
    """The figures, each beside its baseline."""
    folder = data / "article_extraction"
    if not folder.is_dir():
        missing(folder)
        return {}
    return warc_speed(folder) | page_speed(folder) | bodies(folder)


def warc_speed(folder: Path) -> dict[str, float]:
    """Records a second of a web archive, gzipped."""
    pages = _pages(folder)
    records = 2 * _COPIES * len(pages)
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "pages.warc.gz"
        _write(archive, pages)
        ways = {"warc": _ours, "baseline.warc": _warcio, "peer.warc": _fastwarc}
        return {
            f"{name}.records_per_s": records / _best(partial(way, archive))
            for name, way in ways.items()
        }


def page_speed(folder: Path) -> dict[str, float]:
    """Pages a second, from decoded HTML to the article."""
    pages = [decode(data, declared=declared_charset(data)).text for data in _pages(folder)]
    return {
        "pages_per_s": len(pages) / _best(partial(_articles, pages)),
        "baseline.pages_per_s": len(pages) / _best(partial(_plain, pages)),
    }


def bodies(folder: Path) -> dict[str, float]:
    """F1 of the articles' bodies, as `bench.extraction` measures it."""
    found = extraction.measure(folder)
    return {"bodies.f1": found["body.f1"], "baseline.bodies.f1": found["baseline.body.f1"]}


def _pages(folder: Path) -> list[bytes]:
    return [gzip.decompress(page.read_bytes()) for page in sorted(folder.glob("html/*.html.gz"))]


def _write(archive: Path, pages: Sequence[bytes]) -> None:
    with archive.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for copy in range(_COPIES):
            for number, page in enumerate(pages):
                for record in _records(writer, f"https://page.example/{copy}/{number}", page):
                    writer.write_record(record)


def _records(writer: WARCWriter, url: str, page: bytes) -> Iterator[object]:
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "page.example")], is_http_request=True)
    answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    yield writer.create_warc_record(url, "request", payload=BytesIO(b""), http_headers=asked)
    yield writer.create_warc_record(url, "response", payload=BytesIO(page), http_headers=answer)


def _ours(archive: Path) -> None:
    with archive.open("rb") as file:
        for page in warc_pages(Packed(file), DEFAULT_MAX_ARTICLE_BYTES):
            assert page
            page.body(DEFAULT_MAX_ARTICLE_BYTES)


def _warcio(archive: Path) -> None:
    with archive.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                record.content_stream().read()


def _fastwarc(archive: Path) -> None:
    with archive.open("rb") as file:
        for record in FastArchive(file, auto_decode="all"):
            record.reader.read()


def _articles(pages: Sequence[str]) -> None:
    for page in pages:
        with suppress(UnreadableArticle):
            read_page("page.html", page)


def _plain(pages: Sequence[str]) -> None:
    for page in pages:
        extract(page, include_comments=False)


def _best(work: Callable[[], None]) -> float:
    """The seconds of the fastest of a few runs."""
    seconds: list[float] = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main())
