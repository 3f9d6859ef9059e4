"""The formats that are read, and how a file's is told: by its name, else by how it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents
from newstemma.read.formats.beginnings import (
    is_article_table,
    is_feed,
    is_mhtml,
    is_parquet,
    is_pdf,
    is_sitemap,
    is_warc,
    xml_root,
)
from newstemma.read.formats.plain import (
    read_json_lines,
    read_page_file,
    read_text,
    read_unnamed,
)
from newstemma.read.options import ReadOptions
from newstemma.read.page import looks_like_page
from newstemma.records import Failure, RawArticle

__all__ = ["FORMATS", "Format", "reader_of"]

Reader = Callable[[str, Contents, ReadOptions], Iterator[RawArticle | Failure]]
"""Reads a file: its path as shown, its contents and the options in, articles and failures out.

Raises `UnreadableArticle` where the file as a whole, or the rest of it, cannot be read.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the ends of its files' names, how its files begin, and what reads it."""

    suffixes: tuple[str, ...] = ()
    begins: Callable[[bytes], bool]
    read: Reader


def reader_of(path: str, head: bytes, options: ReadOptions) -> Reader:
    """What reads a file, told by its name, else by its first bytes.

    Raises `UnreadableArticle` for what is no article.
    """
    suffix = PurePosixPath(path.lower().removesuffix(".gz")).suffix
    if suffix in _NO_ARTICLE:
        raise UnreadableArticle(f"it is {_NO_ARTICLE[suffix]}, not an article; leave it out")
    for known in FORMATS:
        if suffix in known.suffixes:
            return known.read
    for known in FORMATS:
        if known.begins(head):
            return known.read
    if suffix == ".xml":
        what = f"XML ({xml_root(head)})" if xml_root(head) else "no XML"
        raise UnreadableArticle(f"it is {what}, not a feed or a page; leave it out")
    if not suffix and is_article_table(head, options):
        return _table
    return read_unnamed


def _never(_: bytes) -> bool:
    return False


# Each brings libraries that the others need not pay for.
def _warc(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.warc import read_warc

    return read_warc(path, contents, options)


def _parquet(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.parquet import read_parquet

    return read_parquet(path, contents, options)


def _table(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.csv_articles import read_csv

    return read_csv(path, contents, options)


def _feed(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.feed_articles import read_feed

    return read_feed(path, contents, options)


def _sitemap(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    raise UnreadableArticle(
        "it is a sitemap, which lists addresses and has no text; give its own address instead, "
        "and the pages are fetched"
    )


def _mhtml(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.mhtml import read_mhtml

    return read_mhtml(path, contents, options)


def _pdf(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    from newstemma.read.formats.pdf import read_pdf

    return read_pdf(path, contents, options)


FORMATS: tuple[Format, ...] = (
    Format(suffixes=(".txt", ".text", ".md", ".markdown"), begins=_never, read=read_text),
    Format(suffixes=(".html", ".htm", ".xhtml"), begins=looks_like_page, read=read_page_file),
    Format(suffixes=(".jsonl", ".ndjson"), begins=_never, read=read_json_lines),
    Format(suffixes=(".warc",), begins=is_warc, read=_warc),
    Format(suffixes=(".parquet", ".pq"), begins=is_parquet, read=_parquet),
    Format(suffixes=(".csv", ".tsv"), begins=_never, read=_table),
    Format(suffixes=(".atom", ".rdf", ".rss"), begins=is_feed, read=_feed),
    Format(begins=is_sitemap, read=_sitemap),
    Format(suffixes=(".mht", ".mhtml"), begins=is_mhtml, read=_mhtml),
    Format(suffixes=(".pdf",), begins=is_pdf, read=_pdf),
)
_NO_ARTICLE = {
    ".css": "a style sheet",
    ".js": "a script",
    ".mjs": "a script",
    ".svg": "a picture",
}
