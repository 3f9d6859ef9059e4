"""Fetching what is asked for and, where that is a sitemap, the pages that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import TypeGuard

from newstemma.errors import UnreadableArticle
from newstemma.progress import Progress, quiet
from newstemma.read.formats.beginnings import is_sitemap
from newstemma.read.formats.sitemap import sitemap_urls
from newstemma.read.reasons import failure
from newstemma.read.web.fetched import Fetched, Validators
from newstemma.read.web.fetching import NOTHING_KNOWN, web
from newstemma.read.web.policy import Policy
from newstemma.read.web.urls import parse_url, without_fragment
from newstemma.records import Failure

__all__ = ["fetch_pages"]

_POLICY = Policy()
_HEAD = 4096  # bytes of an answer that say what it is
_MOST_LEVELS = 3  # a sitemap index, its sitemaps, their pages: an index of indexes is no sitemap
_MORE = "the first are read; give the others, or a sitemap with fewer"


def fetch_pages(
    urls: Iterable[str],
    *,
    policy: Policy = _POLICY,
    known: Mapping[str, Validators] = NOTHING_KNOWN,
    progress: Progress = quiet,
) -> Iterator[Fetched | Failure]:
    """As `fetch`, but a sitemap gives the pages that it lists on its own host, behind all others
    and in its order; a sitemap index those of its sitemaps. No page comes twice.

    At most `policy.max_listed` pages are fetched because they are listed; a failure says that
    there were more.
    """
    pending = dict.fromkeys(map(without_fragment, urls))
    walk = _Walk(policy.max_listed, pending)
    with web(policy) as run:
        for level in range(_MOST_LEVELS):
            for result in run.fetch(pending, known=known, progress=progress):
                if level + 1 < _MOST_LEVELS and _is_sitemap(result):
                    walk.listed_by(result)
                else:
                    yield result
            pending = walk.next_level()
        yield from walk.failures


class _Walk:
    """The pages that sitemaps list, none twice and not too many, and what was left out."""

    def __init__(self, room: int, given: Iterable[str]) -> None:
        self.failures: list[Failure] = []
        self._seen = set(given)
        self._most = self._room = room
        self._next: dict[str, None] = {}

    def next_level(self) -> dict[str, None]:
        """The pages that were listed since the last call."""
        listed, self._next = self._next, {}
        return listed

    def listed_by(self, sitemap: Fetched) -> None:
        """Takes in what a sitemap lists."""
        foreign = 0
        try:
            for url in map(without_fragment, sitemap_urls(BytesIO(sitemap.body or b""))):
                if not self._room:
                    self._fail(sitemap, f"more than {self._most} pages are listed; {_MORE}")
                    return
                if not _on_one_site(url, sitemap.location):
                    foreign += 1
                elif url not in self._seen:
                    self._take(url)
        except UnreadableArticle as error:
            self._fail(sitemap, str(error))
        if foreign:
            pages = "1 page" if foreign == 1 else f"{foreign} pages"
            self._fail(sitemap, f"it lists {pages} of other sites; give their own addresses")

    def _take(self, url: str) -> None:
        self._seen.add(url)
        self._next[url] = None
        self._room -= 1

    def _fail(self, sitemap: Fetched, reason: str) -> None:
        self.failures.append(failure(sitemap.url, reason))


def _is_sitemap(result: Fetched | Failure) -> TypeGuard[Fetched]:
    return (
        isinstance(result, Fetched) and result.body is not None and is_sitemap(result.body[:_HEAD])
    )


def _on_one_site(listed: str, sitemap: str) -> bool:
    """Whether a sitemap may list a URL: on its own host, or one below it; none above."""
    try:
        host, own = _site(listed), _site(sitemap)
    except UnreadableArticle:
        return False
    return host == own or host.endswith(f".{own}")


def _site(url: str) -> str:
    """The host, less a `www.` that stands before more than a top-level domain."""
    host = parse_url(url).host
    bare = host.removeprefix("www.")
    return bare if "." in bare else host
