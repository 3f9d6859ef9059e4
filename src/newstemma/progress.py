"""How a long job tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress", "quiet"]

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many of its items are done and how many there are (0: unknown)."""


def quiet(stage: str, done: int, total: int) -> None:
    """A progress that says nothing."""
