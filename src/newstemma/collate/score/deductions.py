"""Puts the deductions together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newstemma.collate.lines import lines_of
from newstemma.collate.score.arguments import arguments
from newstemma.collate.score.company import company
from newstemma.collate.score.contradiction import contradiction
from newstemma.collate.score.deduction import Deduction
from newstemma.collate.score.novelty import novelty
from newstemma.collate.score.pronouns import pronouns
from newstemma.collate.score.reading import Reading, reading_of
from newstemma.collate.score.running import running
from newstemma.collate.score.sources import Sources, sources_of
from newstemma.collate.score.spread import spread
from newstemma.records import Witness

__all__ = ["deductions"]

_JUDGES: tuple[Callable[[Reading, Sources], Iterator[Deduction]], ...] = (
    novelty,
    company,
    running,
    spread,
    contradiction,
)


def deductions(child: Witness, parents: Sequence[Witness]) -> Iterator[Deduction]:
    """All that speaks against `child`, but for the variants; time grows with the words."""
    lines = lines_of(child)
    sources = sources_of([line for parent in parents for line in lines_of(parent)])
    for line in lines:
        reading = reading_of(line, sources)
        for judge in _JUDGES:
            yield from judge(reading, sources)
    yield from pronouns(lines, sources)
    yield from arguments(child, parents)
