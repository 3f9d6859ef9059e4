"""How far several words reach."""

from __future__ import annotations

from collections.abc import Iterable

from newstemma.records import Span

__all__ = ["hull"]


def hull(spans: Iterable[Span]) -> Span:
    """From the start of the first of some spans to the end of the last.

    Raises:
        ValueError: there are none.
    """
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))
