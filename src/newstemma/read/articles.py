"""Paths -> articles. Whatever cannot be read becomes a failure, and the rest goes on."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import reduce
from itertools import chain
from pathlib import Path

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, open_contents
from newstemma.read.formats.recognising import reader_of
from newstemma.read.listing import ListedFile, displayed, list_files
from newstemma.read.metadata import Assignment, MetadataRow, assign, read_metadata
from newstemma.read.options import ReadOptions
from newstemma.read.page import is_own_report
from newstemma.read.reasons import failure, missing_library, os_reason
from newstemma.read.web.urls import displayed_url, is_url, without_fragment
from newstemma.records import Failure, RawArticle

__all__ = ["is_input", "read_articles"]

_DEFAULTS = ReadOptions()
_HEAD = 4096  # bytes of a file that say what it is


def read_articles(
    paths: Iterable[str | os.PathLike[str]], *, options: ReadOptions = _DEFAULTS
) -> Iterator[RawArticle | Failure]:
    """The articles that `paths` stand for, and a failure for each that cannot be read, or only
    in part; sorted by displayed path, then by place in the file.

    A path is a file, a folder, a glob, or `-` for standard input, each file gzipped or not, or a
    URL, which is fetched and comes behind the files; docs/reading.md says what is read, and how.

    Raises, before anything is read, `InputMissing` naming all paths that do not exist, and
    `NewstemmaError` where the metadata table is no such table.
    """
    rows = read_metadata(options.metadata) if options.metadata else ()
    described = [options.metadata] if options.metadata else []
    files, urls = _apart(paths)
    listed = list_files(files, leave_out=[*described, *options.leave_out])
    return _read(listed, urls, rows, options)


def is_input(file: str, paths: Iterable[str | os.PathLike[str]]) -> bool:
    """Whether a file is one of those that `paths` stand for, and no report that may be replaced.

    Raises `InputMissing` naming all paths that do not exist.
    """
    real = os.path.realpath(file)
    files, _ = _apart(paths)
    places = (item.location for item in list_files(files) if isinstance(item, ListedFile))
    if all(place is None or os.path.realpath(place) != real for place in places):
        return False
    with open_contents(Path(real)) as contents:
        return not is_own_report(contents.stream.read(_HEAD))


def _apart(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[str], list[str]]:
    """The paths of files, and the URLs, these sorted and each once."""
    given = [os.fspath(path) for path in paths]
    return [path for path in given if not is_url(path)], sorted({*filter(is_url, given)})


def _read(
    listed: Sequence[ListedFile | Failure],
    urls: Sequence[str],
    rows: Sequence[MetadataRow],
    options: ReadOptions,
) -> Iterator[RawArticle | Failure]:
    files = [item.path for item in listed if isinstance(item, ListedFile)]
    assignment = assign(rows, [*files, *map(displayed_url, map(without_fragment, urls))])
    used: set[int] = set()
    for path, result in chain(_from_files(listed, options), _from_web(urls, options)):
        if isinstance(result, Failure):
            yield result
            continue
        about = assignment.rows_for(path, result.path)
        used.update(row.line for row in about)
        yield reduce(lambda article, row: row.apply(article), about, result)
    if options.metadata:
        yield from _unused(assignment, used, displayed(Path(options.metadata)))


_Read = tuple[str, RawArticle | Failure]
"""What a path or URL led to."""


def _from_files(listed: Iterable[ListedFile | Failure], options: ReadOptions) -> Iterator[_Read]:
    for item in listed:
        for result in [item] if isinstance(item, Failure) else _read_file(item, options):
            yield item.path, result


def _from_web(urls: Sequence[str], options: ReadOptions) -> Iterator[_Read]:
    if urls:
        from newstemma.read.web.reading import read_urls  # nothing is loaded without a URL

        for result in read_urls(urls, options=options):
            yield without_fragment(result.path), result


def _unused(assignment: Assignment, used: set[int], table: str) -> Iterator[Failure]:
    absent = [row for row in assignment.loose.values() if row.line not in used]
    reasons = [
        *((row, "is the end of several paths; write more of it") for row in assignment.unclear),
        *((row, "is none of the articles; correct the path or remove the line") for row in absent),
    ]
    for row, what in sorted(reasons, key=lambda reason: reason[0].line):
        yield failure(f"{table}#{row.line}", f"line {row.line}: {row.path} {what}")


def _read_file(file: ListedFile, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    try:
        with open_contents(file.location) as contents:
            read = reader_of(file.path, _head(contents), options)
            yield from read(file.path, contents, options)
    except UnreadableArticle as error:
        yield failure(file.path, str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield failure(file.path, "its gzip data are cut short or damaged; fetch it anew")
    except OSError as error:
        yield failure(file.path, os_reason(error))
    except ModuleNotFoundError as error:
        if (reason := missing_library(error)) is None:
            raise
        yield failure(file.path, reason)


def _head(contents: Contents) -> bytes:
    """The first bytes; none where their gzip data are damaged, which reading them will tell."""
    with suppress(EOFError, gzip.BadGzipFile, zlib.error):
        return contents.stream.peek(_HEAD)[:_HEAD]
    return b""
