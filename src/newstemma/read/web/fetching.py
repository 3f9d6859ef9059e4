"""Fetching many URLs: hosts side by side, answers in the order of asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing, contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from newstemma.progress import Progress, quiet
from newstemma.read.web.fetched import Fetched, Validators
from newstemma.read.web.policy import Policy
from newstemma.read.web.shelf import Place, Shelf
from newstemma.read.web.urls import without_fragment
from newstemma.records import Failure

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from newstemma.read.web.session import Session

__all__ = ["NOTHING_KNOWN", "Web", "fetch", "web"]

_POLICY = Policy()
NOTHING_KNOWN: Mapping[str, Validators] = MappingProxyType({})
_TOLD_EVERY = 0.5  # seconds
_Shelved = tuple[Fetched | Failure, Place | None]  # a body that waits is not in `Fetched`


def fetch(
    urls: Iterable[str],
    *,
    policy: Policy = _POLICY,
    known: Mapping[str, Validators] = NOTHING_KNOWN,
    progress: Progress = quiet,
) -> Iterator[Fetched | Failure]:
    """What each of `urls` gives, or why it gives nothing; each URL once, in the order given.
    A fragment (`#top`) makes no other URL.

    `known` has what the server said of a URL's body the last time; where that is unchanged,
    the body is None. Hosts are asked side by side on a thread of this function's own, one
    request at a time each; nothing is asked any more once the iterator is closed.
    """
    with web(policy) as run:
        yield from run.fetch(urls, known=known, progress=progress)


@contextmanager
def web(policy: Policy) -> Iterator[Web]:
    """A run: all that is fetched in it shares connections, pauses and each site's robots.txt."""
    from anyio.from_thread import start_blocking_portal  # only who fetches pays for loading it

    from newstemma.read.web.session import session

    with (
        closing(Shelf()) as shelf,
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(session(policy)) as shared,
    ):
        yield Web(portal, shared, shelf)


class Web:
    """A run's way to the web; `fetch` may be called again and again."""

    def __init__(self, portal: BlockingPortal, shared: Session, shelf: Shelf) -> None:
        self._portal = portal
        self._shared = shared
        self._shelf = shelf

    def fetch(
        self,
        urls: Iterable[str],
        *,
        known: Mapping[str, Validators] = NOTHING_KNOWN,
        progress: Progress = quiet,
    ) -> Iterator[Fetched | Failure]:
        """As the function of this name."""
        start = self._portal.start_task_soon
        asked = dict.fromkeys(map(without_fragment, urls))
        line = [start(self._shelved, url, known.get(url)) for url in asked]
        try:
            for result, place in _in_order(line, progress):
                yield self._whole(result, place)
        finally:
            for future in line:
                future.cancel()

    def _whole(self, result: Fetched | Failure, place: Place | None) -> Fetched | Failure:
        if isinstance(result, Failure) or place is None:
            return result
        return replace(result, body=self._shelf.take(place))

    async def _shelved(self, url: str, known: Validators | None) -> _Shelved:
        result = await self._shared.fetch(url, known)
        if isinstance(result, Failure) or result.body is None:
            return result, None
        return replace(result, body=None), self._shelf.put(result.body)


def _in_order(line: list[Future[_Shelved]], progress: Progress) -> Iterator[_Shelved]:
    """The results as they stand in line; they are let go of as they are handed out."""
    total = len(line)
    line.reverse()
    while line:
        while not wait(line[-1:], _TOLD_EVERY, FIRST_COMPLETED).done:
            ahead = sum(future.done() for future in line)
            progress("fetch", total - len(line) + ahead, total)
        yield line.pop().result()
    progress("fetch", total, total)
