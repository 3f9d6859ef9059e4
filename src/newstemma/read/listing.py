"""Which files the given paths stand for: folders walked, globs expanded, each file once."""

from __future__ import annotations

import errno
import os
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newstemma.errors import InputMissing
from newstemma.read.page import is_own_report
from newstemma.read.reasons import os_reason
from newstemma.records import Failure, Stage

__all__ = ["ListedFile", "displayed", "list_files"]

_STANDARD_INPUT = "-"
_HEAD = 4096  # bytes in which a page says what made it
_MAGIC = re.compile(r"[*?\[]")
_STARS = re.compile(r"\*{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A file to read: `path` as it is displayed, `location` on disk (None: standard input)."""

    path: str
    location: Path | None


def list_files(
    paths: Iterable[str | os.PathLike[str]], *, leave_out: Collection[str] = ()
) -> tuple[ListedFile | Failure, ...]:
    """The files that `paths` stand for, sorted by displayed path, and what could not be listed.

    A path is a file, a folder (walked; hidden files are skipped), a glob, or `-`. A file that is
    reached on several ways is listed once, under the shortest of its names. `leave_out` are
    files that are no articles.

    Raises `InputMissing` naming every path that does not exist and every glob without a match.
    """
    given = sorted({os.fspath(path) for path in paths})
    reached = [(path, tuple(_expand(path))) for path in given]
    missing = [_printable(path) or '""' for path, found in reached if not found]
    if missing:
        raise InputMissing(f"no such file or folder: {', '.join(missing)}")
    left_out = {os.path.realpath(path) for path in leave_out}
    files: dict[str, ListedFile] = {}
    failures: dict[str, Failure] = {}
    for item in (item for _, found in reached for top in found for item in _walk(top)):
        if isinstance(item, Failure):
            failures[item.path] = item
        elif item.location is None or (real := os.path.realpath(item.location)) not in left_out:
            key = "" if item.location is None else real
            files[key] = min(files.get(key, item), item, key=_shortest_name)
    return tuple(sorted([*files.values(), *failures.values()], key=lambda item: item.path))


def displayed(path: Path) -> str:
    """A path as it is shown: as given, with forward slashes; bytes that are no text escaped."""
    shown = _printable(path.as_posix())
    return f"./{shown}" if shown == _STANDARD_INPUT else shown


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()


def _shortest_name(file: ListedFile) -> tuple[int, str]:
    return len(file.path), file.path


def _expand(given: str) -> Iterator[Path | None]:
    """What is there under a given path; None is standard input."""
    if given == _STANDARD_INPUT:
        yield None
    elif given and _exists(given):
        yield Path(given)
    elif _MAGIC.search(given):
        yield from _glob(Path(given))


def _exists(path: str) -> bool:
    try:
        os.stat(path)  # noqa: PTH116 (Path.stat cannot take every string that is no path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def _glob(pattern: Path) -> Iterator[Path]:
    """Matches of a glob, hidden ones only where the pattern asks for them."""
    parts = pattern.parts
    first = next(i for i, part in enumerate(parts) if _MAGIC.search(part))
    base = Path(*parts[:first])
    wild = [part if part == "**" else _STARS.sub("*", part) for part in parts[first:]]
    asks_for_hidden = any(part.startswith(".") for part in wild)
    for match in sorted(base.glob("/".join(wild))):
        hidden = any(part.startswith(".") for part in match.relative_to(base).parts)
        if asks_for_hidden or not hidden:
            yield match


def _walk(top: Path | None) -> Iterator[ListedFile | Failure]:
    if top is None:
        yield ListedFile(path=_STANDARD_INPUT, location=None)
    elif not os.path.isdir(top):  # noqa: PTH112 (Path.is_dir raises where it has no permission)
        yield ListedFile(path=displayed(top), location=top)
    else:
        found = list(_walk_folder(top))
        yield from found
        if not found:
            reason = "the folder holds no article (hidden files are skipped); give one that does"
            yield Failure(path=displayed(top), stage=Stage.READ, reason=reason)


def _walk_folder(top: Path) -> Iterator[ListedFile | Failure]:
    """Files below a folder. Links to folders are followed last, and no folder twice."""
    folders, links = deque([top]), deque[Path]()
    seen: set[str] = set()
    while folders or links:
        folder = (folders or links).popleft()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            inside, linked, files = _entries(folder)
        except OSError as error:
            yield Failure(path=displayed(folder), stage=Stage.READ, reason=os_reason(error))
            continue
        folders.extend(inside)
        links.extend(linked)
        for file in files:
            if not _is_our_report(file):
                yield ListedFile(path=displayed(file), location=file)


def _is_our_report(file: Path) -> bool:
    """A page that Newstemma wrote earlier: nobody means it who names the folder."""
    try:
        if file.suffix != ".html" or not file.is_file():
            return False
        with file.open("rb") as page:
            return is_own_report(page.read(_HEAD))
    except OSError:  # reading it as an article will say why
        return False


def _entries(folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """The folders, links to folders and files right inside a folder, each sorted."""
    with os.scandir(folder) as scan:
        entries = sorted((e for e in scan if not e.name.startswith(".")), key=lambda e: e.name)
    names = {entry.name for entry in entries}
    inside: list[Path] = []
    linked: list[Path] = []
    files: list[Path] = []
    for entry in entries:
        if not _is_folder(entry):
            files.append(folder / entry.name)
        elif not _belongs_to_page(entry.name, names):
            (linked if entry.is_symlink() else inside).append(folder / entry.name)
    return inside, linked, files


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _belongs_to_page(name: str, siblings: Sequence[str] | set[str]) -> bool:
    """Browsers save a page as `X.html` and its scripts and pictures in the folder `X_files`."""
    stem = name.removesuffix("_files")
    return stem != name and any(f"{stem}{end}" in siblings for end in (".html", ".htm", ".xhtml"))
