"""The public surface is small, sorted and complete."""

from __future__ import annotations

import newstemma


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert list(newstemma.__all__) == sorted(newstemma.__all__)
    assert all(hasattr(newstemma, name) for name in newstemma.__all__)
