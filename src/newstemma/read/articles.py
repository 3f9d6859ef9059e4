"""Paths -> articles. Whatever cannot be read becomes a failure, and the rest goes on."""

from __future__ import annotations

import gzip
import os
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path, PurePosixPath

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, open_contents, read_whole
from newstemma.read.decoding import Decoded, decode
from newstemma.read.listing import ListedFile, displayed, list_files
from newstemma.read.metadata import Assignment, MetadataRow, assign, read_metadata
from newstemma.read.options import ReadOptions
from newstemma.read.page import declared_charset, is_own_report, looks_like_page, read_page
from newstemma.read.reasons import os_reason
from newstemma.records import Failure, RawArticle, Stage, TextSource

__all__ = ["is_input", "read_articles"]

_DEFAULTS = ReadOptions()
_HEAD = 4096  # bytes of a page that say what it is
_TEXT = frozenset((".txt", ".text", ".md", ".markdown"))
_PAGE = frozenset((".html", ".htm", ".xhtml"))
_ROWS = frozenset((".jsonl", ".ndjson"))
_DOCUMENT = ".json"
_NO_ARTICLE = {
    ".atom": "a feed",
    ".css": "a style sheet",
    ".csv": "a table (to describe articles, give it as --metadata)",
    ".js": "a script",
    ".mjs": "a script",
    ".rss": "a feed",
    ".svg": "a picture",
    ".tsv": "a table (to describe articles, give it as --metadata)",
    ".warc": "a web archive",
    ".xml": "a feed or other XML",
}


def read_articles(
    paths: Iterable[str | os.PathLike[str]], *, options: ReadOptions = _DEFAULTS
) -> Iterator[RawArticle | Failure]:
    """The articles that `paths` stand for, and a failure for each that cannot be read, or only
    in part; sorted by displayed path, then by place in the file.

    A path is a file, a folder, a glob, or `-` for standard input. Text, HTML, JSON and JSON
    Lines, each as `.gz` too; docs/reading.md says how each is read.

    Raises, before anything is read, `InputMissing` naming all paths that do not exist, and
    `NewstemmaError` where the metadata table is no such table.
    """
    rows = read_metadata(options.metadata) if options.metadata else ()
    described = [options.metadata] if options.metadata else []
    listed = list_files(paths, leave_out=[*described, *options.leave_out])
    return _read(listed, rows, options)


def is_input(file: str, paths: Iterable[str | os.PathLike[str]]) -> bool:
    """Whether a file is one of those that `paths` stand for, and no report that may be replaced.

    Raises `InputMissing` naming all paths that do not exist.
    """
    real = os.path.realpath(file)
    places = (item.location for item in list_files(paths) if isinstance(item, ListedFile))
    if all(place is None or os.path.realpath(place) != real for place in places):
        return False
    with open_contents(Path(real)) as contents:
        return not is_own_report(contents.stream.read(_HEAD))


def _read(
    listed: Sequence[ListedFile | Failure], rows: Sequence[MetadataRow], options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    files = [item.path for item in listed if isinstance(item, ListedFile)]
    assignment = assign(rows, files)
    used: set[int] = set()
    for item in listed:
        for result in [item] if isinstance(item, Failure) else _read_file(item, options):
            if isinstance(result, Failure):
                yield result
                continue
            about = assignment.rows_for(item.path, result.path)
            used.update(row.line for row in about)
            yield reduce(lambda article, row: row.apply(article), about, result)
    if options.metadata:
        yield from _unused(assignment, used, displayed(Path(options.metadata)))


def _unused(assignment: Assignment, used: set[int], table: str) -> Iterator[Failure]:
    absent = [row for row in assignment.loose.values() if row.line not in used]
    reasons = [
        *((row, "is the end of several paths; write more of it") for row in assignment.unclear),
        *((row, "is none of the articles; correct the path or remove the line") for row in absent),
    ]
    for row, what in sorted(reasons, key=lambda reason: reason[0].line):
        yield _failure(f"{table}#{row.line}", f"line {row.line}: {row.path} {what}")


def _read_file(file: ListedFile, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    try:
        with open_contents(file.location) as contents:
            yield from _by_format(file.path, contents, options)
    except UnreadableArticle as error:
        yield _failure(file.path, str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield _failure(file.path, "its gzip data are cut short or damaged; fetch it anew")
    except OSError as error:
        yield _failure(file.path, os_reason(error))


def _by_format(
    path: str, contents: Contents, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    suffix = PurePosixPath(path.lower().removesuffix(".gz")).suffix
    if suffix in _NO_ARTICLE:
        raise UnreadableArticle(f"it is {_NO_ARTICLE[suffix]}, not an article; leave it out")
    if suffix in _ROWS:
        from newstemma.read.rows import read_rows  # brings pydantic, which text need not pay

        yield from read_rows(path, contents.stream, options)
    elif suffix in _TEXT or suffix in _PAGE:
        data = read_whole(contents, options.max_article_bytes)
        yield from _single(path, data, suffix)
    else:
        yield from _sniffed(path, contents, suffix, options)


def _sniffed(
    path: str, contents: Contents, suffix: str, options: ReadOptions
) -> Iterator[RawArticle | Failure]:
    """A file whose name does not settle what it is: one JSON value, JSON Lines, or neither."""
    limit = options.max_article_bytes
    first = contents.stream.readline(limit + 1)
    if _opens_json(first) or suffix == _DOCUMENT:
        from newstemma.read.rows import is_json, is_row, read_document, read_rows

        if is_row(first) and contents.stream.peek(1):
            yield from read_rows(path, contents.stream, options, first)
            return
        data = read_whole(contents, limit, first)
        if is_json(data) or suffix == _DOCUMENT:
            decoded = _decoded(data)
            yield from _warning(path, decoded.warning)
            yield from read_document(path, decoded.text, options)
            return
        first = data
    yield from _single(path, read_whole(contents, limit, first), suffix)


def _single(path: str, data: bytes, suffix: str) -> Iterator[RawArticle | Failure]:
    """A file that is one article: a page, or plain text as it is."""
    if is_own_report(data):
        raise UnreadableArticle("it is a report that Newstemma wrote, not an article; leave it out")
    if suffix in _PAGE or looks_like_page(data):
        decoded = _decoded(data, declared_charset(data))
        article = read_page(path, decoded.text)
    else:
        decoded = _decoded(data)
        article = RawArticle(path=path, text=decoded.text, text_source=TextSource.FILE)
    yield article
    yield from _warning(path, decoded.warning)


def _opens_json(line: bytes) -> bool:
    return line.removeprefix(BOM_UTF8).lstrip()[:1] in (b"{", b"[")


def _decoded(data: bytes, charset: str | None = None) -> Decoded:
    if not data:
        raise UnreadableArticle("the file is empty; remove it, or fetch the article anew")
    decoded = decode(data, declared=charset)
    if not decoded.text.strip():
        raise UnreadableArticle("the file holds nothing but white space; fetch the article anew")
    return decoded


def _warning(path: str, warning: str | None) -> Iterator[Failure]:
    if warning:
        yield _failure(path, warning)


def _failure(path: str, reason: str) -> Failure:
    return Failure(path=path, stage=Stage.READ, reason=reason)
