from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstemma.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new collection."""
    with Store.create(tmp_path / "made.newstemma") as made:
        yield made
