"""Which words may stand for one another where two statements tell of one thing."""

from __future__ import annotations

from collections.abc import Iterable

from newstemma.collate.thesaurus import synonyms

__all__ = ["interchangeable"]

_FATAL = frozenset({"die", "kill"})


def interchangeable(keys: Iterable[str]) -> frozenset[str]:
    """The keys, and those that may stand for one of them; who is killed has died."""
    found = frozenset(other for key in keys for other in (key, *synonyms(key)))
    return found if found.isdisjoint(_FATAL) else found | _FATAL
