"""Where the benchmark data is, and how a test skips where it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

__all__ = ["REPOSITORY", "needs", "shared"]

REPOSITORY = Path(__file__).parents[1]


def shared() -> Path:
    """The folder that holds `data/`, `gold/` and `seeds/`."""
    return Path(os.environ.get("NEWSTEMMA_DATA", REPOSITORY.parent / "shared"))


def needs(*parts: str) -> pytest.MarkDecorator:
    """Skip, with a line that says so, where a part of the data is missing."""
    missing = [part for part in parts if not (shared() / part).exists()]
    return pytest.mark.skipif(bool(missing), reason=f"not in {shared()}: {', '.join(missing)}")
