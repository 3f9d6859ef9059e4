"""Work on many items at once, with the results in their order and few of them in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

__all__ = ["in_order"]

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def in_order(function: Callable[[_In], _Out], items: Iterable[_In], jobs: int) -> Iterator[_Out]:
    """What `function` makes of each item, in the order of the items, `jobs` at a time.

    An item is taken only when it is soon to be worked on.

    >>> list(in_order(abs, [-3, 2, -1], jobs=2))
    [3, 2, 1]
    """
    with ThreadPoolExecutor(jobs) as pool:
        running: deque[Future[_Out]] = deque()
        for item in items:
            running.append(pool.submit(function, item))
            if len(running) > jobs:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
