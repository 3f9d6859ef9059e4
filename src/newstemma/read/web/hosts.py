"""Turns at a host: one request at a time, and a pause between two."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio

from newstemma.errors import UnreadableArticle
from newstemma.read.web.policy import Policy

__all__ = ["Host"]

_MOST_FAILURES = 3


class Host:
    """One host in a run: who is next, and when."""

    def __init__(self, policy: Policy, together: anyio.CapacityLimiter) -> None:
        """`together` bounds how many hosts are asked at once."""
        self._longest = policy.longest_delay
        self._delay = policy.delay
        self._together = together
        self._lock = anyio.Lock()
        self._free_at = 0.0
        self._failures = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits for its turn, in the order of asking, and for the pause to pass.

        Raises `UnreadableArticle` where the host wants too long a pause, or fails again and again.
        """
        async with self.turn_before():
            try:
                yield
            finally:
                self._free_at = max(self._free_at, anyio.current_time() + self._delay)

    @asynccontextmanager
    async def turn_before(self) -> AsyncIterator[None]:
        """A turn like any other that leaves no pause behind: the next request belongs to it."""
        async with self._lock:
            self._refuse()
            await anyio.sleep_until(self._free_at)
            async with self._together:
                yield

    def slow_down(self, delay: float) -> None:
        """The host asks for a pause between any two requests from now on."""
        self._delay = max(self._delay, delay)

    def pause(self, seconds: float) -> None:
        """The host asks for one pause now (Retry-After)."""
        self._free_at = anyio.current_time() + min(seconds, self._longest)

    def answered(self) -> None:
        """The host is well."""
        self._failures = 0

    def failed(self) -> None:
        """A request came to nothing; after three in a row no more are made."""
        self._failures += 1

    def _refuse(self) -> None:
        if self._failures >= _MOST_FAILURES:
            raise UnreadableArticle(
                f"the last {_MOST_FAILURES} requests to the host came to nothing; try again later"
            )
        if self._free_at and self._delay > self._longest:
            raise UnreadableArticle(
                f"the site asks for {self._delay:g} seconds between two requests, more than the "
                f"{self._longest:g} that are waited; fetch it in another run"
            )
