"""Results keep their order, and items are not taken long before they are needed."""

from __future__ import annotations

import time
from collections.abc import Iterator

from newstemma.corpus.ahead import in_order


def test_results_keep_the_order_of_the_items() -> None:
    def slow_first(item: int) -> int:
        time.sleep(0.02 if item == 0 else 0)
        return item * 2

    assert list(in_order(slow_first, range(10), jobs=4)) == list(range(0, 20, 2))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = in_order(abs, items(), jobs=2)
    next(results)
    assert len(taken) <= 4
