"""What a caller may choose about a search for reuse, and what it needs to know of its input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from newstemma.errors import NewstemmaError
from newstemma.read import FIELD_NAMES
from newstemma.read.options import DEFAULT_MAX_ARTICLE_BYTES

__all__ = ["Names", "ReuseOptions"]


_SERIES = ("series", *(name for name in FIELD_NAMES["publisher"] if name != "series"))


class Names(NamedTuple):
    """Under which names rows have each field; the first that is there wins."""

    id: tuple[str, ...] = FIELD_NAMES["id"]
    series: tuple[str, ...] = _SERIES
    text: tuple[str, ...] = FIELD_NAMES["text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseOptions:
    """How reuse is looked for.

    `fields` are pairs of a field's name here (`id`, `text`, `series`) and its name in the input.
    `max_article_bytes` bounds one article, after decompression. `jobs` is the number of threads;
    it changes no byte of the output.

    Raises `NewstemmaError` where a field has no such name or a number is not positive.
    """

    fields: tuple[tuple[str, str], ...] = ()
    max_article_bytes: int = DEFAULT_MAX_ARTICLE_BYTES
    jobs: int = 1

    names: Names = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if unknown := sorted({ours for ours, _ in self.fields} - {*Names._fields}):
            known = ", ".join(Names._fields)
            raise NewstemmaError(f"no field is called {', '.join(unknown)}; there are: {known}")
        if self.max_article_bytes < 1:
            raise NewstemmaError("the size limit of an article must be at least one byte")
        if self.jobs < 1:
            raise NewstemmaError("the number of jobs must be at least one")
        object.__setattr__(self, "names", Names(**_mapped(self.fields)))


def _mapped(fields: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The fields that the caller named."""
    mapped: dict[str, tuple[str, ...]] = {}
    for ours, theirs in fields:
        mapped[ours] = (*mapped.get(ours, ()), theirs)
    return mapped
