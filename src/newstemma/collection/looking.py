"""What a collection holds, as an analysis."""

from __future__ import annotations

from newstemma.errors import NewstemmaError
from newstemma.records import Analysis
from newstemma.store import Store

__all__ = ["analysis"]


def analysis(store: Store, story: str | None = None) -> Analysis:
    """Everything that was drawn, or one story, named by its id or the start of it, with all that is
    tied to it.

    Raises:
        NewstemmaError: no story has such an id, or several have.
    """
    with store.reading():
        if story is None:
            return store.analysis()
        found = [row for row in store.stories() if row.id == story]
        found = found or [row for row in store.stories() if row.id.startswith(story)]
        if len(found) != 1:
            many = "no story is" if not found else f"{len(found)} stories are"
            raise NewstemmaError(f"{store.path}: {many} called {story!r}; see newstemma stories")
        return store.analysis([found[0].neighbourhood])
